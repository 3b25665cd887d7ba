#pragma once
// Graphs in files: which format, and how they are opened.

#include <span>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// The names of all formats, and "csv", which is the pair of "csv-nodes" and "csv-edges".
std::vector<std::string> format_names();

/// A file to be written.
struct GraphOutput {
    std::string path;  // "-" is standard output
    Format format{};
};

/// What is to be written: each output in the format that the ending of its name stands for, else `format`,
/// else JSON for standard output. "graph.csv" becomes "graph.nodes.csv" and "graph.edges.csv". `inputs` are
/// not written over. Throws UsageError where a format is not known, or an output is given twice or an input.
std::vector<GraphOutput> graph_outputs(std::span<const std::string> outputs, const std::string& format,
                                       std::span<const std::string> inputs);

/// Writes them all, or none: no file takes its place before all are written. Throws Error where one can't be.
void write_outputs(const KnowledgeGraph& graph, std::span<const GraphOutput> outputs,
                   const ExportOptions& options);

/// A graph, and the relation types that there might be in it.
struct OpenedGraph {
    KnowledgeGraph graph;
    std::vector<std::string> ontology_types;  // none where a graph is read and no ontology is found
};

/// The graph in a file: read where it is JSON or GraphML, else built from the article or folder of articles
/// that it is. "-" is standard input. Throws Error where it can't be read.
OpenedGraph open_graph(const std::string& input, const Session& session);

}  // namespace newsgraph
