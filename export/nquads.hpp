#pragma once
// N-Quads: RDF for triple stores, each claim a named graph.

#include <ostream>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Writes the statements of export/rdf.hpp, one a line. What a claim says stands alone in a named graph; who
/// says it, where and in which words stands about that graph, in the default graph:
///
///     <urn:newsgraph:graph#e0> <urn:newsgraph:relation:releases> <urn:newsgraph:graph#e1>
///     <urn:newsgraph:graph#c0> . <urn:newsgraph:graph#c0> <urn:newsgraph:vocabulary#quote> "…" .
///
/// Memory: a claim. Throws Error where `options.base` is no IRI.
void write_nquads(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
