#include "export/text.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("A cell never holds two spaces, a line end, or what a terminal obeys", "[export][text]") {
    CHECK(text_cell(" two  \n lines\t") == "two lines");
    CHECK(text_cell("") == "-");
    CHECK(text_cell("\u202E") == "-");
    CHECK(text_cell("a\x1b[31mb") == "a\uFFFD[31mb");
    CHECK(text_cell("Caf\xE9 é") == "Caf\uFFFD é");
}

TEST_CASE("Columns stand below their headings, wide letters too", "[export][text]") {
    KnowledgeGraph graph;
    graph.add_entity("東京", "place", {}, 1);
    graph.add_entity("Lima", "place", std::vector<std::string>{"Ciudad"}, 12);
    std::ostringstream out;
    write_text(graph, out);
    CHECK(out.str() ==
          "ENTITIES\n"
          "Name  Type   Mentions  Other names\n"
          "東京  place  1         -\n"
          "Lima  place  12        Ciudad\n"
          "\n"
          "RELATIONS\n"
          "Head  Relation  Tail  Modality  Qualifiers  Document  Words\n"
          "\n"
          "DOCUMENTS\n"
          "Id  Date  Title  Source\n");
}
