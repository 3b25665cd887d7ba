#include "export/page_overview.hpp"

#include <catch2/catch.hpp>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

/// Entities "0" to "n - 1", joined as `edges` says.
KnowledgeGraph graph_of_edges(std::size_t entities,
                              const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
    KnowledgeGraph graph;
    graph.add_document({"news", "", "", ""});
    for (std::size_t i = 0; i < entities; ++i) graph.add_entity(std::to_string(i), "person", {}, 1);
    for (const auto& [head, tail] : edges) {
        ClaimRecord claim;
        claim.head = EntityId{head};
        claim.tail = EntityId{tail};
        claim.type = "knows";
        graph.add_claim(claim);
    }
    return graph;
}

std::string names(const KnowledgeGraph& graph, const std::vector<EntityId>& entities) {
    std::string all;
    for (const EntityId id : entities) (all += all.empty() ? "" : " ") += graph.entity(id).name;
    return all;
}

}  // namespace

TEST_CASE("The best connected entity is the most important, of two the one that more leads to",
          "[export][page]") {
    const KnowledgeGraph graph = graph_of_edges(5, {{0, 2}, {1, 2}, {2, 3}});
    CHECK(names(graph, by_importance(graph, Selection(graph, {}))) == "2 3 0 1 4");
}

TEST_CASE("An overview is what is related to the most important", "[export][page]") {
    // 0 with 1 to 4; 5 to 7 a ring apart from them; 8 alone.
    const KnowledgeGraph graph = graph_of_edges(9, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 6}, {6, 7}, {7, 5}});
    const Selection selection(graph, {});
    const std::vector<EntityId> order = by_importance(graph, selection);
    CHECK(names(graph, overview(graph, selection, order, 3)) == "0 1 2");
    CHECK(overview(graph, selection, order, 9).size() == 8);
    CHECK(overview(graph, selection, order, 0).empty());
}

TEST_CASE("Where nothing is related, an overview is the first entities", "[export][page]") {
    const KnowledgeGraph graph = graph_of_edges(4, {});
    const Selection selection(graph, {});
    CHECK(names(graph, overview(graph, selection, by_importance(graph, selection), 2)) == "0 1");
}
