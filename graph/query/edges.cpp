#include "graph/query/edges.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace newsgraph {

EdgeList read_edges(Store& store, const ClaimFilter& filter) {
    Database& database = store.database();
    const auto row = database.prepare("SELECT r.head, r.tail, r.sources FROM relation r WHERE 1" +
                                      filter.relation_condition());
    std::vector<std::tuple<std::int64_t, std::int64_t, std::uint64_t>> relations;
    std::unordered_map<std::int64_t, std::size_t> places;
    while (row->step()) {
        relations.emplace_back(row->integer(0), row->integer(1), static_cast<std::uint64_t>(row->integer(2)));
        places[row->integer(0)] = places[row->integer(1)] = 0;
    }
    EdgeList list;
    Statement& entity =
        database.statement("SELECT key, name, type, mentions FROM entity ORDER BY name, type, key")();
    while (entity.step()) {
        const auto place = places.find(entity.integer(0));
        if (place == places.end()) continue;
        place->second = list.entities.size();
        list.entities.push_back({EntityKey{entity.integer(0)}, entity.text(1), entity.text(2),
                                 static_cast<std::size_t>(entity.integer(3))});
    }
    std::vector<std::tuple<std::size_t, std::size_t, std::uint64_t>> edges;
    for (const auto& [head, tail, sources] : relations)
        edges.emplace_back(places.at(head), places.at(tail), sources);
    std::ranges::sort(edges);
    for (const auto& [head, tail, sources] : edges) {
        list.edges.emplace_back(head, tail);
        list.sources.push_back(sources);
    }
    return list;
}

}  // namespace newsgraph
