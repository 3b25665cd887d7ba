// Raw text as articles have it: each case is a text, and the sentences that a person would find in it, each
// with its words between spaces.

#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "ingest/language/analyse.hpp"
#include "ingest/language/conllu.hpp"
#include "ingest/read/text.hpp"

using namespace newsgraph;

namespace {

using Sentences = std::vector<std::string>;

struct Case {
    const char* text;
    Sentences sentences;
};

const std::filesystem::path models_folder = NEWSGRAPH_SOURCE_DIR "/data/models";

const LanguageModels& models() {
    static const LanguageModels loaded(models_folder);
    return loaded;
}

Sentences sentences_of(const std::string& text) {
    const Document document = document_from_text(text);
    const Analysis analysis = analyse(document, models());
    Sentences sentences;
    for (const Sentence& sentence : analysis.sentences) {
        std::string words;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            if (!words.empty()) words += ' ';
            words += analysis.form(i);
        }
        sentences.push_back(words);
    }
    return sentences;
}

void check(const std::vector<Case>& cases) {
    for (const Case& expected : cases) {
        CAPTURE(expected.text);
        CHECK(sentences_of(expected.text) == expected.sentences);
    }
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string repeated(const std::string& part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

TEST_CASE("headings, items, datelines and captions stand alone", "[language][raw]") {
    check({
        {"QUELLIX BUYS RIVAL MAKER IN RECORD DEAL\n\nThe sale closed on Friday.",
         {"QUELLIX BUYS RIVAL MAKER IN RECORD DEAL", "The sale closed on Friday ."}},
        {"Quellix Buys Rival\n\nBy Jane Aldren\n\nIt paid cash.",
         {"Quellix Buys Rival", "By Jane Aldren", "It paid cash ."}},
        {"Key points:\n\n• The deal values Borven at €1.2bn\n• Aldren will stay\n- It needs approval",
         {"Key points :", "• The deal values Borven at € 1.2 bn", "• Aldren will stay",
          "- It needs approval"}},
        {"TALLINN, Estonia (AP) — Quellix said it would pay.",
         {"TALLINN , Estonia ( AP ) —", "Quellix said it would pay ."}},
        {"LONDON — Shares rose. Then they fell.", {"LONDON —", "Shares rose .", "Then they fell ."}},
        {"WASHINGTON (Reuters) - The firm has a plan.",
         {"WASHINGTON ( Reuters ) -", "The firm has a plan ."}},
        {"VELSTRAND, May 8, 2026 - Corvane Shipping is buying Tidewatch.",
         {"VELSTRAND , May 8 , 2026 -", "Corvane Shipping is buying Tidewatch ."}},
        {"Photo: Jane Aldren/Quellix Media. A worker at the plant in St. Ives on Jan. 5, 2024.",
         {"Photo : Jane Aldren / Quellix Media .", "A worker at the plant in St. Ives on Jan. 5 , 2024 ."}},
    });
}

TEST_CASE("quotation marks of all kinds go with what they quote", "[language][raw]") {
    check({
        {"“We’re thrilled,” said Aldren. “We start now.”",
         {"“ We ’re thrilled , ” said Aldren .", "“ We start now . ”"}},
        {"\"Yes!\" he said. Nobody else spoke.", {"\" Yes ! \" he said .", "Nobody else spoke ."}},
        {"‘It’s done,’ she said.", {"‘ It ’s done , ’ she said ."}},
        {"He called it “a start” and left.", {"He called it “ a start ” and left ."}},
        {"They said «no» twice.", {"They said « no » twice ."}},
        {"It’s the players’ choice; she can't, won't and didn't say 'no'.",
         {"It ’s the players ’ choice ; she ca n't , wo n't and did n't say ' no ' ."}},
    });
}

TEST_CASE("a period ends a sentence only where one ends", "[language][raw]") {
    check({
        {"Quellix Inc. paid Borven Ltd. of the U.S. in cash.",
         {"Quellix Inc. paid Borven Ltd. of the U.S. in cash ."}},
        {"He moved to the U.S. He likes it there.", {"He moved to the U.S.", "He likes it there ."}},
        {"She works for Quellix Inc. They pay well.", {"She works for Quellix Inc.", "They pay well ."}},
        {"The U.S. Senate and the U.K. Treasury met.", {"The U.S. Senate and the U.K. Treasury met ."}},
        {"Dr. J. R. Okon, Ph.D., disagrees with Mrs. Lind.",
         {"Dr. J. R. Okon , Ph.D. , disagrees with Mrs. Lind ."}},
        {"Some parts, e.g. sensors, i.e. the small ones, cost more.",
         {"Some parts , e.g. sensors , i.e. the small ones , cost more ."}},
        {"The vote is at 9:30 a.m. Monday. It may last.",
         {"The vote is at 9:30 a.m. Monday .", "It may last ."}},
        {"Costs fell by 1,234.56 dollars. See Fig. 3 and No. 7.",
         {"Costs fell by 1,234.56 dollars .", "See Fig. 3 and No. 7 ."}},
        {"Shares rose 3.5% in early trading... Then they fell.",
         {"Shares rose 3.5 % in early trading ...", "Then they fell ."}},
        {"It’s not the end… it’s a start.", {"It ’s not the end … it ’s a start ."}},
        {"Is it over? Not yet! Wait.", {"Is it over ?", "Not yet !", "Wait ."}},
    });
}

TEST_CASE("addresses, handles, hashtags and emoji are words", "[language][raw]") {
    check({
        {"Read more at https://example.org/news/2024?id=7. Or call us.",
         {"Read more at https://example.org/news/2024?id=7 .", "Or call us ."}},
        {"Follow @quellix and #DealDay 🎉 for updates!", {"Follow @quellix and #DealDay 🎉 for updates !"}},
        {"Write to press@quellix.example today.", {"Write to press@quellix.example today ."}},
        {"The site quellix.com is down.", {"The site quellix.com is down ."}},
    });
}

TEST_CASE("numbers, money and joined words are cut as in the treebanks", "[language][raw]") {
    check({
        {"It paid $4.5 billion, or £2.50/kg.", {"It paid $ 4.5 billion , or £ 2.50 / kg ."}},
        {"The U.S.-based firm's AI-powered tool isn't ready.",
         {"The U.S. - based firm 's AI - powered tool is n't ready ."}},
        {"They won 5-4 on pp. 12–15.", {"They won 5 - 4 on pp. 12 – 15 ."}},
        {"The GPT-9 and Zed-4o models are new.", {"The GPT-9 and Zed-4o models are new ."}},
    });
}

TEST_CASE("brands in lower case and words in capitals start sentences like others", "[language][raw]") {
    check({
        {"iBorv sales fell. eTalo’s rose.", {"iBorv sales fell .", "eTalo ’s rose ."}},
        {"The NATO chief met the EU. BORVEN IS CLOSED. It opens soon.",
         {"The NATO chief met the EU .", "BORVEN IS CLOSED .", "It opens soon ."}},
    });
}

TEST_CASE("hostile texts take linear time and lose nothing", "[language][raw][bounds]") {
    const auto seconds = [](const std::string& text) {
        const Document document = document_from_text(text);
        const double start = processor_seconds();
        const Analysis analysis = analyse(document, models());
        const double taken = processor_seconds() - start;
        std::size_t bytes = 0;
        for (const Token& token : analysis.tokens) bytes += token.span.size;
        CHECK(bytes == static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
                                                              [](char c) { return c != ' ' && c != '\n'; })));
        return taken;
    };
    // Ten times the text may take twenty times as long, on a busy machine too.
    const auto is_linear = [&](const std::string& part, std::size_t times) {
        CAPTURE(part);
        const double small = seconds(repeated(part, times / 10));
        CHECK(seconds(repeated(part, times)) < 20 * small + 0.5);
    };
    is_linear("!", 1'000'000);
    is_linear("nospace", 100'000);
    is_linear("a word , ", 10'000 / 3);
    is_linear("“(", 20'000);
    is_linear(".", 200'000);
}

TEST_CASE("the models load in an instant and stay small", "[language][raw][bounds]") {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(models_folder)) bytes += entry.file_size();
    CHECK(bytes <= 40'000'000);
    double least = 1;
    for (int i = 0; i < 5; ++i) {
        const double start = processor_seconds();
        const LanguageModels loaded(models_folder);
        least = std::min(least, processor_seconds() - start);
    }
#ifdef NDEBUG
    CHECK(least <= 0.030);
#endif
}

TEST_CASE("threads share the models and find what one finds", "[language][raw]") {
    const Document document = document_from_text(
        "Quellix Inc. bought Borven in May. “It works,” said Jane Aldren, who runs the firm in Oslo.");
    const auto analysed = [&] {
        std::ostringstream out;
        write_conllu(out, analyse(document, models()));
        return out.str();
    };
    const std::string expected = analysed();
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::string& result : found) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) result = analysed();
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : found) CHECK(result == expected);
}
