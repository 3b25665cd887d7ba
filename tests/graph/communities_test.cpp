#include "graph/communities.hpp"

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

using namespace newsgraph;

namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

Communities found(std::size_t vertices, const Edges& edges) {
    return find_communities(vertices, edges, std::vector<std::uint64_t>(edges.size(), 1));
}

}  // namespace

TEST_CASE("two cliques with one edge between them are two communities", "[graph][communities]") {
    Edges edges{{3, 4}};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = i + 1; j < 4; ++j) {
            edges.emplace_back(i, j);
            edges.emplace_back(j + 4, i + 4);
        }
    const Communities communities = found(8, edges);
    CHECK(communities.of_vertex == std::vector<std::size_t>{0, 0, 0, 0, 1, 1, 1, 1});
    // Newman's definition by hand: of 13 edges 6 are within each, and each holds half of the degrees.
    CHECK(communities.modularity == Approx(12.0 / 13 - 0.5));
}

TEST_CASE("the largest community comes first", "[graph][communities]") {
    CHECK(found(5, {{0, 1}, {2, 3}, {3, 4}, {2, 4}}).of_vertex == std::vector<std::size_t>{1, 1, 0, 0, 0});
}

TEST_CASE("vertices without edges stay alone, and nothing has no communities", "[graph][communities]") {
    CHECK(found(2, {}).of_vertex == std::vector<std::size_t>{0, 1});
    CHECK(found(0, {}).of_vertex.empty());
    CHECK(found(1, {{0, 0}}).of_vertex == std::vector<std::size_t>{0});
}

TEST_CASE("heavy edges hold together what light ones don't", "[graph][communities]") {
    const Edges ring{{0, 1}, {1, 2}, {2, 3}, {3, 0}};
    CHECK(find_communities(4, ring, {9, 1, 9, 1}).of_vertex == std::vector<std::size_t>{0, 0, 1, 1});
    CHECK(find_communities(4, ring, {1, 9, 1, 9}).of_vertex == std::vector<std::size_t>{0, 1, 1, 0});
}
