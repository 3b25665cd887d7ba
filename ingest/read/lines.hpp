#pragma once
// The lines of a text, where they lie.

#include <cstddef>
#include <string_view>

#include "graph/span.hpp"

namespace newsgraph {

/// One line without the white space at its ends.
struct Line {
    Span span;
    bool is_blank() const noexcept { return span.size == 0; }
};

/// Goes through a text line by line, whichever way lines end: "\n", "\r\n" or "\r".
class Lines {
  public:
    explicit Lines(std::string_view text) noexcept : text_(text) {}

    /// The next line; false at the text's end.
    bool next(Line& line) noexcept;

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// `span` without the white space (no-break space too) at its ends.
Span trimmed(std::string_view text, Span span) noexcept;

}  // namespace newsgraph
