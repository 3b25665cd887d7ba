#pragma once
// The structure of a knowledge graph, for algorithms of Boost.Graph.

#include <boost/graph/adjacency_list.hpp>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// A vertex's number is its EntityId's; an edge's property is its RelationId. Out-edges lead from head to
/// tail. Edges stand in the order of adding.
struct BoostGraph
    : boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, RelationId> {
};

using BoostVertex = boost::graph_traits<BoostGraph>::vertex_descriptor;

inline BoostVertex vertex_of(EntityId id) noexcept { return index_of(id); }
inline EntityId entity_of(BoostVertex vertex) noexcept {
    return EntityId{static_cast<std::uint32_t>(vertex)};
}

/// A view that lives as long as the graph and follows its growth.
const BoostGraph& boost_graph(const KnowledgeGraph& graph) noexcept;

}  // namespace newsgraph
