#pragma once
// Marks within Markdown's paragraphs: https://spec.commonmark.org/0.31.2/#inlines

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

/// The text without the marks within its paragraphs: of "[Acme](https://acme.example)", "**Acme**", "_Acme_"
/// and "`Acme`" the word stays, a picture goes, and so does a backslash before a sign. Fenced code and what
/// only looks like a mark ("a_b", "* item", "[1]: …") stay as they are. Linear in its length.
std::string without_inline_marks(std::string_view text);

/// The length of the row of backquotes or tildes with which a line opens or closes a code block; 0 where it
/// does neither.
std::size_t fence_size(std::string_view line);

}  // namespace newsgraph
