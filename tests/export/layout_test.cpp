#include "export/layout.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <string>

using namespace newsgraph;

namespace {

bool overlap(Point a, Size a_size, Point b, Size b_size) {
    return std::abs(a.x - b.x) < (a_size.width + b_size.width) / 2 - 1e-3 &&
           std::abs(a.y - b.y) < (a_size.height + b_size.height) / 2 - 1e-3;
}

/// How many pairs of boxes and labels overlap.
std::size_t overlaps(const Layout& layout, const std::vector<Size>& boxes,
                     const std::vector<BoxLink>& links) {
    std::vector<std::pair<Point, Size>> all;
    for (std::size_t i = 0; i < boxes.size(); ++i) all.emplace_back(layout.boxes[i], boxes[i]);
    for (std::size_t i = 0; i < links.size(); ++i) all.emplace_back(layout.labels[i], links[i].label);
    std::size_t count = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(all[i].first, all[i].second, all[j].first, all[j].second)) ++count;
    return count;
}

/// `boxes` boxes of several sizes and so many links between any of them; the same for the same numbers.
std::pair<std::vector<Size>, std::vector<BoxLink>> made(std::size_t boxes, std::size_t links) {
    std::uint32_t state = 7;
    const auto random = [&state](std::size_t below) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % below;
    };
    std::pair<std::vector<Size>, std::vector<BoxLink>> result;
    for (std::size_t i = 0; i < boxes; ++i)
        result.first.push_back(
            {40.0 + static_cast<double>(random(120)), 24.0 + static_cast<double>(random(20))});
    for (std::size_t i = 0; i < links; ++i)
        result.second.push_back({random(boxes), random(boxes), {30.0 + static_cast<double>(random(60)), 14}});
    return result;
}

}  // namespace

TEST_CASE("In a layout no boxes and labels overlap, whatever the graph", "[export][layout]") {
    const auto [boxes, links] = GENERATE(table<std::size_t, std::size_t>(
        {{1, 0}, {1, 2}, {2, 6}, {10, 0}, {10, 9}, {30, 12}, {40, 60}, {60, 75}}));
    CAPTURE(boxes, links);
    const auto [sizes, joined] = made(boxes, links);
    const Layout layout = lay_out(sizes, joined, 1.6);
    CHECK(overlaps(layout, sizes, joined) == 0);
}

TEST_CASE("A layout lies between its corner and its size", "[export][layout]") {
    const auto [sizes, links] = made(20, 18);
    const Layout layout = lay_out(sizes, links, 1.6);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        CHECK(layout.boxes[i].x >= sizes[i].width / 2 - 1e-6);
        CHECK(layout.boxes[i].y >= sizes[i].height / 2 - 1e-6);
        CHECK(layout.boxes[i].x <= layout.size.width - sizes[i].width / 2 + 1e-6);
        CHECK(layout.boxes[i].y <= layout.size.height - sizes[i].height / 2 + 1e-6);
    }
}

TEST_CASE("A layout is the same each time", "[export][layout]") {
    const auto [sizes, links] = made(25, 30);
    const Layout one = lay_out(sizes, links, 1.6), other = lay_out(sizes, links, 1.6);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        CHECK(one.boxes[i].x == other.boxes[i].x);
        CHECK(one.boxes[i].y == other.boxes[i].y);
    }
}

TEST_CASE("A label stands about midway between the boxes that it joins", "[export][layout]") {
    const std::vector<Size> boxes(2, {60, 24});
    const Layout layout = lay_out(boxes, {{0, 1, {50, 14}}}, 1.6);
    CHECK(layout.labels[0].x == Approx((layout.boxes[0].x + layout.boxes[1].x) / 2).margin(8));
    CHECK(layout.labels[0].y == Approx((layout.boxes[0].y + layout.boxes[1].y) / 2).margin(8));
}

TEST_CASE("Parts that nothing joins fill a rectangle rather than a column", "[export][layout]") {
    const auto [sizes, links] = made(40, 0);
    const Layout layout = lay_out(sizes, links, 1.6);
    const double aspect = layout.size.width / layout.size.height;
    CHECK(aspect > 1);
    CHECK(aspect < 2.6);
}

TEST_CASE("Nothing is laid out as nothing", "[export][layout]") {
    const Layout layout = lay_out({}, {}, 1.6);
    CHECK(layout.boxes.empty());
    CHECK(layout.size.width == 0);
}
