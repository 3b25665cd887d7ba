#include "export/layout_part.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace newsgraph {
namespace {

constexpr double stretch = 1.5;      // boxes are wider than high, and so are slides
constexpr double line_gap = 26;      // of a line between a box and its label
constexpr double box_margin = 18;    // around boxes
constexpr double label_margin = 7;   // around labels
constexpr double arrow_margin = 20;  // between a label and the boxes that it joins: an arrowhead is there

Point operator+(Point a, Point b) noexcept { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) noexcept { return {a.x - b.x, a.y - b.y}; }
Point operator*(Point a, double factor) noexcept { return {a.x * factor, a.y * factor}; }
double dot(Point a, Point b) noexcept { return a.x * b.x + a.y * b.y; }
double cross(Point a, Point b) noexcept { return a.x * b.y - a.y * b.x; }
double length(Point a) noexcept { return std::sqrt(dot(a, a)); }

/// A line from a box to the label of one of its links.
struct Half {
    std::size_t box = 0;
    std::size_t label = 0;
    std::size_t link = 0;
};

class Placement {
  public:
    Placement(LayoutPart& part, double aspect) : part_(part), places_(part.places), aspect_(aspect) {
        for (std::size_t i = 0; i < part.links.size(); ++i) {
            halves_.push_back({part.links[i].from, part.label_of(i), i});
            halves_.push_back({part.links[i].to, part.label_of(i), i});
        }
        measure_distances();
    }

    void attempt(std::uint32_t seed) {
        scatter(seed);
        reduce_stress();
        turn();
        for (Point& place : places_) place.x *= stretch;
        constexpr int rounds = 300;
        for (int round = 0; round < rounds; ++round) {
            straighten(0.25);
            keep_off_lines(round < rounds / 2 ? 0.15 : 0.3);
            for (int i = 0; i < 3; ++i) push_apart();
        }
        for (int i = 0; i < 200 && push_apart(); ++i) {
        }
        while (push_apart()) {  // at most a few times: what is far enough apart no longer overlaps
            for (Point& place : places_) place = place * 1.05;
        }
    }

    /// The less, the better: what confuses most weighs most.
    double confusion() const {
        double total = 0;
        for (const Half& half : halves_) {
            const Point a = places_[half.box], b = places_[half.label];
            for (std::size_t i = 0; i < places_.size(); ++i) {
                if (is_of(i, half) || depth(a, b, i, 0) <= 0) continue;
                total += i < part_.boxes() ? 8 : 4;
            }
        }
        for (std::size_t i = 0; i < halves_.size(); ++i) {
            for (std::size_t j = i + 1; j < halves_.size(); ++j) {
                if (halves_[i].link != halves_[j].link && do_cross(halves_[i], halves_[j])) total += 2;
            }
        }
        const auto [low, high] = extent();
        const double width = high.x - low.x, height = high.y - low.y;
        total += 4 * std::abs(std::log(std::max(width, 1.0) / std::max(height, 1.0) / aspect_));
        return total + width * height / (8 * area_);
    }

  private:
    /// The shortest ways along lines, each as long as its two ends need it.
    void measure_distances() {
        const std::size_t size = part_.sizes.size();
        std::vector<std::vector<std::pair<std::size_t, double>>> ways(size);
        for (const Half& half : halves_) {
            const double way = radius(half.box) + radius(half.label) + line_gap;
            ways[half.box].emplace_back(half.label, way);
            ways[half.label].emplace_back(half.box, way);
        }
        distances_.assign(size * size, std::numeric_limits<double>::infinity());
        using Entry = std::pair<double, std::size_t>;
        for (std::size_t from = 0; from < size; ++from) {
            double* const to = &distances_[from * size];
            to[from] = 0;
            std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
            open.emplace(0, from);
            while (!open.empty()) {
                const auto [so_far, at] = open.top();
                open.pop();
                if (so_far > to[at]) continue;
                for (const auto& [next, way] : ways[at]) {
                    if (so_far + way >= to[next]) continue;
                    to[next] = so_far + way;
                    open.emplace(to[next], next);
                }
            }
        }
        for (const Size& box : part_.sizes) area_ += (box.width + 30) * (box.height + 30);
    }

