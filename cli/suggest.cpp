#include "cli/suggest.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace newsgraph {
namespace {

constexpr std::size_t longest_compared = 64;  // code points; keeps the comparison cheap

using CodePoints = std::vector<utf8proc_int32_t>;

CodePoints folded(std::string_view text) {
    CodePoints points;
    while (!text.empty() && points.size() < longest_compared) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t bytes =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &point);
        points.push_back(bytes > 0 ? utf8proc_tolower(point) : point);
        text.remove_prefix(bytes > 0 ? static_cast<std::size_t>(bytes) : 1);
    }
    return points;
}

/// How many letters left out, put in, changed, or swapped with their neighbour lie between two words
/// ("optimal string alignment").
std::size_t distance(const CodePoints& a, const CodePoints& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                   cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

/// Whether `name` has `word` in it, beginning where a word begins.
bool holds_word(const CodePoints& name, const CodePoints& word) {
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest) return false;
    for (auto at = name.begin();; ++at) {
        at = std::search(at, name.end(), word.begin(), word.end());
        if (at == name.end()) return false;
        if (at == name.begin() || *(at - 1) == ' ' || *(at - 1) == '-') return true;
    }
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const CodePoints wanted = folded(word);
    std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    const std::string* best = nullptr;
    for (const std::string& candidate : candidates) {
        const CodePoints name = folded(candidate);
        const std::size_t between = holds_word(name, wanted) ? 1 : distance(wanted, name);
        if (between >= best_distance) continue;
        best_distance = between;
        best = &candidate;
    }
    return best != nullptr ? std::optional(*best) : std::nullopt;
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
    const auto near = nearest(word, candidates);
    return near ? "did you mean \"" + *near + "\"?" : "";
}

}  // namespace newsgraph
