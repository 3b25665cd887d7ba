#pragma once
// When two names are one entity: the only place that decides it.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// What an entity of a document is: one that the graph knows, one that the document has named before, or else
/// new.
struct Same {
    std::optional<EntityId> known;
    std::optional<std::size_t> earlier;  // an index into the document's entities
};

/// Says this for each entity of one document. Names are compared as folded_name sees them.
///
/// Conservative: two entities are one only if their types are the same and the canonical name of one is a
/// name or alias of the other; so "Meta" joins "Meta Platforms" with the alias "Meta", while two people who
/// only share the alias "Smith" stay two. Of several that fit, the one with the same canonical name counts,
/// the first if even these are several; without one, none does, for the text does not say which is meant.
/// Entities of one document with the same canonical name and type are one; others of it never become one, for
/// the text has told them apart. Phrases
/// (`phrase_type`) are never joined.
std::vector<Same> find_same(const KnowledgeGraph& graph, std::span<const Entity> entities);

/// Whether `name` should be canonical rather than `current`: the fuller form is, whatever the order of
/// adding.
bool is_fuller(std::string_view name, std::string_view current);

}  // namespace newsgraph
