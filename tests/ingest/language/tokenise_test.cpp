#include "ingest/language/tokenise.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

using namespace newsgraph;

namespace {

/// The words with a blank between them; "+" before one that continues the word before it.
std::string words_of(const std::string& text) {
    std::string words;
    for (const Word& word : tokenise(text, {0, text.size()})) {
        if (!words.empty()) words += ' ';
        if (word.continues_word) words += '+';
        words += text.substr(word.span.begin, word.span.size);
    }
    return words;
}

}  // namespace

TEST_CASE("a text becomes the words of the English treebanks", "[language][tokenise]") {
    const auto [text, words] = GENERATE(table<std::string, std::string>({
        // contractions and possessives
        {"Don't go, Ana.", "Do +n't go , Ana ."},
        {"They won't and can't; she cannot.", "They wo +n't and ca +n't ; she can +not ."},
        {"Kestrel’s plan isn’t Norsk’s", "Kestrel +’s plan is +n’t Norsk +’s"},
        {"I'd've gone", "I +'d +'ve gone"},
        {"We're gonna wanna see", "We +'re gon +na wan +na see"},
        {"the ministers' own cars", "the ministers +' own cars"},
        {"its 'hidden costs' and 'gifts'", "its ' hidden costs ' and ' gifts '"},
        {"O'Hara said at six o'clock", "O'Hara said at six o'clock"},
        {"rock 'n' roll of the '60s, in '72", "rock 'n' roll of the '60s , in '72"},
        {"in the 1990's and 2031's budget", "in the 1990's and 2031 +'s budget"},
        {"dont tell, its not over", "do +nt tell , it +s not over"},
        {"its all there, in its own way", "it +s all there , in its own way"},
        {"alot of talk", "a +lot of talk"},
        {"left b/c of rain, w/o him, w/ her", "left b/c of rain , w/o him , w/ her"},
        {"and/or a/b", "and / or a / b"},
        // hyphens: of identifiers and affixes within the word, all others words of their own
        {"a 15-year-old well-known plan", "a 15 - year - old well - known plan"},
        {"the anti-war co-founder's e-mail", "the anti-war co-founder +'s e-mail"},
        {"Zed-4o, Zed-3.5-mini and Zed-4-based tools", "Zed-4o , Zed-3.5-mini and Zed-4 - based tools"},
        {"two F-16 jets, COVID-19, E-Nord", "two F-16 jets , COVID-19 , E-Nord"},
        {"from 2019-2024, 10-12 of them", "from 2019 - 2024 , 10 - 12 of them"},
        {"on 2031-05-17 call 555-0173 or +44 20", "on 2031-05-17 call 555-0173 or +44 20"},
        {"U.S.-led talks", "U.S. - led talks"},
        // numbers, money, units, times
        {"$1.5bn, £3,000.50 and 61.4%", "$ 1.5 bn , £ 3,000.50 and 61.4 %"},
        {"US$5m at 7:30pm, 10 a.m. sharp", "US$ 5 m at 7:30 pm , 10 a.m. sharp"},
        {"a 70B model, 5G, the 21st, 1980s", "a 70B model , 5G , the 21st , 1980s"},
        {"11/28/2030, 9/11 and 1/2", "11/28/2030 , 9/11 and 1 / 2"},
        {"won 3-1 after 2,5 hours", "won 3 - 1 after 2 , 5 hours"},
        // abbreviations
        {"Mr. Orr of Acme Inc. met Gen. Li.", "Mr. Orr of Acme Inc. met Gen. Li ."},
        {"the U.S. and the U.K., e.g. Ph.D. work", "the U.S. and the U.K. , e.g. Ph.D. work"},
        {"J.K. Orr, Ann M. Low, No. 5, no. I", "J.K. Orr , Ann M. Low , No. 5 , no . I"},
        {"pots, pans, etc.", "pots , pans , etc ."},
        {"Acme vs. Borealis Corp., Jan. 5", "Acme vs. Borealis Corp. , Jan. 5"},
        // addresses, tags, pictures
        {"See https://example.com/a?b=1, (www.example.org).",
         "See https://example.com/a?b=1 , ( www.example.org ) ."},
        {"Mail ann.low@example.com or @annlow #vote2031!", "Mail ann.low@example.com or @annlow #vote2031 !"},
        {"Example.com and notes.pdf", "Example.com and notes.pdf"},
        {"It ended.Then rain", "It ended . Then rain"},
        {"Great :-) or not :( 👍🏽 👩‍🚀 🇫🇮",
         "Great :-) or not :( 👍🏽 👩‍🚀 🇫🇮"},
        {"AT&T, R&D and C++", "AT&T , R&D and C++"},
        // punctuation
        {"Wait... what?! No!!!", "Wait ... what ?! No !!!"},
        {"She left… “Fine,” he said—twice.", "She left … “ Fine , ” he said — twice ."},
        {"he said--twice", "he said -- twice"},
        {"and/or (see [3])", "and / or ( see [ 3 ] )"},
        {"======\n* one", "====== * one"},
        // other scripts and odd spaces
        {"Zoë\u00A0Ågren visited\u2009Łódź.", "Zoë Ågren visited Łódź ."},
        {"Привет, мир!", "Привет , мир !"},
        {"e\u0301clair", "e\u0301clair"},
    }));
    CAPTURE(text);
    CHECK(words_of(text) == words);
}

TEST_CASE("words lie in the part of the text that was asked for", "[language][tokenise]") {
    const std::string text = "One two. Three";
    const auto words = tokenise(text, {4, 4});
    REQUIRE(words.size() == 2);
    CHECK(words[0].span == Span{4, 3});
    CHECK(words[1].span == Span{7, 1});
}

TEST_CASE("all bytes but white space are in words, whatever the text", "[language][tokenise]") {
    const std::string text = GENERATE(
        std::string(), std::string(" \n\t "), std::string("\xFF\xC3(\x80 a"), std::string("'''''``\"\"‘‘’’"),
        std::string("a.b.c.d.e-f-g-h@i@j://k"), std::string("1-2-3/4/5.6.7,8,9:1'2\"3"),
        std::string("\u200D\uFE0F\u0301"),
        std::string("n't 's 'S ' '' -- - . .. ...") + std::string(5000, '-') + std::string(3000, '@'));
    std::size_t covered = 0;
    std::size_t at = 0;
    for (const Word& word : tokenise(text, {0, text.size()})) {
        CHECK(word.span.size > 0);
        CHECK(word.span.begin >= at);
        at = word.span.end();
        covered += word.span.size;
    }
    CHECK(at <= text.size());
    const auto spaces =
        std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    CHECK(covered + static_cast<std::size_t>(spaces) == text.size());
}

TEST_CASE("a million characters without a space take linear time", "[language][tokenise]") {
    const std::string unit =
        GENERATE(std::string("!"), std::string("a"), std::string("a."), std::string("1-"), std::string("a-"),
                 std::string("'"), std::string("a@"), std::string("9/"), std::string("é&"));
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const auto start = std::chrono::steady_clock::now();
    CHECK_FALSE(tokenise(text, {0, text.size()}).empty());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(seconds.count() < 10);  // under a second in a release build
}
