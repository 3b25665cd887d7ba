#include "export/page_overview.hpp"

#include <algorithm>

#include "graph/algorithms.hpp"

namespace newsgraph {
namespace {

/// The neighbours of each selected entity, by its number: `of[begin[n]]` up to `of[begin[n + 1]]`.
struct Neighbourhoods {
    std::vector<std::uint32_t> begin, of;
};

Neighbourhoods neighbourhoods(const KnowledgeGraph& graph, const Selection& selection) {
    Neighbourhoods all;
    all.begin.resize(selection.entities().size() + 2);
    const auto number = [&](EntityId id) { return selection.entities().number_of(id); };
    for (const RelationId id : selection.relations()) {
        const RelationView relation = graph.relation(id);
        ++all.begin[number(relation.head) + 2];
        ++all.begin[number(relation.tail) + 2];
    }
    for (std::size_t i = 2; i < all.begin.size(); ++i) all.begin[i] += all.begin[i - 1];
    all.of.resize(all.begin.back());
    for (const RelationId id : selection.relations()) {
        const RelationView relation = graph.relation(id);
        all.of[all.begin[number(relation.head) + 1]++] = number(relation.tail);
        all.of[all.begin[number(relation.tail) + 1]++] = number(relation.head);
    }
    return all;
}

}  // namespace

std::vector<EntityId> by_importance(const KnowledgeGraph& graph, const Selection& selection) {
    std::vector<std::size_t> degrees(selection.entities().size());
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    edges.reserve(selection.relations().size());
    for (const RelationId id : selection.relations()) {
        const RelationView relation = graph.relation(id);
        edges.emplace_back(selection.entities().number_of(relation.head),
                           selection.entities().number_of(relation.tail));
        ++degrees[edges.back().first];
        ++degrees[edges.back().second];
    }
    const std::vector<double> ranks = page_rank(degrees.size(), edges);
    std::vector<EntityId> order;
    for (const EntityId id : selection.entities()) order.push_back(id);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](EntityId id) {
        const std::uint32_t number = selection.entities().number_of(id);
        return std::pair(degrees[number], ranks[number]);
    });
    return order;
}

std::vector<EntityId> overview(const KnowledgeGraph& graph, const Selection& selection,
                               const std::vector<EntityId>& order, std::size_t most) {
    const Neighbourhoods near = neighbourhoods(graph, selection);
    std::vector<bool> is_chosen(order.size());
    std::vector<EntityId> chosen;
    const auto number = [&](EntityId id) { return selection.entities().number_of(id); };
    const auto has_relations = [&](EntityId id) {
        return near.begin[number(id)] < near.begin[number(id) + 1];
    };
    const auto choose = [&](EntityId id) {
        is_chosen[number(id)] = true;
        chosen.push_back(id);
    };
    const bool is_related = !order.empty() && has_relations(order.front());
    // Some stand for themselves, so that a picture is not the surroundings of a single entity.
    for (const EntityId id : order) {
        if (chosen.size() >= (is_related ? (most + 7) / 8 : most) || (is_related && !has_relations(id)))
            break;
        choose(id);
    }
    constexpr int passes = 2;  // the second for those whose neighbours the first one chose
    for (int pass = 0; is_related && pass < passes; ++pass) {
        for (const EntityId id : order) {
            if (chosen.size() == most || !has_relations(id)) break;
            const auto first = near.of.begin() + near.begin[number(id)];
            const auto last = near.of.begin() + near.begin[number(id) + 1];
            if (!is_chosen[number(id)] &&
                std::any_of(first, last, [&](std::uint32_t n) { return is_chosen[n]; }))
                choose(id);
        }
    }
    for (const EntityId id : order) {  // small pieces, where there is still room
        if (chosen.size() == most || !is_related || !has_relations(id)) break;
        if (!is_chosen[number(id)]) choose(id);
    }
    return chosen;
}

}  // namespace newsgraph
