#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "export/layout_part.hpp"

namespace newsgraph {
namespace {

/// A connected part, and where it comes from.
struct Part {
    LayoutPart layout{};
    std::vector<std::size_t> boxes{};  // of the whole picture, by its own
    std::vector<std::size_t> links{};
};

/// The parts that links join, in the order of their first boxes.
std::vector<Part> parts_of(const std::vector<Size>& boxes, const std::vector<BoxLink>& links) {
    std::vector<std::size_t> root(boxes.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&root](std::size_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (const BoxLink& link : links) {
        const std::size_t a = find(link.from), b = find(link.to);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<Part> parts;
    std::vector<std::size_t> part_of(boxes.size()), place_in(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (find(i) == i) {
            part_of[i] = parts.size();
            parts.emplace_back();
        }
        Part& part = parts[part_of[i] = part_of[find(i)]];
        place_in[i] = part.boxes.size();
        part.boxes.push_back(i);
        part.layout.sizes.push_back(boxes[i]);
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        Part& part = parts[part_of[links[i].from]];
        part.links.push_back(i);
        part.layout.links.push_back({place_in[links[i].from], place_in[links[i].to], links[i].label});
        part.layout.sizes.push_back(links[i].label);
    }
    return parts;
}

// Packing: each part covers cells of a grid, from its first to its last in each row, so that nothing is put
// between its own lines.

constexpr double cell = 12;
constexpr double space = 22;  // around a part

struct Range {
    int begin = std::numeric_limits<int>::max();
    int end = std::numeric_limits<int>::min();

    bool is_empty() const noexcept { return begin >= end; }
    void add(int from, int to) noexcept {
        begin = std::min(begin, from);
        end = std::max(end, to);
    }
};

struct Shape {
    int bottom = 0;  // the first row
    std::vector<Range> rows{};
    Range columns{};
};

int cell_below(double x) noexcept { return static_cast<int>(std::floor(x / cell)); }
int cell_above(double x) noexcept { return static_cast<int>(std::ceil(x / cell)); }

Shape shape_of(const LayoutPart& part) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t i = 0; i < part.sizes.size(); ++i) {
        low = std::min(low, part.places[i].y - part.sizes[i].height / 2 - space / 2);
        high = std::max(high, part.places[i].y + part.sizes[i].height / 2 + space / 2);
    }
    Shape shape;
    shape.bottom = cell_below(low);
    shape.rows.resize(static_cast<std::size_t>(cell_above(high) - shape.bottom));
    const auto cover = [&shape](Point from, Point to) {
        for (int row = cell_below(from.y); row < cell_above(to.y); ++row)
            shape.rows[static_cast<std::size_t>(row - shape.bottom)].add(cell_below(from.x),
                                                                         cell_above(to.x));
        shape.columns.add(cell_below(from.x), cell_above(to.x));
    };
    for (std::size_t i = 0; i < part.sizes.size(); ++i) {
        const Point at = part.places[i];
        const double x = (part.sizes[i].width + space) / 2, y = (part.sizes[i].height + space) / 2;
        cover({at.x - x, at.y - y}, {at.x + x, at.y + y});
    }
    const auto cover_line = [&](Point a, Point b) {
        const int steps = 1 + static_cast<int>(std::hypot(a.x - b.x, a.y - b.y) / cell);
        for (int i = 0; i <= steps; ++i) {
            const double share = static_cast<double>(i) / steps;
            const Point at{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
            cover({at.x - space / 2, at.y - 1}, {at.x + space / 2, at.y + 1});
        }
    };
    for (std::size_t i = 0; i < part.links.size(); ++i) {
        cover_line(part.places[part.links[i].from], part.places[part.label_of(i)]);
        cover_line(part.places[part.links[i].to], part.places[part.label_of(i)]);
    }
    return shape;
}

class Packing {
  public:
    explicit Packing(double aspect) : aspect_(aspect) {}

    /// The best free place, as the steps by which the shape has to move.
    std::pair<int, int> add(const Shape& shape) {
        const int height = static_cast<int>(shape.rows.size());
        std::pair<int, int> best{0, 0};
        if (!rows_.empty()) {
            double least = std::numeric_limits<double>::infinity();
            for (int bottom = bottom_ - height; bottom <= top(); ++bottom) {
                for (const int left : lefts(shape, bottom)) {
                    const double cost = cost_of(left, left + width(shape), bottom, bottom + height);
                    if (cost >= least) continue;
                    least = cost;
                    best = {left - shape.columns.begin, bottom - shape.bottom};
                }
            }
        }
        take(shape, best);
        return best;
    }

  private:
    static int width(const Shape& shape) noexcept { return shape.columns.end - shape.columns.begin; }
    int top() const noexcept { return bottom_ + static_cast<int>(rows_.size()); }

    /// The rows hold what is taken from first to last; the free places are at either side.
    std::vector<int> lefts(const Shape& shape, int bottom) const {
        int right_of = std::numeric_limits<int>::min(), left_of = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < shape.rows.size(); ++i) {
            const int row = bottom + static_cast<int>(i);
            if (row < bottom_ || row >= top() || shape.rows[i].is_empty()) continue;
            const Range& taken = rows_[static_cast<std::size_t>(row - bottom_)];
            if (taken.is_empty()) continue;
            right_of = std::max(right_of, taken.end - (shape.rows[i].begin - shape.columns.begin));
            left_of = std::min(left_of, taken.begin - (shape.rows[i].end - shape.columns.begin));
        }
        // Where nothing is beside it, it may stand anywhere: flush with either side, or in the middle.
        if (right_of == std::numeric_limits<int>::min())
            return {columns_.begin, columns_.end - width(shape),
                    (columns_.begin + columns_.end - width(shape)) / 2};
        std::vector<int> found{right_of, left_of};
        // Or a bit further out, flush with the picture's side, where there is room.
        if (columns_.end - width(shape) > right_of) found.push_back(columns_.end - width(shape));
        if (columns_.begin < left_of) found.push_back(columns_.begin);
        return found;
    }

    double cost_of(int left, int right, int bottom, int top_row) const {
        const double wide = std::max(columns_.end, right) - std::min(columns_.begin, left);
        const double high = std::max(top(), top_row) - std::min(bottom_, bottom);
        const double x = (left + right - columns_.begin - columns_.end) / 2.0,
                     y = (bottom + top_row - bottom_ - top()) / 2.0;
        return std::max(wide / aspect_, high) * 1e3 + wide / aspect_ + high +
               1e-3 * std::hypot(x / aspect_, y);
    }

    void take(const Shape& shape, std::pair<int, int> move) {
        const int bottom = shape.bottom + move.second;
        if (rows_.empty()) bottom_ = bottom;
        if (bottom < bottom_) {
            rows_.insert(rows_.begin(), static_cast<std::size_t>(bottom_ - bottom), Range());
            bottom_ = bottom;
        }
        const int above = bottom + static_cast<int>(shape.rows.size());
        if (above > top()) rows_.resize(static_cast<std::size_t>(above - bottom_));
        for (std::size_t i = 0; i < shape.rows.size(); ++i) {
            if (shape.rows[i].is_empty()) continue;
            rows_[static_cast<std::size_t>(bottom - bottom_) + i].add(shape.rows[i].begin + move.first,
                                                                      shape.rows[i].end + move.first);
        }
        columns_.add(shape.columns.begin + move.first, shape.columns.end + move.first);
    }

    double aspect_;
    int bottom_ = 0;
    std::vector<Range> rows_{};
    Range columns_{};
};

/// Moves all so that it begins at (0, 0), and measures it.
void anchor(Layout& layout, const std::vector<Size>& boxes, const std::vector<BoxLink>& links) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Point low{far, far}, high{-far, -far};
    const auto include = [&](Point at, Size size) {
        low = {std::min(low.x, at.x - size.width / 2), std::min(low.y, at.y - size.height / 2)};
        high = {std::max(high.x, at.x + size.width / 2), std::max(high.y, at.y + size.height / 2)};
    };
    for (std::size_t i = 0; i < boxes.size(); ++i) include(layout.boxes[i], boxes[i]);
    for (std::size_t i = 0; i < links.size(); ++i) include(layout.labels[i], links[i].label);
    if (boxes.empty()) return;
    for (std::vector<Point>* points : {&layout.boxes, &layout.labels}) {
        for (Point& point : *points) point = {point.x - low.x, point.y - low.y};
    }
    layout.size = {high.x - low.x, high.y - low.y};
}

}  // namespace

