#include "cli/pattern.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace newsgraph;

namespace {

const std::vector<std::string> types{"competes-with", "develops", "outperforms-on", "uses"};

/// E.g. "Meta|uses|?".
std::string read(const std::vector<std::string>& arguments) {
    const Pattern pattern = parse_pattern(arguments, types);
    return pattern.head.value_or("?") + "|" + pattern.type.value_or("?") + "|" + pattern.tail.value_or("?");
}

}  // namespace

TEST_CASE("a pattern is a head, a type and a tail, any of them free", "[cli][pattern]") {
    CHECK(read({"Meta competes-with ?"}) == "Meta|competes-with|?");
    CHECK(read({"? outperforms-on GPT-4o"}) == "?|outperforms-on|GPT-4o");
    CHECK(read({"? ? ?"}) == "?|?|?");
    CHECK(read({"Meta", "uses", "?"}) == "Meta|uses|?");
}

TEST_CASE("names of several words need no quotation marks", "[cli][pattern]") {
    CHECK(read({"\"Muse Spark\" ? ?"}) == "Muse Spark|?|?");
    CHECK(read({"Muse Spark ? ?"}) == "Muse Spark|?|?");
    CHECK(read({"Google DeepMind develops Gemini 1.5 Pro"}) == "Google DeepMind|develops|Gemini 1.5 Pro");
    CHECK(read({"Muse Spark", "?", "?"}) == "Muse Spark|?|?");
    CHECK(read({"Muse", "Spark", "?", "Gemini", "Pro"}) == "Muse Spark|?|Gemini Pro");
}

TEST_CASE("a type may be written with spaces and in capitals", "[cli][pattern]") {
    CHECK(read({"Meta competes with ?"}) == "Meta|competes-with|?");
    CHECK(read({"Meta Competes-With ?"}) == "Meta|competes-with|?");
}

TEST_CASE("quoted words are names, even those that are types", "[cli][pattern]") {
    CHECK(read({"\"Meta uses\" uses ?"}) == "Meta uses|uses|?");
    CHECK_THROWS_WITH(
        read({"Meta uses uses Acme"}),
        "pattern \"Meta uses uses Acme\": it can be read in several ways; put names of several words in "
        "quotation marks");
}

TEST_CASE("an unknown type is named, with what is known", "[cli][pattern]") {
    CHECK_THROWS_WITH(
        read({"Meta competes_with ?"}),
        "relation type \"competes_with\": is not known; did you mean \"competes-with\"? known are "
        "competes-with, develops, outperforms-on, uses");
    CHECK_THROWS_WITH(
        read({"Meta eats ?"}),
        "relation type \"eats\": is not known; known are competes-with, develops, outperforms-on, uses");
}

TEST_CASE("what is no pattern is told how one looks", "[cli][pattern]") {
    CHECK_THROWS_WITH(read({"Meta"}), Catch::Contains("a head, a relation type and a tail are needed"));
    CHECK_THROWS_WITH(read({}), Catch::Contains("a head, a relation type and a tail are needed"));
    CHECK_THROWS_WITH(read({"\"Meta uses ?"}), Catch::Contains("a quotation mark is not closed"));
    CHECK_THROWS_WITH(read({"Meta of Menlo Park likes Acme"}),
                      Catch::Contains("none of its words is a relation type"));
}
