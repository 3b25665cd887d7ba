#pragma once
// A drawing laid out on a sheet, as DOT that Graphviz has only to paint.

#include <string>
#include <vector>

#include "export/dot_style.hpp"
#include "export/drawing.hpp"
#include "export/layout.hpp"

namespace newsgraph {

/// Of a picture, in pixels.
struct PixelSize {
    unsigned width = 0;
    unsigned height = 0;
};

/// Each text of the drawing as a node at (0, 0), for Graphviz to measure: its fonts are what counts.
std::string texts_to_measure(const Drawing& drawing, Theme theme);

/// The drawing with everything in its place and lines as curves, for Graphviz's engine "nop2", which paints
/// what it is told. `sizes` are those of the nodes of `texts_to_measure`, in their order. Title above, legend
/// and note beneath, `wanted`, where not 0, only for its proportions.
struct Sheet {
    std::string dot;
    Size size{};  // in points
};

Sheet sheet_of(const Drawing& drawing, Theme theme, const std::vector<Size>& sizes, PixelSize wanted = {});

}  // namespace newsgraph
