#include "export/options.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("A file's ending tells its format", "[export]") {
    CHECK(format_from_ending("graph.graphml") == Format::graphml);
    CHECK(format_from_ending("a.b/graph.GraphML") == Format::graphml);
    CHECK(format_from_ending("graph.xml") == Format::graphml);
    CHECK(format_from_ending("graph.dot") == Format::dot);
    CHECK(format_from_ending("graph.gv") == Format::dot);
    CHECK(format_from_ending("graph.tar.json") == Format::json);
    for (const char* path : {"", "-", "graph", ".json", "graph.gml", "json"})
        CHECK_FALSE(format_from_ending(path));
}

TEST_CASE("Formats are known by their names", "[export]") {
    CHECK(known_formats() == "graphml, dot or json");
    for (const Format format : {Format::graphml, Format::dot, Format::json}) {
        CHECK(format_from_name(to_string(format)) == format);
    }
    CHECK_FALSE(format_from_name("gml"));
}
