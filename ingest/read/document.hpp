#pragma once
// A document as it was read: its text, and where the text has paragraphs.

#include <string>
#include <string_view>
#include <vector>

#include "graph/span.hpp"

namespace newsgraph {

/// A block of text between line breaks: one of the author's paragraphs, or a heading.
struct Paragraph {
    Span span;
    bool is_heading = false;  // the title, or a line that stands as a heading
};

struct Document {
    std::string id;                     // e.g. the file's stem
    std::string title;                  // the first line where it looks like one; else empty
    std::string date;                   // ISO 8601 where known
    std::string source;                 // path or address
    std::string text;                   // valid UTF-8, as read; all spans point into it
    std::vector<Paragraph> paragraphs;  // in order, not overlapping
    std::string unread_date = {};       // what is given as the date and is none
};

/// The words at `span`: a view into `document.text`, valid while that lives.
/// Requires `span` to lie within the text. Constant time.
std::string_view quote(const Document& document, Span span);

}  // namespace newsgraph
