#include "cli/suggest.hpp"

#include <algorithm>
#include <cstddef>

#include "graph/names.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t longest_compared = 64;  // bytes; keeps the comparison cheap

/// Whether `name` has `word` in it, beginning where a word begins.
bool holds_word(std::string_view name, std::string_view word) {
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest) return false;
    const std::size_t at = name.find(word);
    return at != std::string_view::npos && (at == 0 || name[at - 1] == ' ');
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::string wanted = folded_name(word.substr(0, longest_compared));
    std::size_t most = std::max<std::size_t>(1, wanted.size() / 3);
    const std::string* best = nullptr;
    for (const std::string& candidate : candidates) {
        const std::string name = folded_name(candidate);
        const auto distance = holds_word(name, wanted)
                                  ? std::optional<std::size_t>(1)
                                  : edit_distance(code_points(wanted), code_points(name), most);
        if (!distance || (best != nullptr && *distance >= most)) continue;
        most = *distance;
        best = &candidate;
    }
    return best != nullptr ? std::optional(*best) : std::nullopt;
}

}  // namespace newsgraph
