#pragma once
// A graph in any of our formats.

#include <ostream>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Writes the graph, a node or edge at a time. The stream's state tells whether all could be written.
void write_graph(const KnowledgeGraph& graph, Format format, std::ostream& out,
                 const ExportOptions& options = {});

}  // namespace newsgraph
