#include "export/csv.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("A CSV field is always quoted, its quotation marks doubled and its line ends kept",
          "[export][csv]") {
    CHECK(csv_quoted("") == "\"\"");
    CHECK(csv_quoted("a,b") == "\"a,b\"");
    CHECK(csv_quoted("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csv_quoted("two\r\nlines") == "\"two\r\nlines\"");
    CHECK(csv_quoted("Caf\xE9 é") == "\"Caf\uFFFD é\"");
}

TEST_CASE("CSV has the headings of Neo4j's bulk import", "[export][csv]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    std::ostringstream nodes, edges;
    write_csv_nodes(graph, nodes);
    write_csv_edges(graph, edges);
    CHECK(nodes.str().starts_with(
        "id:ID,name,type,aliases,mentions:long,:LABEL\n"
        "\"e0\",\"Boreal Labs\",\"organization\",\"[\"\"Boreal\"\"]\",5,\"organization\"\n"));
    CHECK(
        edges.str().starts_with(":START_ID,:END_ID,:TYPE,id,type,open:boolean,inferred:boolean,modality,"
                                "attribution,qualifiers,evidence,"
                                "document,begin:long,end:long,sources,inferred_from,date\n"
                                "\"e0\",\"e1\",\"releases\",\"r0\",\"releases\",false,false,\"asserted\","
                                "\"\",\"{\"\"date\"\":[\"\"on "
                                "Monday\"\"]}\",\"Boreal Labs released Aurora on "
                                "Monday\",\"rivals\",0,37,\"[\"\"rivals\"\"]\",\"[]\",\"\"\n"));
}
