#pragma once
// Graphs in files: which format, and how they are opened.

#include <map>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "export/options.hpp"
#include "graph/conflict_rules.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// "graphml", "dot", "json".
std::vector<std::string> format_names();

/// The format of an output: what the ending of its name stands for, else `format`, else JSON for standard
/// output. Throws UsageError where none of these tells it.
Format format_of(const std::string& output, const std::string& format);

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
