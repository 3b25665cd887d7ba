#include "export/page_layout.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

using namespace newsgraph;

namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

std::size_t overlaps(const std::vector<LayoutPoint>& points, const std::vector<LayoutBox>& boxes) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j)
            if (std::abs(points[i].x - points[j].x) < (boxes[i].width + boxes[j].width) / 2 &&
                std::abs(points[i].y - points[j].y) < (boxes[i].height + boxes[j].height) / 2)
                ++count;
    return count;
}

double distance(LayoutPoint a, LayoutPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// A hub of 20, a ring of 12, a chain of 5, and 3 alone.
Edges different_shapes() {
    Edges edges;
    for (std::size_t i = 1; i <= 20; ++i) edges.emplace_back(0, i);
    for (std::size_t i = 0; i < 12; ++i) edges.emplace_back(21 + i, 21 + (i + 1) % 12);
    for (std::size_t i = 0; i < 4; ++i) edges.emplace_back(33 + i, 34 + i);
    return edges;
}

}  // namespace

TEST_CASE("No box covers another, whatever the shape of the graph", "[export][page]") {
    const std::vector<LayoutBox> boxes(41, {150, 34});
    CHECK(overlaps(layout(boxes, different_shapes()), boxes) == 0);

    const std::vector<LayoutBox> clique(30, {200, 60});
    Edges all;
    for (std::size_t i = 0; i < clique.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) all.emplace_back(i, j);
    CHECK(overlaps(layout(clique, all), clique) == 0);
}

TEST_CASE("What is related is nearer than what is not", "[export][page]") {
    const std::vector<LayoutBox> boxes(6, {100, 30});
    const auto points = layout(boxes, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
    for (std::size_t i = 0; i + 2 < points.size(); ++i)
        CHECK(distance(points[i], points[i + 1]) < distance(points[i], points[i + 2]));
    CHECK(distance(points[0], points[5]) > 3 * distance(points[0], points[1]));
}

TEST_CASE("A layout is the same each time, and about as wide as asked for", "[export][page]") {
    const std::vector<LayoutBox> boxes(41, {150, 34});
    const auto first = layout(boxes, different_shapes()), again = layout(boxes, different_shapes());
    int low_x = 0, high_x = 0, low_y = 0, high_y = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK((first[i].x == again[i].x && first[i].y == again[i].y));
        low_x = std::min(low_x, first[i].x);
        high_x = std::max(high_x, first[i].x);
        low_y = std::min(low_y, first[i].y);
        high_y = std::max(high_y, first[i].y);
    }
    const double aspect = static_cast<double>(high_x - low_x) / (high_y - low_y);
    CHECK((aspect > 0.7 && aspect < 3));
}

TEST_CASE("Nothing, one box and edges of a box to itself have a layout", "[export][page]") {
    CHECK(layout({}, {}).empty());
    CHECK(layout({{100, 30}}, {{0, 0}}).size() == 1);
    CHECK(layout({{100, 30}, {100, 30}}, {{0, 1}, {1, 0}, {0, 1}}).size() == 2);
}
