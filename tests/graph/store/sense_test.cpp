#include "graph/store/sense.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("A sense is the same after it was written as text", "[store]") {
    const Sense sense = GENERATE(values<Sense>({
        {},
        {{"sport"}, {}},
        {{"business and law", "sport"}, {{2025, "acme robotics"}, {2026, "norvane"}}},
        {{}, {{2026, "café zoë"}}},
    }));
    const Sense read = sense_from(to_text(sense));
    CHECK(read.kinds == sense.kinds);
    CHECK(read.posts == sense.posts);
    CHECK(sense.empty() == to_text(sense).empty());
}

TEST_CASE("Work of different kinds parts namesakes unless claims relate both to a third", "[store]") {
    const Sense striker{{"sport"}, {}}, executive{{"office"}, {}}, both{{"office", "sport"}, {}}, unknown;
    CHECK(weight_of_namesakes(striker, executive, false) <= 0);
    CHECK(weight_of_namesakes(striker, executive, true) > 0);
    CHECK(weight_of_namesakes(striker, striker, false) > 0);
    CHECK(weight_of_namesakes(striker, both, false) > 0);
    CHECK(weight_of_namesakes(striker, unknown, false) > 0);
    CHECK(weight_of_namesakes(unknown, unknown, false) > 0);
}

TEST_CASE(
    "Who heads different bodies at one time is two, but not over the years or by another name of a body",
    "[store]") {
    const auto heads = [](int year, const char* body) { return Sense{{"office"}, {{year, body}}}; };
    CHECK(weight_of_namesakes(heads(2026, "acme robotics"), heads(2026, "norvane"), false) <= 0);
    CHECK(weight_of_namesakes(heads(2026, "acme robotics"), heads(2025, "norvane"), false) <= 0);
    CHECK(weight_of_namesakes(heads(2026, "acme robotics"), heads(2020, "norvane"), false) > 0);
    CHECK(weight_of_namesakes(heads(2026, "acme robotics"), heads(2026, "acme"), false) > 0);
    CHECK(weight_of_namesakes(heads(2026, "acme"), heads(2026, "acme inc"), false) > 0);
    CHECK(weight_of_namesakes(heads(2026, "etb"), heads(2026, "european test bank"), false) > 0);
    CHECK(in_words(heads(2026, "norvane")) == "office; heads norvane in 2026");
}
