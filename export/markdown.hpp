#pragma once
// A report in Markdown: what a person pastes into a memo.

#include <ostream>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// `text` as it is to be read, for any place within a line of CommonMark: `*a* <b>` -> `\*a\* \<b\>`. White
/// space is one space and none at the ends, control characters are their pictures (U+2400 and following),
/// bytes that are no UTF-8 U+FFFD. An empty text is `(no text)`.
std::string markdown_escaped(std::string_view text);

/// Writes a heading for each entity of which something is said; under it its relations, with each claim's
/// words as a quotation and after it the document, its date, and how firmly and by whom it is held; then the
/// other entities and the documents:
///
///     ## Meta
///     organization; also Meta Platforms; 4 mentions
///
///     - **releases** Muse Spark (date: this week)
///       > “Meta released Muse Spark this week” — muse-spark, 2026-04-08; asserted
///
/// Memory: an entity's relations.
void write_markdown(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
