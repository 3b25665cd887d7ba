#pragma once
// Options whose value is one of a few words.

#include <CLI/App.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// "graphml, dot or json".
std::string one_of_these(std::span<const std::string> choices);

/// Refuses other values than `choices`: `--format: "gml" is not known; choose graphml, dot or json`. Help and
/// completion show them.
CLI::Validator one_of(std::vector<std::string> choices);

}  // namespace newsgraph
