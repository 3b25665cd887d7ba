#include "graph/importance.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>
#include <utility>

namespace newsgraph {
namespace {

constexpr std::size_t bond = 2;  // what a relation with one that is taken counts more than another one

class Choice {
  public:
    Choice(const KnowledgeGraph& graph, const RelationFilter& filter)
        : neighbors_(graph.entities().size()), values_(neighbors_.size()), bonds_(neighbors_.size()) {
        for (const RelationId id : graph.relations()) {
            const RelationView relation = graph.relation(id);
            if (!filter.accepts(relation) || relation.head == relation.tail) continue;
            if (!filter.open &&
                (graph.entity(relation.head).is_phrase() || graph.entity(relation.tail).is_phrase()))
                continue;
            const std::size_t head = index_of(relation.head), tail = index_of(relation.tail);
            neighbors_[head].push_back(tail);
            neighbors_[tail].push_back(head);
        }
        for (std::size_t i = 0; i < neighbors_.size(); ++i) values_[i] = neighbors_[i].size();
    }

    std::vector<EntityId> of(std::size_t count) {
        std::vector<bool> taken(neighbors_.size());
        std::vector<std::size_t> chosen;
        // Twice, so that those that nothing joins with others give their place to others.
        for (int round = 0; round < 2; ++round) {
            fill(chosen, taken, count, round > 0);
            std::erase_if(chosen, [&](std::size_t i) {
                if (bonds_[i] > 0) return false;
                taken[i] = false;
                for (const std::size_t near : neighbors_[i]) {
                    --bonds_[near];
                    values_[near] -= bond;
                }
                return true;
            });
        }
        std::ranges::sort(chosen);
        std::vector<EntityId> ids;
        for (const std::size_t i : chosen) ids.push_back(EntityId{static_cast<std::uint32_t>(i)});
        return ids;
    }

  private:
    void fill(std::vector<std::size_t>& chosen, std::vector<bool>& taken, std::size_t count,
              bool only_with_bonds) {
        using Entry = std::pair<std::size_t, std::size_t>;  // value; place, the first of equals first
        const auto later = [](const Entry& a, const Entry& b) {
            return a.first < b.first || (a.first == b.first && a.second > b.second);
        };
        std::priority_queue<Entry, std::vector<Entry>, decltype(later)> open(later);
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (values_[i] > 0 && !taken[i]) open.emplace(values_[i], i);
        }
        while (chosen.size() < count && !open.empty()) {
            const auto [value, i] = open.top();
            open.pop();
            if (taken[i] || value < values_[i]) continue;  // an older value: the newer stands further up
            if (only_with_bonds && bonds_[i] == 0) continue;
            taken[i] = true;
            chosen.push_back(i);
            for (const std::size_t near : neighbors_[i]) {
                ++bonds_[near];
                values_[near] += bond;
                if (!taken[near]) open.emplace(values_[near], near);
            }
        }
    }

    std::vector<std::vector<std::size_t>> neighbors_;
    std::vector<std::size_t> values_;
    std::vector<std::size_t> bonds_;  // relations with those that are taken
};

}  // namespace

std::vector<EntityId> most_important(const KnowledgeGraph& graph, std::size_t count,
                                     const RelationFilter& filter) {
    return Choice(graph, filter).of(count);
}

}  // namespace newsgraph
