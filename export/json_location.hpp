#pragma once
// Where in a JSON text a value stands.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// The line, from 1, of the value that the path leads to, e.g. {"edges", "2", "claims"}; where it leads to
/// nothing, of the last value on it that there is. Requires JSON. Linear in the text.
std::size_t json_line(std::string_view json, const std::vector<std::string>& path);

/// The line, from 1, of a byte.
std::size_t line_at(std::string_view text, std::size_t byte);

}  // namespace newsgraph
