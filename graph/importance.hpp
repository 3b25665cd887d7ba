#pragma once
// Which entities to show where not all can be shown.

#include <cstddef>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// At most `count` of the graph's entities: those with most relations, and before others those that join
/// what is taken already; each has a relation with another one of them, as long as any has. In order of their
/// ids. Costs as much as the graph, and a bit more for each entity (n log n).
std::vector<EntityId> most_important(const KnowledgeGraph& graph, std::size_t count,
                                     const RelationFilter& filter = {});

}  // namespace newsgraph
