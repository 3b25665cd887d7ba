#pragma once
// Plain text: where its paragraphs are, which are headings, which is the title.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/document.hpp"

namespace newsgraph {

/// The document that a plain text is, with title, date, paragraphs; id and source are left empty.
/// Blank lines separate paragraphs. A single line break does too, unless the line was broken for its width:
/// then the next line's first word would not have fitted. Short lines without a final full stop that stand
/// before prose are headings, the first of them the title. A line that only says when the text was published
/// is a heading too, but no title. The paragraphs hold all of the text but white space. `text` is valid
/// UTF-8. Linear in its length.
Document document_from_text(std::string text);

/// Whether a line may stand as a heading: short, without a sentence's final punctuation.
bool looks_like_heading(std::string_view line) noexcept;

/// `words` on one line: each run of white space becomes one space.
std::string on_one_line(std::string_view words);

}  // namespace newsgraph
