#include "ingest/learn/triples.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("a broken line is told with its number and the others are read", "[learn][triples]") {
    const LabelledSentences read = read_labelled_sentences(
        "{\"id\": \"a\", \"sent\": \"Café Brill opened.\", \"triples\": [{\"sub\": \"Café Brill\", \"rel\": "
        "\"r\", "
        "\"obj\": \"x\"}]}\n"
        "{\"id\": \"b\", \"sent\": \n"
        "\n"
        "{\"id\": \"c\", \"triples\": []}\r\n"
        "{\"id\": \"d\", \"sent\": \"s\"}\n"
        "{\"id\": \"e\", \"sent\": \"s\", \"triples\": [{\"sub\": \"s\", \"rel\": \"r\"}]}\n"
        "{\"id\": 7, \"sent\": \"s\", \"triples\": []}",
        "examples.jsonl", true);
    REQUIRE(read.sentences.size() == 2);
    CHECK(read.sentences[0].triples == std::vector<Triple>{{"Café Brill", "r", "x"}});
    CHECK(read.sentences[1].id == "7");
    CHECK(read.sentences[1].line == 7);
    REQUIRE(read.problems.size() == 4);
    CHECK(read.problems[0].where == "examples.jsonl:2");
    CHECK(read.problems[0].what.find("no JSON") != std::string::npos);
    CHECK(read.problems[1].what == "field \"sent\" is missing");
    CHECK(read.problems[2].what == "field \"triples\" is missing");
    CHECK(read.problems[3].what == "a triple has no \"obj\"");
}

TEST_CASE("a line that is no UTF-8 is no sentence", "[learn][triples]") {
    const auto read = read_labelled_sentence("{\"id\": \"1\", \"sent\": \"Caf\xE9\"}", "stdin:1", false);
    REQUIRE(std::holds_alternative<Problem>(read));
    CHECK(std::get<Problem>(read).what == "the line is no UTF-8");
}

TEST_CASE("an answer is JSON whatever it names", "[learn][triples]") {
    CHECK(triples_json("7", {{"\"A\\B\"", "r", "Zoë\n"}}) ==
          "{\"id\":\"7\",\"triples\":[{\"sub\":\"\\\"A\\\\B\\\"\",\"rel\":\"r\",\"obj\":\"Zoë\\n\"}]}");
    CHECK(triples_json("7", {}) == "{\"id\":\"7\",\"triples\":[]}");
}
