#pragma once
// Groups of vertices that have more to do with each other than with the rest.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace newsgraph {

struct Communities {
    std::vector<std::size_t> of_vertex;  // numbers from 0; the largest community first, then by first vertex
    double modularity = 0;               // from -0.5 to 1: how much more is within than chance would have
};

/// The Louvain method (Blondel and others, Fast unfolding of communities in large networks, 2008): each
/// vertex goes to the neighbouring community where it adds most to the modularity, until none moves; then
/// communities become vertices, and so on. Directions don't count; edges between the same vertices add up.
/// Vertices are visited in their order and weights are whole numbers, so the outcome depends on nothing else.
/// About linear in the edges.
Communities find_communities(std::size_t vertices,
                             const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                             const std::vector<std::uint64_t>& weights);

}  // namespace newsgraph
