#pragma once
// Graphs in files: which format, and how they are opened.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "export/options.hpp"
#include "graph/conflict_rules.hpp"
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

/// What the ontology tells of relation types; nothing where a graph is read and no ontology is found.
struct OntologyFacts {
    std::vector<std::string> types;
    std::map<std::string, ConflictRules> rules;  // of those types that have any
};

struct OpenedGraph {
    KnowledgeGraph graph;
    OntologyFacts ontology;
};

/// The graph in a file: read where it is a store, JSON or GraphML, else built from the article or folder of
/// articles that it is. "-" is standard input. Throws Error where it can't be read.
OpenedGraph open_graph(const std::string& input, const Session& session);

/// Whether the input is the file of a store.
bool holds_store(const std::string& input);

/// Of the ontology that --ontology names or that lies in the data folder. Throws Error where --ontology names
/// none.
OntologyFacts ontology_facts(const Session& session);

}  // namespace newsgraph
