#pragma once
// From patterns as people type them to what a store is searched for.

#include <string>
#include <vector>

#include "cli/open_store.hpp"
#include "cli/pattern.hpp"
#include "graph/query/match.hpp"

namespace newsgraph {

struct QueryShapes {
    std::vector<RelationShape> patterns;
    std::vector<std::string> variables;  // their names, in the order of the patterns
};

/// Reads patterns and finds their names in the store. Throws UsageError as parse_patterns does and where a
/// type of entities is not known, and Error where a name is not.
QueryShapes query_shapes(const std::vector<std::string>& arguments, OpenedStore& opened,
                         EntityTable& entities, bool open);

}  // namespace newsgraph
