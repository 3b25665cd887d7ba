#pragma once
// A stretch of a document's text.

#include <compare>
#include <cstddef>

namespace newsgraph {

/// Half-open `[begin, begin + size)` in bytes of the document's text.
struct Span {
    std::size_t begin = 0;
    std::size_t size = 0;

    std::size_t end() const noexcept { return begin + size; }
    friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace newsgraph
