#pragma once
// Where the boxes of a picture go, and the labels of the links between them.

#include <cstddef>
#include <vector>

namespace newsgraph {

/// In points of 1/72 inch; x grows to the right, y upwards.
struct Point {
    double x = 0;
    double y = 0;
};

struct Size {
    double width = 0;
    double height = 0;
};

/// Joins two boxes, or a box with itself. Its label stands on the line, somewhere between them.
struct BoxLink {
    std::size_t from = 0;
    std::size_t to = 0;
    Size label{};
};

struct Layout {
    std::vector<Point> boxes;   // their middles
    std::vector<Point> labels;  // of each link, likewise
    Size size{};                // all of it lies between (0, 0) and this
};

/// Places boxes near those that they are linked with, by stress majorization (Gansner, Koren and North, 2004)
/// in which each label is a box too. No two boxes or labels overlap, and lines keep away from boxes that they
/// don't belong to where there is room; of several attempts the one with the fewest crossings is taken. Parts
/// that nothing joins are packed side by side, so that the whole is about `aspect` times as wide as high.
/// The same input gives the same places. Costs as much as the square of the number of boxes and links: for
/// hundreds, not thousands.
Layout lay_out(const std::vector<Size>& boxes, const std::vector<BoxLink>& links, double aspect);

}  // namespace newsgraph
