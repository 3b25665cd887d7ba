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

TEST_CASE("The longer ending of CSV's files tells which of the two they are", "[export]") {
    CHECK(format_from_ending("graph.nodes.csv") == Format::csv_nodes);
    CHECK(format_from_ending("a.b/graph.EDGES.csv") == Format::csv_edges);
    CHECK_FALSE(format_from_ending("graph.csv"));  // both: the program writes two files
}

TEST_CASE("Formats are known by their names and by each of their endings", "[export]") {
    CHECK(known_formats() ==
          "graphml, dot, json, gexf, csv-nodes, csv-edges, cypher, turtle, nquads, jsonld, markdown or text");
    for (const FormatFacts& known : formats()) {
        CHECK(&facts(known.format) == &known);
        CHECK(format_from_name(to_string(known.format)) == known.format);
        for (const std::string_view ending : known.endings)
            CHECK(format_from_ending("graph" + std::string(ending)) == known.format);
    }
    CHECK_FALSE(format_from_name("gml"));
}
