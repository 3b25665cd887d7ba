#pragma once
// When two names are one entity: the only place that decides it.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// For each entity of one document the entity of the graph that it is; nothing where it is new. No two of
/// them are the same one.
///
/// Conservative: the types are the same, and the canonical name of one is a name or alias of the other, as
/// folded_name sees them; so "Meta" joins "Meta Platforms" with the alias "Meta", while two people who only
/// share the alias "Smith" stay two. Where several fit, the one with the same canonical name counts, and if
/// that does not single one out, none does. Phrases (`phrase_type`) are never joined.
std::vector<std::optional<EntityId>> find_same(const KnowledgeGraph& graph, std::span<const Entity> entities);

/// Whether `name` should be canonical rather than `current`: the fuller form is, whatever the order of
/// adding.
bool is_fuller(std::string_view name, std::string_view current);

}  // namespace newsgraph
