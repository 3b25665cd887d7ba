#include "cli/pattern.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace newsgraph;

namespace {

const std::vector<std::string> types{"competes-with", "develops", "outperforms-on", "uses"};

std::string told(const Term& term) {
    if (!term.is_variable()) return term.text;
    return "?" + term.variable + (term.entity_type.empty() ? "" : ":" + term.entity_type);
}

/// E.g. "Meta|uses|?".
std::string read(const std::vector<std::string>& arguments) {
    std::string text;
    for (const Pattern& pattern : parse_patterns(arguments, types))
        text += (text.empty() ? "" : " . ") + told(pattern.head) + "|" + told(pattern.type) + "|" +
                told(pattern.tail);
    return text;
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

TEST_CASE("a full stop that hangs on a word is told where patterns can be read around it", "[cli][pattern]") {
    CHECK_THROWS_WITH(read({"?a develops ?b. ?b uses ?c"}),
                      "\"?b. ?b\": a full stop between patterns stands by itself; write \"?b . ?b\"");
    CHECK_THROWS_WITH(read({"?a develops ?b .?b uses ?c"}),
                      "\"?b .?b\": a full stop between patterns stands by itself; write \"?b . ?b\"");
}

TEST_CASE("an unknown type is named, with what is known", "[cli][pattern]") {
    CHECK_THROWS_WITH(read({"Meta competes_with ?"}),
                      "pattern \"Meta competes_with ?\": relation type \"competes_with\" is not known; did "
                      "you mean \"competes-with\"?");
    CHECK_THROWS_WITH(read({"Meta eats ?"}),
                      "pattern \"Meta eats ?\": relation type \"eats\" is not known; known are "
                      "competes-with, develops, outperforms-on, uses");
}

TEST_CASE("what is no pattern is told how one looks", "[cli][pattern]") {
    CHECK_THROWS_WITH(read({"Meta"}), Catch::Contains("a head, a relation type and a tail are needed"));
    CHECK_THROWS_WITH(read({}), Catch::Contains("a head, a relation type and a tail are needed"));
    CHECK_THROWS_WITH(read({"\"Meta uses ?"}), Catch::Contains("a quotation mark is not closed"));
    CHECK_THROWS_WITH(read({"Meta of Menlo Park likes Acme"}),
                      Catch::Contains("none of its words is a relation type"));
}

TEST_CASE("patterns are joined by a full stop of its own", "[cli][pattern]") {
    CHECK(read({"?org develops ?m . ?m outperforms-on ?rival"}) ==
          "?org|develops|?m . ?m|outperforms-on|?rival");
    CHECK(read({"Acme Inc. uses ?m:model . ?m:model ? \"Dr. No\""}) ==
          "Acme Inc.|uses|?m:model . ?m:model|?|Dr. No");
    CHECK(read({"Meta ?how OpenAI"}) == "Meta|?how|OpenAI");
    CHECK_THROWS_WITH(read({"?a uses ?b ."}), Catch::Contains("there is nothing before or after a \".\""));
    CHECK_THROWS_WITH(read({"?a uses ?b . . ?b uses ?c"}), Catch::Contains("nothing before or after"));
}

TEST_CASE("patterns that share no variable are refused, but conditions are not", "[cli][pattern]") {
    CHECK_THROWS_WITH(read({"?a uses ?b . ?c uses ?d"}),
                      Catch::Contains("its parts have no variable in common; use one variable in both"));
    CHECK_THROWS_WITH(read({"Meta uses ? . ? develops ?"}), Catch::Contains("no variable in common"));
    CHECK(read({"?a uses ?b . Meta uses Acme"}) == "?a|uses|?b . Meta|uses|Acme");
}

TEST_CASE("a variable is an entity or a relation type, and has a name of its own", "[cli][pattern]") {
    CHECK_THROWS_WITH(read({"?a ?b ?c . ?c uses ?b"}),
                      Catch::Contains("\"?b\": stands for an entity in one place and for a relation type"));
    CHECK_THROWS_WITH(read({"Meta ?how:person ?"}), Catch::Contains("which has no type; write \"?how\""));
    CHECK_THROWS_WITH(read({"?a,b uses ?"}), Catch::Contains("\"?a,b\": is no variable; write ?, ?name"));
    CHECK_THROWS_WITH(read({"?a: uses ?"}), Catch::Contains("is no variable"));
    CHECK_THROWS_WITH(read({"?modality uses ?"}),
                      Catch::Contains("the name of a column that every result has"));
}
