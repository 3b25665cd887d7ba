#include "graph/names.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("A name folds to what its other spellings fold to", "[graph][names]") {
    const auto [name, folded] = GENERATE(table<std::string, std::string>({
        {"Café", "cafe"},
        {"CAFE\xCC\x81", "cafe"},
        {"STRASSE", "strasse"},
        {"Straße", "strasse"},
        {"The Café's", "cafe"},
        {"Boreal’s", "boreal"},
        {"Boss'", "boss"},
        {"An Evening", "evening"},
        {"GPT\u20114o", "gpt 4o"},
        {"gpt-4O", "gpt 4o"},
        {"Acme, Inc.", "acme inc"},
        {"Acme Inc", "acme inc"},
        {"U.S.", "u.s"},
        {"ＡＢＣ", "abc"},
        {"  two \t words\n", "two words"},
        {"The", "the"},
        {"A", "a"},
        {"...", "..."},
        {"", ""},
        {std::string("A\0\x01"
                     "B",
                     4),
         std::string("a\0\x01"
                     "b",
                     4)},
        {"Łódź", "łodz"},
        {"Ελλάδα", "ελλαδα"},
        {"C++", "c++"},
        {"Caf\xE9", "caf\uFFFD"},
    }));
    CAPTURE(name);
    CHECK(folded_name(name) == folded);
}

TEST_CASE("Folding twice changes nothing more", "[graph][names]") {
    const std::string name =
        GENERATE("The The", "Straße's", "A--B", "Acme, Inc.", "ﬁ ﬂ", "İstanbul", "½ Co.");
    CAPTURE(name);
    CHECK(folded_name(folded_name(name)) == folded_name(name));
}

TEST_CASE("Distance counts insertions, deletions, replacements and swaps", "[graph][names]") {
    const auto [a, b, distance] = GENERATE(table<std::u32string, std::u32string, std::size_t>({
        {U"", U"", 0},
        {U"aurora", U"aurora", 0},
        {U"aurora", U"arora", 1},
        {U"aurora", U"auroras", 1},
        {U"aurora", U"aurola", 1},
        {U"aurora", U"auorra", 1},
        {U"", U"abc", 3},
        {U"kitten", U"sitting", 3},
        {U"äöü", U"aou", 3},
    }));
    CHECK(edit_distance(a, b, 3) == distance);
    CHECK(edit_distance(b, a, 3) == distance);
    CHECK(edit_distance(a, b, 10) == distance);
    if (distance > 0) CHECK_FALSE(edit_distance(a, b, distance - 1));
}

TEST_CASE("Distance between long names costs only their length times the bound", "[graph][names]") {
    const std::u32string a(1'000'000, U'a');
    const std::u32string b = a.substr(1) + U'b';
    CHECK(edit_distance(a, b, 2) == 1);
}
