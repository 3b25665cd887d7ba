#pragma once
// What a page shows of a graph, wherever the graph is kept.

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "export/page.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// A graph, and what contradicts in it.
struct PageContents {
    KnowledgeGraph graph;
    std::vector<PageConflict> conflicts;
};

/// Of a graph's file, a store, or an article. Throws Error where it can't be read.
PageContents page_contents(const std::string& input, const Session& session);

}  // namespace newsgraph
