// What is large costs in proportion: each of these takes well under a second, and very long if a step is
// quadratic.

#include <catch2/catch.hpp>
#include <string>

#include "graph/algorithms.hpp"
#include "graph/knowledge_graph.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

constexpr std::size_t many = 30'000;

}  // namespace

TEST_CASE("One relation may have very many claims and qualifiers", "[graph][invariant]") {
    Extraction extraction;
    extraction.document.id = "a";
    extraction.entities = {{"Boreal", "organization", {}, {}}, {"Cobalt", "organization", {}, {}}};
    for (std::size_t i = 0; i < many; ++i) {
        Claim claim;
        claim.head = EntityId{0};
        claim.type = "competes-with";
        claim.tail = EntityId{1};
        claim.qualifiers = {{"on", std::to_string(i), ""}, {std::to_string(i), "x", ""}};
        claim.evidence = {"a", {i, 1}, "x"};
        extraction.claims.push_back(claim);
    }
    KnowledgeGraph graph;
    graph.add(extraction);
    CHECK(graph.relations().size() == 1);
    CHECK(graph.relation(RelationId{0}).claims.size() == many);
    CHECK(graph.qualifiers(RelationId{0}).size() == 2 * many);
}

TEST_CASE("One entity may have very many names and relations", "[graph][invariant]") {
    KnowledgeGraph graph;
    std::vector<std::string> aliases;
    for (std::size_t i = 0; i < many; ++i) aliases.push_back("alias " + std::to_string(i));
    const EntityId hub = graph.add_entity("Hub", "organization", aliases, 1);
    CHECK(graph.find("alias 29999") == std::vector{hub});
    ClaimRecord claim;
    claim.document = graph.add_document({"a", "", "", ""});
    claim.type = "uses";
    claim.head = hub;
    claim.text = "x";
    claim.span = {0, 1};
    for (std::size_t i = 0; i < many; ++i) {
        claim.tail = graph.add_entity("entity " + std::to_string(i), "product", {}, 1);
        graph.add_claim(claim);
    }
    std::size_t found = 0;  // from the other end: not through all the hub's relations
    for (std::uint32_t i = 1; i <= many; ++i)
        found += graph.relations({.head = hub, .tail = EntityId{i}}).size();
    CHECK(found == many);
    CHECK(neighbors(graph, hub, 3).size() == many);
}

TEST_CASE("Very many entities may have one name", "[graph][invariant]") {
    KnowledgeGraph graph;
    const std::vector<std::string> aliases{"Smith"};
    for (std::size_t i = 0; i < many; ++i) graph.add_entity("J. Smith", "person", aliases, i);
    REQUIRE(graph.find("smith").size() == many);
    CHECK(index_of(graph.find("smith").front()) == many - 1);
}

TEST_CASE("A name may be very long", "[graph][invariant]") {
    KnowledgeGraph graph;
    const std::string name(1'000'000, 'x');
    const EntityId id = graph.add_entity(name, "product", {}, 1);
    CHECK(graph.find(name) == std::vector{id});
    CHECK(graph.nearest_names(name + "y").size() == 1);
}
