#include "ingest/read/sentence_lines.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace newsgraph;

namespace {

/// What a stream holds, read at once.
SentenceLines read(const std::string& text) {
    std::istringstream in(text);
    return SentenceReader(in, "test").next().value();
}

}  // namespace

TEST_CASE("Each line with a word is a paragraph, kept as it was read", "[read][sentences]") {
    const SentenceLines lines = read("\xEF\xBB\xBF One .\r\n\n \t\nTwo  words ");
    REQUIRE(lines.document.paragraphs.size() == 2);
    CHECK(lines.line(0) == " One .");
    CHECK(quote(lines.document, lines.document.paragraphs[0].span) == "One .");
    CHECK(lines.line(1) == "Two  words ");
    CHECK(lines.lines == std::vector<std::size_t>{1, 4});
}

TEST_CASE("A treebank's escapes are read as what they stand for, in the same places", "[read][sentences]") {
    const SentenceLines lines = read("He -LRB- Bo -RRB- said `` a-LSB-b '' -LCB-");
    const std::string& text = lines.document.text;
    CHECK(text == "He (     Bo )     said \"  a[    b \"  {    \n");
    CHECK(lines.line(0) == "He -LRB- Bo -RRB- said `` a-LSB-b '' -LCB-");
    CHECK(word_as_read(lines.as_read, {text.find('('), 1}) == "-LRB-");
    CHECK(word_as_read(lines.as_read, {text.find("Bo"), 2}) == "Bo");
    CHECK(word_as_read(lines.as_read, {text.find('"'), 1}) == "``");
}

TEST_CASE("A line that is no text is left out, and told", "[read][sentences]") {
    std::istringstream in("Good.\nCaf\xE9\n" + std::string(max_sentence_bytes + 1, 'x') + "\n" +
                          std::string("a\0b", 3) + "\nFine.");
    SentenceReader reader(in, "test");
    const auto lines = reader.next();
    REQUIRE(lines);
    CHECK(lines->document.paragraphs.size() == 2);
    const std::vector<Problem> problems = reader.problems();
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].where == "test:2");
    CHECK(problems[0].what == "is no UTF-8");
    CHECK(problems[1].what == "the line is too long to be a sentence");
    CHECK(problems[2].what == "is binary: there is a zero byte");
    CHECK(reader.problems().empty());
    CHECK_FALSE(reader.next());
}

TEST_CASE("A long stream is read by and by", "[read][sentences]") {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "A sentence of a few words .\n";
    std::istringstream in(text);
    SentenceReader reader(in, "test");
    std::size_t count = 0;
    std::size_t batches = 0;
    while (const auto lines = reader.next()) {
        count += lines->document.paragraphs.size();
        ++batches;
        CHECK(lines->as_read.size() < 100'000);
    }
    CHECK(count == 10'000);
    CHECK(batches > 1);
}
