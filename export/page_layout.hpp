#pragma once
// Where entities stand in a picture, so that what is related is near and no name covers another.

#include <cstddef>
#include <utility>
#include <vector>

namespace newsgraph {

/// The box around an entity's name, in pixels.
struct LayoutBox {
    double width = 0;
    double height = 0;
};

/// A box's middle.
struct LayoutPoint {
    int x = 0;
    int y = 0;
};

/// Places boxes by stress majorization (Gansner, Koren, North: Graph drawing by stress majorization, 2004):
/// the distance of two boxes comes as near as can be to the number of edges between them. Then boxes that
/// overlap are pushed apart, and pieces that no edge joins are put in rows, the whole about `aspect` times as
/// wide as high. An edge joins two places in `boxes`. The same input gives the same points. Quadratic in the
/// boxes: for what a person can read.
std::vector<LayoutPoint> layout(const std::vector<LayoutBox>& boxes,
                                const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                                double aspect = 1.35);

}  // namespace newsgraph
