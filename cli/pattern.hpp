#pragma once
// Patterns of relations as people type them: `Meta competes-with ?`, `?org develops ?m . ?m uses ?`.

#include <span>
#include <string>
#include <vector>

namespace newsgraph {

/// A head, type or tail: a name, or a variable for what is looked for.
struct Term {
    std::string text;         // the name; empty where it is a variable
    std::string variable;     // "m" of "?m"; empty for "?", which is never the same as another
    std::string entity_type;  // "model" of "?m:model"; empty where any will do

    bool is_variable() const noexcept { return text.empty(); }
};

struct Pattern {
    Term head;
    Term type;  // one of the known relation types, or a variable
    Term tail;
};

/// Reads patterns with "." between. Each is HEAD TYPE TAIL. A name may be of several words, in quotation
/// marks or without: the known type in the middle tells where it ends. A type may also be written with spaces
/// ("competes with") and in any case. Each of `arguments` may be one word, or the whole.
/// Throws UsageError where no type is known, or two are and the names' ends are unclear, and where a variable
/// can't be what it stands for.
std::vector<Pattern> parse_patterns(std::span<const std::string> arguments,
                                    std::span<const std::string> known_types);

}  // namespace newsgraph
