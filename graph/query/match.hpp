#pragma once
// Patterns with variables, and the relations of a store that fit them together.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/query/entities.hpp"
#include "graph/query/filter.hpp"
#include "graph/query/keys.hpp"

namespace newsgraph {

/// The head or tail of a pattern. What is not given is free.
struct EndPattern {
    std::vector<EntityKey> entities;      // it is one of these; empty: any
    std::optional<std::size_t> variable;  // what else has this variable is the same entity
    std::string entity_type;              // empty: any
};

/// `?org develops ?m` is {.head = {.variable = 0}, .type = "develops", .tail = {.variable = 1}}.
struct RelationShape {
    EndPattern head{};
    std::string type{};                          // empty: any
    std::optional<std::size_t> type_variable{};  // what else has this variable is the same type
    EndPattern tail{};
};

/// A relation that fits a pattern. Of a symmetric type either end may be the pattern's head.
struct Fit {
    RelationKey relation{};
    EntityKey head{};  // of the pattern
    EntityKey tail{};
    std::size_t type = 0;  // index into `Matches::types`
};

/// Ways in which the store fits all patterns at once: `fits` holds one `Fit` a pattern for each way, in the
/// order of the patterns.
struct Matches {
    std::size_t patterns = 0;
    std::vector<Fit> fits;
    std::vector<std::string> types;

    std::size_t size() const noexcept { return patterns == 0 ? 0 : fits.size() / patterns; }
};

/// More ways than this are refused: they would be of no use, and fill the memory.
inline constexpr std::size_t most_matches = 4'000'000;

/// All ways, each once, in no order that means anything, but always in the same. A symmetric relation between
/// two ends of which nothing else is asked fits once, as it is stored. Begins with the pattern that is bound
/// most and follows the variables, each time by an index: costs as much as the relations that fit the
/// patterns so far. Throws Error where there are more than `most_matches` ways.
Matches find_matches(Store& store, EntityTable& entities, const std::vector<RelationShape>& patterns,
                     const ClaimFilter& filter);

}  // namespace newsgraph
