#pragma once
// What a page shows of a graph, wherever the graph is kept.

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "export/page.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/query/filter.hpp"

namespace newsgraph {

struct PageContents {
    KnowledgeGraph graph;
    ExportOptions parts;                  // what of it is for the page
    std::vector<PageConflict> conflicts;  // what contradicts in it

    /// What the filter leaves out, for people: "In the page: 12 of 49 entities with relations and 15 of 65
    /// relations (4 inferred); the filters leave out the others". Empty where nothing is.
    std::string left_out;
};

/// What the filter lets through of a graph's file, a store, or an article. Throws Error where it can't be
/// read, and where the filter names a type or a document that is not there.
PageContents page_contents(const std::string& input, const ClaimFilter& filter, const Session& session);

}  // namespace newsgraph
