#include "export/page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace newsgraph {
namespace {

struct Place {
    double x = 0;
    double y = 0;
};

constexpr double edge_length = 120;       // pixels, between the middles of neighbours, before names need more
constexpr double widening = 1.5;          // names are wider than high
constexpr double gap_x = 26, gap_y = 26;  // between boxes
constexpr double piece_gap = 60;          // between pieces
constexpr double golden_angle = 2.399963229728653;

using Piece = std::vector<std::size_t>;  // of boxes that edges join

/// The boxes that edges join to `boxes[i]`.
using Neighbors = std::vector<std::vector<std::size_t>>;

std::vector<Piece> pieces_of(const Neighbors& neighbors) {
    std::vector<Piece> pieces;
    std::vector<bool> is_seen(neighbors.size());
    for (std::size_t start = 0; start < neighbors.size(); ++start) {
        if (is_seen[start]) continue;
        Piece piece{start};
        is_seen[start] = true;
        for (std::size_t at = 0; at < piece.size(); ++at) {
            for (const std::size_t next : neighbors[piece[at]]) {
                if (is_seen[next]) continue;
                is_seen[next] = true;
                piece.push_back(next);
            }
        }
        pieces.push_back(std::move(piece));
    }
    std::ranges::stable_sort(pieces, std::ranges::greater{}, &Piece::size);
    return pieces;
}

/// How many edges part two boxes of a piece, row by row.
std::vector<double> distances(const Piece& piece, const Neighbors& neighbors) {
    const std::size_t n = piece.size();
    std::vector<std::size_t> place(neighbors.size());
    for (std::size_t i = 0; i < n; ++i) place[piece[i]] = i;
    std::vector<double> all(n * n, -1);
    for (std::size_t start = 0; start < n; ++start) {
        double* const row = &all[start * n];
        std::vector<std::size_t> queue{start};
        row[start] = 0;
        for (std::size_t at = 0; at < queue.size(); ++at) {
            for (const std::size_t next : neighbors[piece[queue[at]]]) {
                if (row[place[next]] >= 0) continue;
                row[place[next]] = row[queue[at]] + 1;
                queue.push_back(place[next]);
            }
        }
    }
    return all;
}

/// A start for the majorization: the two directions in which the squared distances, centred twice, vary most
/// (classical scaling), by power iteration.
std::vector<Place> scaled(const std::vector<double>& distance, std::size_t n) {
    std::vector<double> squares(n * n), mean(n);
    for (std::size_t i = 0; i < n * n; ++i) squares[i] = distance[i] * distance[i];
    double all = 0;
    for (std::size_t i = 0; i < n; ++i) {
        mean[i] = std::accumulate(&squares[i * n], &squares[i * n] + n, 0.0) / static_cast<double>(n);
        all += mean[i] / static_cast<double>(n);
    }
    std::vector<std::vector<double>> axes;
    std::vector<Place> places(n);
    for (int axis = 0; axis < 2; ++axis) {
        std::vector<double> v(n), next(n);
        for (std::size_t i = 0; i < n; ++i) v[i] = std::cos(golden_angle * static_cast<double>(i) + axis);
        double length = 1;
        constexpr int rounds = 60;
        for (int round = 0; round < rounds; ++round) {
            for (const std::vector<double>& other : axes) {
                const double along = std::inner_product(v.begin(), v.end(), other.begin(), 0.0);
                for (std::size_t i = 0; i < n; ++i) v[i] -= along * other[i];
            }
            for (std::size_t i = 0; i < n; ++i) {
                next[i] = 0;
                for (std::size_t j = 0; j < n; ++j)
                    next[i] -= (squares[i * n + j] - mean[i] - mean[j] + all) / 2 * v[j];
            }
            length = std::sqrt(std::inner_product(next.begin(), next.end(), next.begin(), 0.0));
            if (length < 1e-9) break;
            for (std::size_t i = 0; i < n; ++i) v[i] = next[i] / length;
        }
        for (std::size_t i = 0; i < n; ++i)
            (axis == 0 ? places[i].x : places[i].y) = v[i] * std::sqrt(length);
        axes.push_back(std::move(v));
    }
    // Those at equal distances from all others stand on each other; a little aside, each in a direction of
    // its own.
    for (std::size_t i = 0; i < n; ++i) {
        places[i].x += 0.1 * std::cos(golden_angle * static_cast<double>(i));
        places[i].y += 0.1 * std::sin(golden_angle * static_cast<double>(i));
    }
    return places;
}

/// Each box goes where the others want it on average, the near ones with more weight.
void majorize(std::vector<Place>& places, const std::vector<double>& distance) {
    const std::size_t n = places.size();
    constexpr int rounds = 150;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            Place sum;
            double weights = 0;
            for (std::size_t j = 0; j < n; ++j) {
                if (i == j) continue;
                const double wanted = distance[i * n + j];
                const double weight = 1 / (wanted * wanted);
                const double dx = places[i].x - places[j].x, dy = places[i].y - places[j].y;
                const double scale = wanted / std::max(std::hypot(dx, dy), 1e-6);
                sum.x += weight * (places[j].x + dx * scale);
                sum.y += weight * (places[j].y + dy * scale);
                weights += weight;
            }
            if (weights > 0) places[i] = {sum.x / weights, sum.y / weights};
        }
    }
}

