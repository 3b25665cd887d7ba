#pragma once
// A graph read back from the JSON that export/json.hpp writes.

#include <istream>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// The graph, with all that was written of it: written again, it has the same bytes. What follows from the
/// rest (an edge's modality, attribution and qualifiers) is found anew from the claims. Members that
/// newsgraph does not know are passed over. `name` is the file's, for messages.
///
/// Throws Error with the line, e.g. `news.json:7: edges[2].claims[0].modality: "maybe" is no modality; choose
/// asserted, reported, claimed, possible or negated`. Memory: a few times the file's size; any nesting.
KnowledgeGraph read_json(std::istream& in, const std::string& name,
                         std::vector<std::string> symmetric_types = {});

}  // namespace newsgraph
