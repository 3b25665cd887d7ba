#include "graph/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace newsgraph {
namespace {

constexpr int most_rounds = 20;  // over all vertices of a level; later ones move next to nothing

/// A graph whose edges have weights and no direction. An edge within a vertex counts twice in its degree.
class Level {
  public:
    using Edge = std::tuple<std::size_t, std::size_t, std::uint64_t>;

    Level(std::size_t vertices, std::vector<Edge> edges) : first_(vertices + 1), degree_(vertices) {
        for (const auto& [a, b, weight] : edges) {
            ++first_[a + 1];
            if (a != b) ++first_[b + 1];
        }
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        links_.resize(first_.back());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (const auto& [a, b, weight] : edges) {
            links_[next[a]++] = {b, a == b ? 2 * weight : weight};
            if (a != b) links_[next[b]++] = {a, weight};
            degree_[a] += weight;
            degree_[b] += weight;
            total_ += 2 * weight;
        }
    }

    std::size_t size() const { return degree_.size(); }
    std::uint64_t total() const { return total_; }  // of all degrees
    std::uint64_t degree(std::size_t vertex) const { return degree_[vertex]; }

    template <typename Visit>
    void each_link(std::size_t vertex, const Visit& visit) const {
        for (std::size_t i = first_[vertex]; i < first_[vertex + 1]; ++i)
            visit(links_[i].first, links_[i].second);
    }

  private:
    std::vector<std::size_t> first_;
    std::vector<std::pair<std::size_t, std::uint64_t>> links_;
    std::vector<std::uint64_t> degree_;
    std::uint64_t total_ = 0;
};

/// For each vertex of the level, its community: numbers from 0 in the order of their first vertices.
std::vector<std::size_t> grouped(const Level& level) {
    std::vector<std::size_t> community(level.size());
    std::iota(community.begin(), community.end(), std::size_t{0});
    std::vector<std::uint64_t> degrees(level.size());  // of each community
    for (std::size_t vertex = 0; vertex < level.size(); ++vertex) degrees[vertex] = level.degree(vertex);
    std::vector<std::uint64_t> weight_to(level.size());
    std::vector<std::size_t> near;
    // What moving gains, times the total: whole numbers don't depend on the order of adding.
    const auto gain = [&](std::size_t vertex, std::size_t to) {
        return static_cast<double>(weight_to[to]) * static_cast<double>(level.total()) -
               static_cast<double>(degrees[to]) * static_cast<double>(level.degree(vertex));
    };
    bool has_moved = true;
    for (int round = 0; has_moved && round < most_rounds; ++round) {
        has_moved = false;
        for (std::size_t vertex = 0; vertex < level.size(); ++vertex) {
            const std::size_t home = community[vertex];
            degrees[home] -= level.degree(vertex);
            near.assign(1, home);
            level.each_link(vertex, [&](std::size_t other, std::uint64_t weight) {
                if (other == vertex) return;
                const std::size_t at = community[other];
                if (weight_to[at] == 0 && at != home) near.push_back(at);
                weight_to[at] += weight;
            });
            std::size_t best = home;
            for (const std::size_t candidate : near)
                if (gain(vertex, candidate) > gain(vertex, best)) best = candidate;
            for (const std::size_t candidate : near) weight_to[candidate] = 0;
            community[vertex] = best;
            degrees[best] += level.degree(vertex);
            has_moved = has_moved || best != home;
        }
    }
    std::map<std::size_t, std::size_t> number;
    for (std::size_t& of_vertex : community)
        of_vertex = number.emplace(of_vertex, number.size()).first->second;
    return community;
}

Level merged(const Level& level, const std::vector<std::size_t>& community, std::size_t communities) {
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> weights;
    for (std::size_t vertex = 0; vertex < level.size(); ++vertex) {
        level.each_link(vertex, [&](std::size_t other, std::uint64_t weight) {
            if (other < vertex) return;  // each edge once
            const auto ends = std::minmax(community[vertex], community[other]);
            weights[{ends.first, ends.second}] += other == vertex ? weight / 2 : weight;
        });
    }
    std::vector<Level::Edge> edges;
    for (const auto& [ends, weight] : weights) edges.emplace_back(ends.first, ends.second, weight);
    return {communities, std::move(edges)};
}

double modularity_of(const Level& level) {  // of one in which each vertex is a community
    if (level.total() == 0) return 0;
    const double total = static_cast<double>(level.total());
    double sum = 0;
    for (std::size_t vertex = 0; vertex < level.size(); ++vertex) {
        const double share = static_cast<double>(level.degree(vertex)) / total;
        level.each_link(vertex, [&](std::size_t other, std::uint64_t weight) {
            if (other == vertex) sum += static_cast<double>(weight) / total;
        });
        sum -= share * share;
    }
    return sum;
}

/// Numbers the communities anew: the largest first.
void sort_by_size(std::vector<std::size_t>& of_vertex) {
    const std::size_t count =
        of_vertex.empty() ? 0 : *std::max_element(of_vertex.begin(), of_vertex.end()) + 1;
    std::vector<std::size_t> sizes(count), order(count), number(count);
    for (const std::size_t community : of_vertex) ++sizes[community];
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t community) { return sizes[community]; });
    for (std::size_t i = 0; i < count; ++i) number[order[i]] = i;
    for (std::size_t& community : of_vertex) community = number[community];
}

}  // namespace

Communities find_communities(std::size_t vertices,
                             const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                             const std::vector<std::uint64_t>& weights) {
    std::vector<Level::Edge> weighted;
    for (std::size_t i = 0; i < edges.size(); ++i)
        weighted.emplace_back(edges[i].first, edges[i].second, weights[i]);
    Level level(vertices, std::move(weighted));
    Communities result;
    result.of_vertex.resize(vertices);
    std::iota(result.of_vertex.begin(), result.of_vertex.end(), std::size_t{0});
    while (true) {
        const std::vector<std::size_t> community = grouped(level);
        const std::size_t count =
            community.empty() ? 0 : *std::max_element(community.begin(), community.end()) + 1;
        if (count == level.size()) break;
        for (std::size_t& of_vertex : result.of_vertex) of_vertex = community[of_vertex];
        level = merged(level, community, count);
    }
    result.modularity = modularity_of(level);
    sort_by_size(result.of_vertex);
    return result;
}

}  // namespace newsgraph
