#include "export/plain_words.hpp"

#include <catch2/catch.hpp>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("Qualifiers of one name share it", "[export]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const std::vector<RelationId> found = graph.relations({.type = "outperforms-on"});
    CHECK(qualifiers_of(graph, found.at(0)) == "on: code, long tasks");
    CHECK(stance_of(graph.relation(found.at(0))) == "reported by Ember");
}

TEST_CASE("A qualifier without a name is no part of the one before", "[export]") {
    KnowledgeGraph graph;
    graph.add_document({"a", "", "", ""});
    const EntityId boreal = graph.add_entity("Boreal", "organization", {}, 1);
    ClaimRecord claim;
    claim.head = claim.tail = boreal;
    claim.qualifiers = {{"", "x", ""}, {"on", "y", ""}};
    graph.add_claim(claim);
    CHECK(qualifiers_of(graph, RelationId{0}) == ": x; on: y");
}

TEST_CASE("White space is one space, and none at the ends", "[export]") {
    CHECK(in_one_line("\r\n a \t b\n") == "a b");
    CHECK(in_one_line("  ").empty());
    CHECK(in_one_line("Caf\xE9") == "Caf\uFFFD");
}
