#include "ingest/entity/gazetteer.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>

#include "graph/error.hpp"

using namespace newsgraph;

TEST_CASE("a name has the types of all things of that name", "[entity][gazetteer]") {
    Gazetteer gazetteer;
    gazetteer.extend_from_json(R"([
{"name": "Georgia", "type": "place"},
{"name": "Georgia Press", "type": "organization", "aliases": ["Georgia", "GP"]}])",
                               "test.json");
    CHECK(gazetteer.types("Georgia") == (TypeSet(TypeId::place) | TypeId::organization));
    CHECK(gazetteer.types("GP") == TypeSet(TypeId::organization));
    CHECK(gazetteer.types("georgia").empty());
    CHECK(gazetteer.begins_name("Georgia"));
    CHECK_FALSE(gazetteer.begins_name("Press"));
    REQUIRE(gazetteer.entries("GP").size() == 1);
    CHECK(gazetteer.name(gazetteer.entries("GP").front()) == "Georgia Press");
}

TEST_CASE("words tell what a name near them is", "[entity][gazetteer]") {
    Gazetteer gazetteer;
    gazetteer.extend_from_json(R"({"reference": {"organization": ["chipmaker"]}, "title": ["Judge"],
"noun": {"vessel": ["frigate"]}})",
                               "test.json");
    CHECK(gazetteer.word("chipmaker").of(WordClass::reference).contains(TypeId::organization));
    CHECK(gazetteer.word("chipmaker").of(WordClass::noun).contains(TypeId::organization));
    CHECK(gazetteer.word("Judge").is(title_word));
    CHECK_FALSE(gazetteer.word("judge").is(title_word));
    CHECK(gazetteer.type_name(static_cast<TypeId>(guide_type_count)) == "vessel");
}

TEST_CASE("a mistake in a gazetteer is told with its line and how to mend it", "[entity][gazetteer]") {
    const auto [json, message] = GENERATE(table<std::string, std::string>({
        {"[\n{\"name\": \"Acme\"}]",
         "my.json:2: field \"type\" is missing; write {\"name\": \"Acme\", \"type\": "
         "\"organization\"}"},
        {"[\n{\"name\": \"A\", \"type\": \"place\"},\n{\"type\": \"place\"}]",
         "my.json:3: field \"name\" is missing; write {\"name\": \"Acme\", \"type\": \"organization\"}"},
        {"[\n{\"name\": \"A\", \"type\": \"place\",\n\"alias\": []}]",
         "my.json:2: field \"alias\" is not known; a name has \"name\", \"type\" and \"aliases\""},
        {"[\n\n{\"name\": \"A\", \"type\": \"place\" \"aliases\": []}]",
         "my.json:3: this is no JSON: Missing a comma or '}' after an object member.; mend the line, or "
         "check "
         "it with "
         "python3 -m json.tool"},
        {"[\n\"Acme\"]",
         "my.json:2: a name is not an object; write {\"name\": \"Acme\", \"type\": \"organization\"}"},
        {"{\n\"title\": \"Mr\"}", "my.json:2: \"title\" is not a list of words; write [\"one\", \"two\"]"},
        {"7",
         "my.json:1: the file holds neither a list of names nor an object of word lists; begin it with "
         "[{\"name\": …}] or {\"noun\": …}"},
    }));
    CAPTURE(json);
    Gazetteer gazetteer;
    CHECK_THROWS_WITH(gazetteer.extend_from_json(json, "my.json"), message);
}

TEST_CASE("an unknown kind of words is told with those that are known", "[entity][gazetteer]") {
    Gazetteer gazetteer;
    CHECK_THROWS_WITH(
        gazetteer.extend_from_json("{\n\"nouns\": {}}", "my.json"),
        Catch::Contains("my.json:2: there is no kind of words \"nouns\"; the kinds are last_word,"));
}

TEST_CASE("the gazetteer that comes with the program can be read", "[entity][gazetteer]") {
    const Gazetteer gazetteer(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/gazetteer");
    CHECK(gazetteer.types("France").contains(TypeId::place));
    CHECK(gazetteer.types("French").contains(TypeId::group));
    CHECK(gazetteer.word("Mr").is(title_word));
    CHECK(gazetteer.word("company").of(WordClass::reference).contains(TypeId::organization));
}
