#include "ingest/language/sentences.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace newsgraph;

namespace {

const SentenceSplitter& splitter() {
    static const SentenceSplitter loaded(NEWSGRAPH_SOURCE_DIR "/data/models/sentences.ngm");
    return loaded;
}

/// The text with " | " between its sentences.
std::string with_bars(const std::string& text) {
    const std::vector<Word> words = tokenise(text, {0, text.size()});
    std::string sentences;
    std::size_t begin = 0;
    for (const std::size_t end : splitter().split(text, words)) {
        if (begin > 0) sentences += " | ";
        const std::size_t at = words[begin].span.begin;
        sentences += text.substr(at, words[end - 1].span.end() - at);
        begin = end;
    }
    return sentences;
}

}  // namespace

TEST_CASE("a paragraph of news is cut into its sentences", "[language][sentences]") {
    const std::string sentences = GENERATE(
        as<std::string>(),
        "The fund bought the mill on Monday. | Its owner had wanted to sell for years. | Nobody else made an "
        "offer.",
        "“The deal is done,” she said. | “We signed it at noon.”",
        "\"The deal is done,\" she said. | \"We signed it at noon.\"",
        "“We won.” | She left the hall without another word.",
        "\"Why not?\" he asked. | \"Because the ice is too thin,\" she said.",
        "“Why now?” asked the judge. | Nobody answered.",
        "‘It was a long night,’ Mr. Orr said. | ‘We are tired.’",
        "Acme Inc. sued Borealis Corp. in March. | The trial begins in Oct. 2031.",
        "Dr. Ann M. Low of St. Mary’s met Gen. Li at 10 a.m. on Tuesday. | They spoke for two hours.",
        "The U.S. government sued. | So did the U.K. regulator, which had waited since Jan. 5.",
        "Prices rose 3.5% to $1.25 a litre. | In 2030 they had fallen.",
        "Shares of the maker rose 4.2%. | 20 of its rivals fell.",
        "He bought bolts, nuts, etc. from the yard, e.g. on Fridays. | Then it closed.",
        "LISBON, Portugal (Tribune) — | The port reopened on Friday. | Ferries sailed at dawn.",
        "OSLO — | Norway’s parliament passed the bill. | It takes effect in May.",
        "NAIROBI, April 8 (Herald) - | The bank cut its rate. | Analysts had expected it.",
        "The model, called Zed-4o, beat Quill 2.5 on two tests. | It lost on the third!",
        "Is this the end? | Not yet. | There is more to come…",
        "Visit https://example.com/news. | Or write to ann.low@example.com.",
        "The band (formed in 1998) split up. | (Its singer had left.) | A year later it came back.",
        "Sales fell: the worst year since 2009. | The board met; nobody resigned.",
        "iPhone sales fell. | eBay’s rose. | Analysts shrugged.",
        "The minister, who took office in May, resigned. | Her deputy, J. K. Orr, takes over.",
        "She works at Yarrow & Co. in Leeds. | He lives in Bath.",
        "Photo: A crane lifts the last span of the bridge.", "BRIDGE OPENS AFTER TEN YEARS OF DELAY",
        "Chipmaker to Cut 500 Jobs in Dresden, Union Says", "What We Know About the Outage",
        "Follow @harbournews and #stormwatch for more. | We update this page hourly 👍",
        "“I don’t know what to say …” he began. | Then he sat down.",
        "He said: “We tried. | We failed. | We will try again.”",
        "No. 5 seed Ann Low beat No. 1 seed Ida Berg 6-3, 7-5. | She plays Mia Holt next.");
    std::string text = sentences;
    for (std::size_t bar = text.find(" | "); bar != std::string::npos; bar = text.find(" | "))
        text.erase(bar, 2);
    CAPTURE(text);
    CHECK(with_bars(text) == sentences);
}

TEST_CASE("every word is in one sentence, and none is longer than 10,000 words", "[language][sentences]") {
    std::string text = "x";
    for (int i = 0; i < 30'000; ++i) text += " and x";
    const std::vector<Word> words = tokenise(text, {0, text.size()});
    std::size_t begin = 0;
    for (const std::size_t end : splitter().split(text, words)) {
        CHECK(end > begin);
        CHECK(end - begin <= 10'000);
        begin = end;
    }
    CHECK(begin == words.size());
    CHECK(splitter().split("", {}).empty());
}