/// Pushes boxes that overlap apart, each pair in the direction that takes less.
void part(std::vector<Place>& places, const Piece& piece, const std::vector<LayoutBox>& boxes) {
    constexpr int rounds = 400;
    for (int round = 0; round < rounds; ++round) {
        bool is_moved = false;
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                const LayoutBox &a = boxes[piece[i]], &b = boxes[piece[j]];
                const double dx = places[j].x - places[i].x, dy = places[j].y - places[i].y;
                const double over_x = (a.width + b.width) / 2 + gap_x - std::abs(dx);
                const double over_y = (a.height + b.height) / 2 + gap_y - std::abs(dy);
                if (over_x <= 0.5 || over_y <= 0.5) continue;
                is_moved = true;
                if (over_x < over_y) {
                    const double push = (dx < 0 ? -over_x : over_x) / 2;
                    places[i].x -= push;
                    places[j].x += push;
                } else {
                    const double push = (dy < 0 ? -over_y : over_y) / 2;
                    places[i].y -= push;
                    places[j].y += push;
                }
            }
        }
        if (!is_moved) break;
    }
}

/// A piece's boxes, the upper left corner of the whole at 0, 0.
struct PlacedPiece {
    Piece piece;
    std::vector<Place> places;
    double width = 0;
    double height = 0;
};

PlacedPiece placed(Piece piece, const Neighbors& neighbors, const std::vector<LayoutBox>& boxes) {
    PlacedPiece result{std::move(piece), {}};
    const std::vector<double> distance = distances(result.piece, neighbors);
    result.places = scaled(distance, result.piece.size());
    majorize(result.places, distance);
    for (Place& place : result.places) place = {place.x * edge_length * widening, place.y * edge_length};
    part(result.places, result.piece, boxes);
    Place low{1e9, 1e9}, high{-1e9, -1e9};
    for (std::size_t i = 0; i < result.places.size(); ++i) {
        const LayoutBox& box = boxes[result.piece[i]];
        low = {std::min(low.x, result.places[i].x - box.width / 2),
               std::min(low.y, result.places[i].y - box.height / 2)};
        high = {std::max(high.x, result.places[i].x + box.width / 2),
                std::max(high.y, result.places[i].y + box.height / 2)};
    }
    for (Place& place : result.places) place = {place.x - low.x, place.y - low.y};
    result.width = high.x - low.x;
    result.height = high.y - low.y;
    return result;
}

/// The width of rows with which the pieces fill a picture of that aspect best: as the first ones side by side
/// have it.
double best_row_width(const std::vector<PlacedPiece>& pieces, double aspect) {
    double best = 0, least = -1, candidate = 0;
    for (const PlacedPiece& last : pieces) {
        candidate += last.width + (candidate > 0 ? piece_gap : 0);
        double x = 0, width = 0, height = 0, row_height = 0;
        for (const PlacedPiece& piece : pieces) {
            if (x > 0 && x + piece.width > candidate + 0.5) {
                height += row_height + piece_gap;
                x = row_height = 0;
            }
            x += piece.width + piece_gap;
            width = std::max(width, x - piece_gap);
            row_height = std::max(row_height, piece.height);
        }
        const double size = std::max(width / aspect, height + row_height);
        if (least < 0 || size < least) {
            least = size;
            best = candidate + 0.5;
        }
    }
    return best;
}

}  // namespace

std::vector<LayoutPoint> layout(const std::vector<LayoutBox>& boxes,
                                const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                                double aspect) {
    Neighbors neighbors(boxes.size());
    for (const auto& [from, to] : edges) {
        if (from == to) continue;
        neighbors[from].push_back(to);
        neighbors[to].push_back(from);
    }
    std::vector<PlacedPiece> pieces;
    for (Piece& piece : pieces_of(neighbors)) pieces.push_back(placed(std::move(piece), neighbors, boxes));
    const double row_width = best_row_width(pieces, aspect);
    std::vector<LayoutPoint> points(boxes.size());
    double x = 0, y = 0, row_height = 0;
    for (const PlacedPiece& piece : pieces) {
        if (x > 0 && x + piece.width > row_width) {
            x = 0;
            y += row_height + piece_gap;
            row_height = 0;
        }
        for (std::size_t i = 0; i < piece.piece.size(); ++i)
            points[piece.piece[i]] = {static_cast<int>(std::lround(x + piece.places[i].x)),
                                      static_cast<int>(std::lround(y + piece.places[i].y))};
        x += piece.width + piece_gap;
        row_height = std::max(row_height, piece.height);
    }
    return points;
}

}  // namespace newsgraph
