#include "cli/graph_drawing.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/lookup.hpp"
#include "graph/algorithms.hpp"
#include "graph/importance.hpp"

namespace newsgraph {
namespace {

/// An entity, then those at most so many relations away, the nearest first; of one distance, those with most
/// relations first.
std::vector<EntityId> entities_around(const KnowledgeGraph& graph, const DrawnPart& part) {
    const EntityId middle = entity_named(graph, part.around);
    std::vector<Neighbor> near = neighbors(graph, middle, part.steps, part.filter);
    std::ranges::stable_sort(near, {}, [&](const Neighbor& neighbor) {
        const Degree ends = degree(graph, neighbor.entity, part.filter);
        return std::pair(neighbor.distance, -static_cast<std::ptrdiff_t>(ends.in + ends.out));
    });
    std::vector<EntityId> entities{middle};
    for (const Neighbor& neighbor : near) entities.push_back(neighbor.entity);
    return entities;
}

/// Those with relations; where there are no relations at all, those that stand alone, if they are wanted.
std::vector<EntityId> connected_entities(const KnowledgeGraph& graph, const DrawnPart& part) {
    std::vector<EntityId> connected, all;
    for (const EntityId id : graph.entities()) {
        if (!part.filter.open && graph.entity(id).is_phrase()) continue;
        all.push_back(id);
        const Degree ends = degree(graph, id, part.filter);
        if (ends.in + ends.out > 0) connected.push_back(id);
    }
    return connected.empty() && part.isolated ? all : connected;
}

/// How many relations there are among some of the entities.
std::size_t relations_among(const KnowledgeGraph& graph, const std::vector<EntityId>& entities,
                            const RelationFilter& filter) {
    std::vector<bool> is_in(graph.entities().size());
    for (const EntityId id : entities) is_in[index_of(id)] = true;
    std::size_t count = 0;
    for (const RelationId id : graph.relations()) {
        const RelationView relation = graph.relation(id);
        if (filter.accepts(relation) && is_in[index_of(relation.head)] && is_in[index_of(relation.tail)])
            ++count;
    }
    return count;
}

/// What is drawn, and what of it.
struct Choice {
    std::vector<EntityId> entities;
    std::string note{};  // what is left out, for people; empty where nothing is
};

/// What entities are counted, and which are taken.
std::string which_of(const DrawnPart& part, std::size_t relations) {
    if (!part.around.empty()) return " around " + part.around + ", the nearest";
    return relations > 0 ? " with relations, the best connected" : ", the first";
}

Choice choose(const KnowledgeGraph& graph, const DrawnPart& part) {
    const bool is_around = !part.around.empty();
    const std::vector<EntityId> all =
        is_around ? entities_around(graph, part) : connected_entities(graph, part);
    Choice choice{all};
    if (all.empty() && !part.isolated) choice.note = "Nothing is drawn: no relation passes the filters";
    if (all.size() > part.most_entities) {
        if (!is_around) choice.entities = most_important(graph, part.most_entities, part.filter);
        if (is_around || choice.entities.empty()) choice.entities.resize(part.most_entities);
        const std::size_t relations = relations_among(graph, all, part.filter);
        choice.note = "Drawn: " + std::to_string(choice.entities.size()) + " of " +
                      std::to_string(all.size()) + " entities" + which_of(part, relations) + ", and " +
                      std::to_string(relations_among(graph, choice.entities, part.filter)) + " of " +
                      std::to_string(relations) + " relations";
    }
    std::ranges::sort(choice.entities);
    return choice;
}

KnowledgeGraph part_of(const KnowledgeGraph& graph, const DrawnPart& part, std::string& left_out) {
    Choice choice = choose(graph, part);
    left_out = std::move(choice.note);
    return subgraph(graph, choice.entities, part.filter);
}

std::string title_of(const KnowledgeGraph& graph, const DrawnPart& part) {
    if (!part.title.empty() || graph.documents().size() != 1) return part.title;
    return graph.document(DocumentId{}).title;
}

}  // namespace

GraphDrawing::GraphDrawing(const KnowledgeGraph& graph, const DrawnPart& part)
    : graph_(part_of(graph, part, left_out_)) {
    DrawingOptions options;
    options.parts = {.open = part.filter.open, .inferred = part.filter.inferred};
    options.isolated = graph_.relations().size() == 0;
    options.title = title_of(graph, part);
    options.note = left_out_;
    drawing_ = drawing_of(graph_, options);
}

}  // namespace newsgraph
