#pragma once
// GraphML: for Gephi, igraph, networkx and others, and to read the graph back without loss
// (export/graphml_reader.hpp).

#include <ostream>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Writes a directed graph with these keys; lists and objects are JSON, as export/json.hpp shows them:
///
///     node   label, type, aliases, mentions (int)
///     edge   label and type (the relation's type), open and inferred (boolean), modality, attribution,
///     qualifiers,
///            evidence with its document, begin and end (long; of the claim whose modality the edge shows),
///            sources (ids of the documents that state it with that modality), inferred_from (ids of edges),
///            claims
///     graph  documents
///
/// `attribution` and `inferred_from` are there only where there is one. export/xml.hpp says how characters
/// that XML can't hold are written. Memory: an edge. The stream's state tells whether all could be written.
void write_graphml(const KnowledgeGraph& graph, std::ostream& out, const ExportOptions& options = {});

}  // namespace newsgraph
