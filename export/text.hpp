#pragma once
// Tables of entities, relations and documents, for people and for awk.

#include <ostream>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// `text` as a cell: on one line, with single spaces, so that two of them always part columns; what a
/// terminal would obey, not show, is replaced as in `printable` (export/text_width.hpp). An empty text is
/// `-`.
std::string text_cell(std::string_view text);

/// Writes three tables with headings, each after a line with its name and before an empty line; columns are
/// at least two spaces apart. A cell wider than 40 columns is written whole and moves the rest of its line.
/// The graph is looked through twice, for the widths come first. Memory: a line.
void write_text(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
