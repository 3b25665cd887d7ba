#include "ingest/read/json_lines.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <variant>

using namespace newsgraph;

TEST_CASE("A line of JSON is a document with what it states of itself", "[read][json]") {
    const auto read = document_from_json(
        R"({"id": 7, "title": "Acme  grows", "date": "8 April 2026", "url": "https://example.org", "text": "Café.", "x": []})",
        "news.jsonl:1");
    const Document& document = std::get<Document>(read);
    CHECK(document.id == "7");
    CHECK(document.title == "Acme grows");
    CHECK(document.date == "2026-04-08");
    CHECK(document.source == "https://example.org");
    CHECK(document.text == "Café.");
    REQUIRE(document.paragraphs.size() == 1);
}

TEST_CASE("What is wrong with a line is said by its number", "[read][json]") {
    const auto [line, what] = GENERATE(table<std::string, std::string>({
        {R"({"id": "a"})", R"(field "text" is missing)"},
        {R"({"id": "a", "text": " \n"})", R"(field "text" is empty)"},
        {R"({"text": "x"})", R"(field "id" is missing)"},
        {R"({"id": {}, "text": "x"})", R"(field "id" is no text)"},
        {R"({"id": "a", "text": "x\u0000"})", R"(field "text" holds a zero byte)"},
        {R"([1])", "is no JSON object"},
        {"{\"id\": \"a\", \"text\": \"\xFF\"}", "is no JSON: Invalid encoding in string. (byte 21)"},
    }));
    CAPTURE(line);
    const auto read = document_from_json(line, "news.jsonl:4");
    REQUIRE(std::holds_alternative<Problem>(read));
    CHECK(std::get<Problem>(read).where == "news.jsonl:4");
    CHECK(std::get<Problem>(read).what == what);
}

TEST_CASE("Blank lines are passed over and counted, whatever ends them", "[read][json]") {
    std::istringstream in("\xEF\xBB\xBF{}\r\n\r\n \n[]");
    JsonLines lines(in, "news.jsonl");
    CHECK(std::get<std::string>(*lines.next()) == "{}\r");
    CHECK(lines.where() == "news.jsonl:1");
    CHECK(std::get<std::string>(*lines.next()) == "[]");
    CHECK(lines.where() == "news.jsonl:4");
    CHECK_FALSE(lines.next());
}
