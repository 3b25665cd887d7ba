#pragma once
// From articles to one graph.

#include <span>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "cli/stopwatch.hpp"
#include "graph/knowledge_graph.hpp"
#include "ingest/extract.hpp"

namespace newsgraph {

struct BuildSettings {
    std::string id;          // of a single article
    std::string date;        // ISO 8601, of articles that state none
    bool is_strict = false;  // one article that fails fails all
};

/// The graph of all articles that `inputs` name: files, folders, "-" for standard input. An article that
/// can't be read is logged and left out. Throws Error where none can be read, and in strict mode where one
/// can't.
KnowledgeGraph build_graph(std::span<const std::string> inputs, const BuildSettings& settings,
                           const Resources& resources, const Session& session, Stopwatch& watch);

}  // namespace newsgraph
