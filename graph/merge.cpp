#include "graph/merge.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "graph/names.hpp"

namespace newsgraph {
namespace {

// Entities of the entity's type whose canonical name it has, or that have its canonical name.
std::vector<EntityId> candidates(const KnowledgeGraph& graph, const Entity& entity) {
    std::set<EntityId> found;
    for (const EntityId id : graph.same_name(entity.name)) {
        if (graph.entity(id).type == entity.type) found.insert(id);
    }
    for (const std::string& alias : entity.aliases) {
        const std::string folded = folded_name(alias);
        for (const EntityId id : graph.same_name(alias)) {
            const EntityView known = graph.entity(id);
            if (known.type == entity.type && known.folded == folded) found.insert(id);
        }
    }
    return {found.begin(), found.end()};
}

std::optional<EntityId> only_candidate(const KnowledgeGraph& graph, const Entity& entity) {
    const std::vector<EntityId> found = candidates(graph, entity);
    if (found.size() == 1) return found.front();
    const std::string folded = folded_name(entity.name);
    std::optional<EntityId> only;
    for (const EntityId id : found) {
        if (graph.entity(id).folded != folded) continue;
        if (only) return std::nullopt;
        only = id;
    }
    return only;
}

}  // namespace

std::vector<std::optional<EntityId>> find_same(const KnowledgeGraph& graph,
                                               std::span<const Entity> entities) {
    std::vector<std::optional<EntityId>> same;
    std::set<EntityId> taken;
    for (const Entity& entity : entities) {
        std::optional<EntityId> known;
        if (entity.type != phrase_type) known = only_candidate(graph, entity);
        if (known && !taken.insert(*known).second) known.reset();
        same.push_back(known);
    }
    return same;
}

bool is_fuller(std::string_view name, std::string_view current) {
    const std::u32string ours = code_points(folded_name(name));
    const std::u32string theirs = code_points(folded_name(current));
    if (ours.size() != theirs.size()) return ours.size() > theirs.size();
    return name < current;  // any rule will do that doesn't depend on which came first
}

}  // namespace newsgraph
