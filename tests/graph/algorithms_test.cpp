#include "graph/algorithms.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/graph/sample.hpp"

using namespace newsgraph;
using namespace newsgraph::sample;

namespace {

/// A graph of entities "0", "1", … with a relation "uses" for each pair.
KnowledgeGraph graph_of(std::size_t size, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
    KnowledgeGraph graph;
    const DocumentId document = graph.add_document({"d", "", "", ""});
    for (std::size_t i = 0; i < size; ++i) graph.add_entity(std::to_string(i), "product", {}, 1);
    for (const auto& [head, tail] : pairs) {
        ClaimRecord claim;
        claim.head = EntityId{head};
        claim.type = "uses";
        claim.tail = EntityId{tail};
        claim.document = document;
        claim.span = {0, 1};
        claim.text = "x";
        graph.add_claim(claim);
    }
    return graph;
}

std::vector<std::pair<std::uint32_t, std::size_t>> near(const KnowledgeGraph& graph, std::uint32_t start,
                                                        std::size_t steps) {
    std::vector<std::pair<std::uint32_t, std::size_t>> found;
    for (const Neighbor& neighbor : neighbors(graph, EntityId{start}, steps)) {
        found.emplace_back(index_of(neighbor.entity), neighbor.distance);
    }
    return found;
}

using Near = std::vector<std::pair<std::uint32_t, std::size_t>>;

}  // namespace

TEST_CASE("Neighbours are those within so many relations, in either direction, nearest first",
          "[graph][algorithms]") {
    const KnowledgeGraph graph = graph_of(7, {{0, 1}, {2, 0}, {1, 3}, {3, 4}, {2, 3}, {5, 5}});
    CHECK(near(graph, 0, 0).empty());
    CHECK(near(graph, 0, 1) == Near{{1, 1}, {2, 1}});
    CHECK(near(graph, 0, 2) == Near{{1, 1}, {2, 1}, {3, 2}});
    CHECK(near(graph, 0, 99) == Near{{1, 1}, {2, 1}, {3, 2}, {4, 3}});
    CHECK(near(graph, 5, 3).empty());
    CHECK(near(graph, 6, 3).empty());
}

TEST_CASE("A path names each relation on it, against its direction too", "[graph][algorithms]") {
    const KnowledgeGraph graph = rivals_graph();
    const auto path = shortest_path(graph, only(graph, "Aurora"), only(graph, "Fjord"));
    REQUIRE(path);
    std::vector<std::string> steps;
    for (const PathStep& step : *path) steps.push_back(told(graph, step.relation));
    CHECK(steps == std::vector<std::string>{"Aurora outperforms-on Delta", "Cobalt develops Delta",
                                            "Cobalt partners-with Ember", "Ember acquires Fjord"});
    for (std::size_t i = 1; i < path->size(); ++i) CHECK((*path)[i - 1].to == (*path)[i].from);
    CHECK(path->front().from == only(graph, "Aurora"));
    CHECK(path->back().to == only(graph, "Fjord"));
}

TEST_CASE("A path keeps to the relations that are asked for", "[graph][algorithms]") {
    const KnowledgeGraph graph = rivals_graph();
    const EntityId ember = only(graph, "Ember"), fjord = only(graph, "Fjord"),
                   tasks = only(graph, "long tasks");
    CHECK_FALSE(shortest_path(graph, ember, fjord, {.modalities = {Modality::asserted}}));
    CHECK_FALSE(shortest_path(graph, ember, tasks));
    CHECK(shortest_path(graph, ember, tasks, {.open = true})->size() == 4);
    CHECK(shortest_path(graph, ember, ember)->empty());
}

TEST_CASE("A long path is found without deep recursion", "[graph][algorithms]") {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> chain;
    for (std::uint32_t i = 0; i + 1 < 50'000; ++i) chain.emplace_back(i + 1, i);
    const KnowledgeGraph graph = graph_of(50'000, chain);
    CHECK(shortest_path(graph, EntityId{0}, EntityId{49'999})->size() == 49'999);
}

TEST_CASE("Degree counts relations in and out", "[graph][algorithms]") {
    const KnowledgeGraph graph = graph_of(4, {{0, 1}, {2, 0}, {3, 0}, {0, 0}});
    CHECK(degree(graph, EntityId{0}).in == 3);
    CHECK(degree(graph, EntityId{0}).out == 2);
    CHECK(degree(graph, EntityId{1}).out == 0);
}

TEST_CASE("Whom many are related to ranks high, and the shares add up to 1", "[graph][algorithms]") {
    const KnowledgeGraph graph = graph_of(5, {{1, 0}, {2, 0}, {3, 0}, {0, 4}});
    const std::vector<double> ranks = page_rank(graph);
    REQUIRE(ranks.size() == 5);
    CHECK(std::accumulate(ranks.begin(), ranks.end(), 0.0) == Approx(1));
    CHECK(ranks[0] > ranks[1]);
    CHECK(ranks[1] == ranks[2]);
    CHECK(page_rank(graph) == ranks);
    CHECK(page_rank(KnowledgeGraph()).empty());
}

TEST_CASE("Page rank of a circle is even", "[graph][algorithms]") {
    for (const double rank : page_rank(graph_of(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}})))
        CHECK(rank == Approx(0.25));
}

TEST_CASE("A subgraph has the entities asked for, what relates them, and all claims of that",
          "[graph][algorithms]") {
    const KnowledgeGraph graph = rivals_graph();
    const std::vector<EntityId> some{only(graph, "Aurora"), only(graph, "Boreal"), only(graph, "Delta")};
    const KnowledgeGraph part = subgraph(graph, some);
    CHECK(part.entities().size() == 3);
    std::vector<RelationId> all;
    for (const RelationId id : part.relations()) all.push_back(id);
    CHECK(told(part, all) == std::vector<std::string>{"Boreal Labs releases Aurora",
                                                      "Aurora outperforms-on Delta",
                                                      "Boreal Labs develops Aurora"});
    CHECK(part.relation(RelationId{1}).claims.size() == 2);
    CHECK(part.relation(RelationId{1}).attributed_to == "Ember");
    CHECK(told(part, part.premises(RelationId{2})) ==
          std::vector<std::string>{"Boreal Labs releases Aurora"});
    CHECK(part.claim(ClaimId{0}).qualifiers[0].normalized == "2026-03-02");
    CHECK(part.document(DocumentId{0}).id == "rivals");
    CHECK(part.find("boreal") == std::vector{EntityId{0}});
}
