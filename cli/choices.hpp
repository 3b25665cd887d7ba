#pragma once
// Options whose value is one of a few words.

#include <CLI/App.hpp>
#include <cstdint>
#include <limits>
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

/// Refuses what is no whole number from `least` to `most`: `--limit: 0 is too small; give 1 or more`.
CLI::Validator whole_number(std::int64_t least = 1,
                            std::int64_t most = std::numeric_limits<std::int64_t>::max());

/// Refuses what is no number from 0 to 1.
CLI::Validator share();

/// Refuses the empty text: `--id: is empty; leave it out, or give one`.
CLI::Validator not_empty();

}  // namespace newsgraph
