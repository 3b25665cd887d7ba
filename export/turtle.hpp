#pragma once
// Turtle: RDF that people can read.

#include <ostream>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Writes the statements of export/rdf.hpp with each claim reified, which needs nothing beyond RDF 1.0:
///
///     g:c0 a ng:Claim, rdf:Statement ;
///         rdf:subject g:e0 ; rdf:predicate rel:releases ; rdf:object g:e1 ;
///         ng:modality ng:asserted ; prov:hadPrimarySource g:d0 ; ng:quote "…" .
///
/// and what is asserted plainly too: `g:e0 rel:releases g:e1 .` Memory: a claim. Throws Error where
/// `options.base` is no IRI.
void write_turtle(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