    double radius(std::size_t i) const noexcept {
        return (part_.sizes[i].width / stretch + part_.sizes[i].height) / 4;
    }

    void scatter(std::uint32_t seed) {
        std::uint32_t state = seed * 2654435761u + 12345u;
        const auto random = [&state] {  // Numerical Recipes' linear congruence: the same on every machine
            state = state * 1664525u + 1013904223u;
            return static_cast<double>(state >> 8) / static_cast<double>(1u << 24) - 0.5;
        };
        const double side = 60 * std::sqrt(static_cast<double>(part_.sizes.size()));
        places_.resize(part_.sizes.size());
        for (Point& place : places_) {
            place.x = side * random();
            place.y = side * random();
        }
    }

    void reduce_stress() {
        const std::size_t size = places_.size();
        constexpr int rounds = 120;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = 0; i < size; ++i) {
                Point sum;
                double weights = 0;
                for (std::size_t j = 0; j < size; ++j) {
                    if (i == j) continue;
                    const double wanted = distances_[i * size + j];
                    const Point apart = places_[i] - places_[j];
                    const double now = std::max(length(apart), 1e-6);
                    const double weight = 1 / (wanted * wanted);
                    sum = sum + (places_[j] + apart * (wanted / now)) * weight;
                    weights += weight;
                }
                if (weights > 0) places_[i] = sum * (1 / weights);
            }
        }
    }

    /// So that it is longest from left to right.
    void turn() {
        Point middle;
        for (const Point& place : places_) middle = middle + place;
        middle = middle * (1 / static_cast<double>(places_.size()));
        double xx = 0, xy = 0, yy = 0;
        for (Point& place : places_) {
            place = place - middle;
            xx += place.x * place.x;
            xy += place.x * place.y;
            yy += place.y * place.y;
        }
        const double angle = std::atan2(2 * xy, xx - yy) / 2;
        const double c = std::cos(angle), s = std::sin(angle);
        for (Point& place : places_) place = {c * place.x + s * place.y, c * place.y - s * place.x};
    }

    /// Draws labels to where their line is straight, midway between the borders of its boxes.
    void straighten(double share) {
        for (std::size_t i = 0; i < part_.links.size(); ++i) {
            const BoxLink& link = part_.links[i];
            if (link.from == link.to) continue;
            const Point a = places_[link.from], b = places_[link.to];
            const double begin = inside(link.from, b - a), end = 1 - inside(link.to, a - b);
            const Point wanted = a + (b - a) * (begin < end ? (begin + end) / 2 : 0.5);
            Point& label = places_[part_.label_of(i)];
            label = label + (wanted - label) * share;
        }
    }

    /// Which share of a line from the middle of box `i` lies in it.
    double inside(std::size_t i, Point way) const noexcept {
        const double x = std::abs(way.x) < 1e-9 ? 1e9 : part_.sizes[i].width / 2 / std::abs(way.x);
        const double y = std::abs(way.y) < 1e-9 ? 1e9 : part_.sizes[i].height / 2 / std::abs(way.y);
        return std::min({x, y, 1.0});
    }

    bool is_of(std::size_t i, const Half& half) const noexcept {
        const BoxLink& link = part_.links[half.link];
        return i == half.label || i == link.from || i == link.to;
    }

    /// How deep the line from `a` to `b` goes into the box `i` with a margin: how far the box would have to
    /// move across the line; 0 or less where it does not.
    double depth(Point a, Point b, std::size_t i, double margin) const noexcept {
        const Point way = b - a, to_box = places_[i] - a;
        const double whole = length(way);
        if (whole < 1e-9) return 0;
        const double half_width = part_.sizes[i].width / 2 + margin,
                     half_height = part_.sizes[i].height / 2 + margin;
        const double along = dot(way, to_box) / whole;
        const double reach = (half_width * std::abs(way.x) + half_height * std::abs(way.y)) / whole;
        if (along < -reach || along > whole + reach) return 0;
        // Beside its ends, where only the box's corner reaches over.
        if (std::max(a.x, b.x) < places_[i].x - half_width ||
            std::min(a.x, b.x) > places_[i].x + half_width ||
            std::max(a.y, b.y) < places_[i].y - half_height ||
            std::min(a.y, b.y) > places_[i].y + half_height)
            return 0;
        const double across = std::abs(cross(way, to_box)) / whole;
        return (half_width * std::abs(way.y) + half_height * std::abs(way.x)) / whole - across;
    }

    void keep_off_lines(double share) {
        for (const Half& half : halves_) {
            for (std::size_t i = 0; i < places_.size(); ++i) {
                if (is_of(i, half)) continue;
                const Point a = places_[half.box], b = places_[half.label];
                const double deep = depth(a, b, i, 6);
                if (deep <= 0) continue;
                const Point way = (b - a) * (1 / length(b - a));
                const double side = cross(way, places_[i] - a) >= 0 ? 1 : -1;
                const Point across{-way.y * side, way.x * side};
                places_[i] = places_[i] + across * (deep * share);
                places_[half.label] = places_[half.label] - across * (deep * share);
            }
        }
    }

    /// The space that must be between two of them.
    double margin(std::size_t i, std::size_t j) const noexcept {  // i < j
        if (j < part_.boxes()) return box_margin;
        if (i >= part_.boxes()) return label_margin;
        const BoxLink& link = part_.links[j - part_.boxes()];
        return link.from == i || link.to == i ? arrow_margin : label_margin;
    }

    /// Moves boxes that overlap apart, on the shorter way; returns whether there were any.
    bool push_apart() {
        bool any = false;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            for (std::size_t j = i + 1; j < places_.size(); ++j) {
                const double space = margin(i, j);
                const Point apart = places_[j] - places_[i];
                const double x =
                    (part_.sizes[i].width + part_.sizes[j].width) / 2 + space - std::abs(apart.x);
                const double y =
                    (part_.sizes[i].height + part_.sizes[j].height) / 2 + space - std::abs(apart.y);
                if (x <= 1e-6 || y <= 1e-6) continue;
                any = true;
                Point push = x < y ? Point{apart.x < 0 ? -x : x, 0} : Point{0, apart.y < 0 ? -y : y};
                // Labels give way to boxes.
                const double share = i < part_.boxes() && j >= part_.boxes() ? 0.25 : 0.5;
                push = push * 1.02;
                places_[i] = places_[i] - push * share;
                places_[j] = places_[j] + push * (1 - share);
            }
        }
        return any;
    }

    bool do_cross(const Half& one, const Half& other) const noexcept {
        if (one.box == other.box) return false;
        const Point a = places_[one.box], b = places_[one.label], c = places_[other.box],
                    d = places_[other.label];
        return cross(b - a, c - a) * cross(b - a, d - a) < 0 && cross(d - c, a - c) * cross(d - c, b - c) < 0;
    }

    std::pair<Point, Point> extent() const {
        constexpr double far = std::numeric_limits<double>::infinity();
        Point low{far, far}, high{-far, -far};
        for (std::size_t i = 0; i < places_.size(); ++i) {
            low.x = std::min(low.x, places_[i].x - part_.sizes[i].width / 2);
            low.y = std::min(low.y, places_[i].y - part_.sizes[i].height / 2);
            high.x = std::max(high.x, places_[i].x + part_.sizes[i].width / 2);
            high.y = std::max(high.y, places_[i].y + part_.sizes[i].height / 2);
        }
        return {low, high};
    }

    LayoutPart& part_;
    std::vector<Point>& places_;
    double aspect_;
    std::vector<Half> halves_;
    std::vector<double> distances_;  // from each to each
    double area_ = 0;                // that it needs at least
};

}  // namespace

void place(LayoutPart& part, double aspect) {
    part.places.assign(part.sizes.size(), {});
    if (part.links.empty()) return;
    // As many attempts as take about as long for many as for few.
    const double size = static_cast<double>(part.sizes.size());
    const auto attempts = static_cast<std::uint32_t>(std::clamp(300'000 / (size * size), 2.0, 16.0));
    Placement placement(part, aspect);
    std::vector<Point> best;
    double least = 0;
    for (std::uint32_t seed = 1; seed <= attempts; ++seed) {
        placement.attempt(seed);
        const double confusion = placement.confusion();
        if (best.empty() || confusion < least) {
            best = part.places;
            least = confusion;
        }
    }
    part.places = std::move(best);
}

}  // namespace newsgraph
