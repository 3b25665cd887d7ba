#pragma once
// How wide text is on a terminal, and text that is safe to show there.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// The columns that `text`, which is valid UTF-8 without control characters, takes on a terminal: 2 for most
/// letters of East Asia and emoji, 0 for combining marks; a family emoji of several code points is 2.
std::size_t text_width(std::string_view text);

/// `text` with what a terminal would obey, not show, replaced: control characters become U+FFFD, line breaks
/// and tabs a space, marks that reverse the direction of text disappear.
std::string printable(std::string_view text);

/// `text` in lines of at most `width` columns, broken at spaces, or within a word wider than that.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace newsgraph
