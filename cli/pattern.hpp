#pragma once
// Patterns of relations as people type them: `Meta competes-with ?`.

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace newsgraph {

/// What is looked for; nothing stands for anything.
struct Pattern {
    std::optional<std::string> head;  // an entity's name
    std::optional<std::string> type;  // one of the known relation types
    std::optional<std::string> tail;
};

/// Reads HEAD TYPE TAIL, each of which may be "?". A name may be of several words, in quotation marks or
/// without: the known type in the middle tells where it ends. A type may also be written with spaces
/// ("competes with") and in any case. Each of `arguments` may be one word, or the whole pattern.
/// Throws UsageError where no type is known, or two are and the names' ends are unclear.
Pattern parse_pattern(std::span<const std::string> arguments, std::span<const std::string> known_types);

}  // namespace newsgraph
