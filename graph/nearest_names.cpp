#include "graph/nearest_names.hpp"

#include <algorithm>
#include <optional>

#include "graph/names.hpp"

namespace newsgraph {

NearestNames::NearestNames(std::string_view name)
    : asked_(code_points(folded_name(name))),
      asked_words_(U' ' + asked_ + U' '),
      most_(std::clamp<std::size_t>(asked_.size() / 3, 1, 4)) {}

void NearestNames::consider(std::string_view candidate, std::string_view folded, std::size_t mentions) {
    const std::u32string points = code_points(folded);
    std::optional<std::size_t> distance = edit_distance(asked_, points, most_);
    if (!distance && !asked_.empty() && (U' ' + points + U' ').find(asked_words_) != std::u32string::npos)
        distance = 1;
    if (!distance) return;
    const std::tuple rank(*distance, ~mentions);
    const auto [known, is_new] = found_.emplace(std::string(candidate), rank);
    if (!is_new) known->second = std::min(known->second, rank);
}

std::vector<std::string> NearestNames::best(std::size_t count) const {
    std::vector<std::string> names;
    for (const auto& [candidate, rank] : found_) names.push_back(candidate);
    std::ranges::stable_sort(names, {}, [&](const std::string& candidate) { return found_.at(candidate); });
    if (names.size() > count) names.resize(count);
    return names;
}

}  // namespace newsgraph
