#pragma once
// GEXF 1.3: for Gephi, with dates, colours and sizes.

#include <ostream>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Writes what GraphML (export/graphml.hpp) says of nodes and edges but the claims, as attributes of the same
/// names, and for Gephi:
///
///     viz:color, viz:size   of a node: its type's colour as in a drawing; larger the more it is mentioned
///     viz:color, viz:shape  of an edge: as in a drawing, e.g. dashed where it is only reported
///     kind, weight          of an edge: its type, which lets edges stand side by side; how often it is
///     stated start                 of an edge: the date of the first document that states it; of a node:
///     that of its
///                           first edge. Nothing where there is no date, which Gephi shows at all times.
///
/// Characters that XML can't hold are written as in GraphML (export/xml.hpp). Each entity's relations are
/// looked through once more than in other formats. Memory: an edge.
void write_gexf(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
