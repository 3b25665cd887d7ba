#pragma once
// What formats for people say of a relation.

#include <string>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// E.g. "claimed by Meta", "reported, inferred".
std::string stance_of(const RelationView& relation);

/// The same of one claim.
std::string stance_of(const ClaimView& claim);

/// "on: long-context tasks, HumanEval; date: on Tuesday".
std::string qualifiers_of(const KnowledgeGraph& graph, RelationId id);

/// `text` on one line: runs of spaces, tabs and line ends are one space, none at the ends; bytes that are no
/// UTF-8 become U+FFFD.
std::string in_one_line(std::string_view text);

}  // namespace newsgraph
