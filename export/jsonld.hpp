#pragma once
// JSON-LD 1.1: RDF for those who read JSON.

#include <ostream>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Writes the same statements as Turtle (export/turtle.hpp), one thing a line, with their context in the
/// file:
///
///     {"@context":{…},"@graph":[
///     {"@id":"g:e0","@type":["schema:Organization"],"rdfs:label":["Meta"]},
///     …
///     ]}
///
/// Strings are as in JSON (`json_quoted`), of the characters that `rdf_character` makes. Memory: a claim.
/// Throws Error where `options.base` is no IRI.
void write_jsonld(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
