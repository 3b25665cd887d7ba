#pragma once
// Markdown, as far as it shapes an article: https://spec.commonmark.org/0.31.2/

#include <string_view>

#include "ingest/read/document.hpp"

namespace newsgraph {

/// The document that a Markdown text is; id and source are left empty. Headings, paragraphs, list items and
/// block quotes become paragraphs without their markers; code, tables, link definitions and comments don't.
/// `title` and `date` are read from a front matter, else the title is the first heading. The document's text
/// is without the marks within paragraphs ("**Meta**", "[Meta](…)"), so spans are not the file's. `text` is
/// valid UTF-8. Linear in its length.
Document document_from_markdown(std::string_view text);

}  // namespace newsgraph
