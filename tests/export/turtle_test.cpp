#include "export/turtle.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::string turtle_of(const KnowledgeGraph& graph) {
    std::ostringstream out;
    write_turtle(graph, out);
    return out.str();
}

}  // namespace

TEST_CASE("Turtle reifies a claim with who says it, where and in which words", "[export][turtle]") {
    CHECK_THAT(turtle_of(sample::rivals_graph()), Catch::Contains(R"(g:c6 a ng:Claim, rdf:Statement ;
    rdf:subject g:e1 ;
    rdf:predicate rel:outperforms-on ;
    rdf:object g:e3 ;
    ng:relationType "outperforms-on" ;
    ng:modality ng:reported ;
    prov:wasAttributedTo g:e4 ;
    prov:hadPrimarySource g:d0 ;
    ng:quote "Aurora reportedly beats Delta on long tasks" ;
)"));
}

TEST_CASE("Turtle states plainly what is asserted, and nothing else", "[export][turtle]") {
    const std::string turtle = turtle_of(sample::rivals_graph());
    CHECK_THAT(turtle, Catch::Contains("\ng:e0 rel:releases g:e1 .\n"));
    CHECK_THAT(turtle, !Catch::Contains("\ng:e1 rel:outperforms-on"));  // reported
    CHECK_THAT(turtle, !Catch::Contains("\ng:e4 rel:acquires"));        // negated
}
