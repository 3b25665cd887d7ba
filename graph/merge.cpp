#include "graph/merge.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "graph/names.hpp"

namespace newsgraph {
namespace {

/// An entity's type and folded canonical name.
using Identity = std::pair<std::string_view, std::string>;

// The first entity of the graph with this type and canonical name.
std::optional<EntityId> with_identity(const KnowledgeGraph& graph, const Identity& identity) {
    for (const EntityId id : graph.same_name(identity.second)) {
        const EntityView known = graph.entity(id);
        if (known.type == identity.first && known.folded == identity.second) return id;
    }
    return std::nullopt;
}

// The only entity of the entity's type that has its canonical name as an alias, or whose canonical name is an
// alias of it.
std::optional<EntityId> with_alias(const KnowledgeGraph& graph, const Entity& entity) {
    std::set<EntityId> found;
    for (const EntityId id : graph.same_name(entity.name)) {
        if (graph.entity(id).type == entity.type) found.insert(id);
    }
    for (const std::string& alias : entity.aliases) {
        const std::string folded = folded_name(alias);
        for (const EntityId id : graph.same_name(folded)) {
            const EntityView known = graph.entity(id);
            if (known.type == entity.type && known.folded == folded) found.insert(id);
        }
    }
    if (found.size() != 1) return std::nullopt;
    return *found.begin();
}

}  // namespace

std::vector<Same> find_same(const KnowledgeGraph& graph, std::span<const Entity> entities) {
    std::vector<Same> same(entities.size());
    std::map<Identity, std::size_t> of_document;
    std::set<EntityId> taken;
    // Those that have the very name of a known entity come first: an alias must not take it from them.
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (entities[i].type == phrase_type) continue;
        const Identity identity(entities[i].type, folded_name(entities[i].name));
        const auto [first, is_first] = of_document.emplace(identity, i);
        if (!is_first) {
            same[i].earlier = first->second;
        } else if (const auto known = with_identity(graph, identity)) {
            same[i].known = known;
            taken.insert(*known);
        }
    }
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (entities[i].type == phrase_type || same[i].known || same[i].earlier) continue;
        const auto known = with_alias(graph, entities[i]);
        if (known && taken.insert(*known).second) same[i].known = known;
    }
    return same;
}

bool is_fuller(std::string_view name, std::string_view current) {
    if (name == current) return false;
    const std::u32string ours = code_points(folded_name(name));
    const std::u32string theirs = code_points(folded_name(current));
    if (ours.size() != theirs.size()) return ours.size() > theirs.size();
    return name < current;  // any rule will do that doesn't depend on which came first
}

}  // namespace newsgraph
