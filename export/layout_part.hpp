#pragma once
// The layout of one connected part of a picture.

#include <cstddef>
#include <vector>

#include "export/layout.hpp"

namespace newsgraph {

/// Boxes and, behind them, the labels of their links.
struct LayoutPart {
    std::vector<Size> sizes;      // of the boxes, then of the labels
    std::vector<BoxLink> links;   // `from` and `to` are places in `sizes`
    std::vector<Point> places{};  // once it is laid out
    std::size_t boxes() const noexcept { return sizes.size() - links.size(); }
    std::size_t label_of(std::size_t link) const noexcept { return boxes() + link; }
};

/// Sets `places`, around no point in particular. Requires that links join all of it.
void place(LayoutPart& part, double aspect);

}  // namespace newsgraph