Layout lay_out(const std::vector<Size>& boxes, const std::vector<BoxLink>& links, double aspect) {
    std::vector<Part> parts = parts_of(boxes, links);
    for (Part& part : parts) place(part.layout, aspect);
    std::vector<Shape> shapes;
    for (const Part& part : parts) shapes.push_back(shape_of(part.layout));
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
        return static_cast<std::size_t>(shapes[i].columns.end - shapes[i].columns.begin) *
               shapes[i].rows.size();
    });

    Layout layout{std::vector<Point>(boxes.size()), std::vector<Point>(links.size())};
    Packing packing(aspect);
    for (const std::size_t i : order) {
        const auto [columns, rows] = packing.add(shapes[i]);
        const auto moved = [columns = columns, rows = rows](Point at) {
            return Point{at.x + cell * columns, at.y + cell * rows};
        };
        const Part& part = parts[i];
        for (std::size_t box = 0; box < part.boxes.size(); ++box)
            layout.boxes[part.boxes[box]] = moved(part.layout.places[box]);
        for (std::size_t link = 0; link < part.links.size(); ++link)
            layout.labels[part.links[link]] = moved(part.layout.places[part.layout.label_of(link)]);
    }
    anchor(layout, boxes, links);
    return layout;
}

}  // namespace newsgraph
