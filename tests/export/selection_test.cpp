#include "export/selection.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("Numbered ids count without gaps, across words of 64", "[export][selection]") {
    NumberedIds<EntityId> ids(300);
    const std::vector<std::uint32_t> wanted{0, 1, 63, 64, 127, 200, 299};
    for (const std::uint32_t id : wanted) ids.add(EntityId{id});
    ids.number();
    std::vector<std::uint32_t> found;
    for (const EntityId id : ids) {
        CHECK(ids.number_of(id) == found.size());
        found.push_back(index_of(id));
    }
    CHECK(found == wanted);
    CHECK(ids.size() == wanted.size());
    CHECK_FALSE(ids.has(EntityId{65}));
    CHECK(NumberedIds<EntityId>(0).size() == 0);
}

TEST_CASE("Claims are numbered relation by relation, over those that are written", "[export][selection]") {
    KnowledgeGraph graph;
    graph.add_document({"a", "", "", ""});
    std::vector<EntityId> entities;
    for (int i = 0; i < 50; ++i)
        entities.push_back(graph.add_entity("E" + std::to_string(i), "place", {}, 1));
    for (const Modality modality : {Modality::asserted, Modality::possible}) {
        for (std::size_t i = 0; i < entities.size(); ++i) {
            ClaimRecord claim;
            claim.head = entities[i];
            claim.tail = entities[(i + 1) % entities.size()];
            claim.type = i % 3 == 0 ? "first" : "second";
            claim.modality = i % 2 == 0 ? Modality::negated : modality;
            graph.add_claim(claim);
        }
    }
    ExportOptions options;
    options.modalities = {Modality::asserted};
    const Selection selection(graph, options);
    std::size_t number = 0;
    for (const RelationId id : selection.relations()) {
        for (const ClaimId claim : graph.relation(id).claims)
            CHECK(selection.id(claim) == "c" + std::to_string(number++));
    }
    CHECK(number == 50);  // every second relation, two claims each
    CHECK_FALSE(selection.has(RelationId{0}));
    CHECK_FALSE(selection.has(ClaimId{0}));
}

TEST_CASE("Entities without a relation that is written can be left out", "[export][selection]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    ExportOptions options;
    options.modalities = {Modality::negated};
    CHECK(Selection(graph, options).entities().size() == 6);
    options.isolated = false;
    const Selection selection(graph, options);
    CHECK(selection.entities().size() == 2);
    CHECK(selection.id(sample::only(graph, "Ember")) == "e0");
    CHECK(selection.id(sample::only(graph, "Fjord")) == "e1");
}
