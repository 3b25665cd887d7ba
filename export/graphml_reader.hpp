#pragma once
// A graph read back from the GraphML that export/graphml.hpp writes.

#include <istream>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// The graph, with all that was written of it: written again, it has the same bytes. Keys that newsgraph does
/// not know are passed over, so a file may come back from another program that has added some, e.g. Gephi's
/// positions, or has put the documents last, as networkx does. `name` is the file's, for messages. Entities
/// are not declared in what we write, and refused, for they can be made to grow without end. Throws Error
/// with the line. Memory: that of the graph, and of the largest edge, or of all edges that stand before the
/// documents; any nesting.
KnowledgeGraph read_graphml(std::istream& in, const std::string& name,
                            std::vector<std::string> symmetric_types = {});

}  // namespace newsgraph
