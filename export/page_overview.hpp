#pragma once
// Which entities a person should see first on a page.

#include <cstddef>
#include <vector>

#include "export/selection.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// The selected entities, the most important first: those with the most relations; of these, by page rank
/// (graph/algorithms.hpp), then by id. Costs n log n.
std::vector<EntityId> by_importance(const KnowledgeGraph& graph, const Selection& selection);

/// At most `most` entities of `order` that make one picture: the most important, and then by importance those
/// that are related to one already chosen. Where nothing is related, the first ones. In the order of
/// choosing. Requires `order` to be all that is selected (`by_importance`). Linear.
std::vector<EntityId> overview(const KnowledgeGraph& graph, const Selection& selection,
                               const std::vector<EntityId>& order, std::size_t most);

}  // namespace newsgraph
