#pragma once
// DOT, Graphviz's language: the graph for other programs. Our own pictures: export/drawing.hpp.

#include <ostream>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// `text` as a DOT string that Graphviz draws as it is, with its quotes: `C:\"new"` -> `"C:\\\"new\""`. Line
/// ends become `\n`; a `&` that would begin a character entity becomes `&amp;`. What neither Graphviz nor SVG
/// can hold has a stand-in: a control character its picture (U+2400 and following), U+FFFE, U+FFFF and bytes
/// that are no UTF-8 U+FFFD.
std::string dot_quoted(std::string_view text);

/// The same, at the end of `out`.
void append_dot_quoted(std::string& out, std::string_view text);

/// Writes every node and edge with all that the GraphML export (export/graphml.hpp) says of them but the
/// claims, as attributes of the same names, and with colours and lines as in a drawing. Lists and objects are
/// JSON. Memory: an edge. The stream's state tells whether all could be written.
void write_dot(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
