#pragma once
// Graphs in files: which format, and how they are opened.

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// "graphml", "dot", "json".
std::vector<std::string> format_names();

/// The format of an output: what the ending of its name stands for, else `format`, else JSON for standard
/// output. Throws UsageError where none of these tells it.
Format format_of(const std::string& output, const std::string& format);

/// Whether the file is a store, or at least a database.
bool holds_store(const std::string& input);

/// A graph, and the relation types that there might be in it.
struct OpenedGraph {
    KnowledgeGraph graph;
    std::vector<std::string> ontology_types;  // none where a graph is read and no ontology is found
};

/// The graph in a file: read where it is JSON, GraphML or a store, else built from the article or folder of
/// articles that it is. "-" is standard input. Throws Error where it can't be read.
OpenedGraph open_graph(const std::string& input, const Session& session);

}  // namespace newsgraph
