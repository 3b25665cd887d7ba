#pragma once
// Relations as rows of a result.

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "export/plain_words.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// How results are printed: "table" for people, "json" or "tsv" for programs.
std::vector<std::string> result_formats();

/// Prints the relations as rows, in the order given; with the words that state them if `with_evidence`.
/// `format` is one of `result_formats()`.
void print_relations(std::ostream& out, const KnowledgeGraph& graph, std::span<const RelationId> relations,
                     const std::string& format, bool with_evidence);

}  // namespace newsgraph
