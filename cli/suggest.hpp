#pragma once
// "Did you mean ...?"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsgraph {

/// The candidate that `word` was most likely meant to be, the first of several as near: one that holds it as
/// a word, or differs by few letters left out, put in, swapped or changed. Nothing where none is near.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace newsgraph
