#pragma once
// What the shape of the graph tells: who is near whom, by which way, and who matters.

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// An entity, and how many relations away it is.
struct Neighbor {
    EntityId entity{};
    std::size_t distance = 0;
    RelationId via{};  // the last relation on a shortest way to it
};

/// The entities that at most `steps` relations, in either direction, part from `start`, without `start`: the
/// nearest first, those of one distance in the order in which their relations were added. Costs as much as
/// the relations of all entities nearer than `steps`, and a bit for each entity of the graph.
std::vector<Neighbor> neighbors(const KnowledgeGraph& graph, EntityId start, std::size_t steps,
                                const RelationFilter& filter = {});

/// A relation on a path; the path goes against its direction where `from` is its tail.
struct PathStep {
    EntityId from{};
    RelationId relation{};
    EntityId to{};
};

/// A path of the fewest relations, in either direction, from one entity to another; of several such always
/// the same one. Empty from an entity to itself; nothing where there is no path. Linear in the graph.
std::optional<std::vector<PathStep>> shortest_path(const KnowledgeGraph& graph, EntityId from, EntityId to,
                                                   const RelationFilter& filter = {});

/// How many relations an entity is the tail, and the head, of.
struct Degree {
    std::size_t in = 0;
    std::size_t out = 0;
};

Degree degree(const KnowledgeGraph& graph, EntityId entity, const RelationFilter& filter = {});

/// For each entity, by its id, the share of time that a reader spends there who follows relations from head
/// to tail at random and, with probability 0.15, starts anew anywhere (Page and others, 1999). The shares add
/// up to 1. Linear in the graph, `iterations` times.
std::vector<double> page_rank(const KnowledgeGraph& graph, const RelationFilter& filter = {},
                              std::size_t iterations = 20);

/// The same for a graph that is only given as its edges, from vertex to vertex, each less than `vertices`.
std::vector<double> page_rank(std::size_t vertices,
                              const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                              std::size_t iterations = 20);

/// A graph of these entities, the relations among them that the filter accepts, all claims of these, and the
/// documents that make them; all in the order that they have here. Claims that follow from claims left out no
/// longer name those.
KnowledgeGraph subgraph(const KnowledgeGraph& graph, std::span<const EntityId> entities,
                        const RelationFilter& filter = {});

}  // namespace newsgraph
