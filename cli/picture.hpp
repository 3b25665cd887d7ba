#pragma once
// Pictures, by Graphviz.

#include <string>
#include <vector>

#include "export/drawing.hpp"
#include "export/sheet.hpp"

namespace newsgraph {

/// The endings of picture files: "svg", "png", "pdf".
std::vector<std::string> picture_formats();

struct PictureOptions {
    std::string format = "svg";  // one of picture_formats()
    Theme theme = Theme::light;
    PixelSize size{};              // of a PNG, and the proportions of all others; 0: as it comes
    unsigned dots_per_inch = 144;  // of a PNG whose width is not given
};

/// The bytes of a picture file. The same drawing gives the same bytes where the same fonts are installed.
/// Throws Error where Graphviz can't draw. Not safe from several threads.
/// Takes more than linear time: draw some dozens of entities, not thousands.
std::string picture_of(const Drawing& drawing, const PictureOptions& options);

}  // namespace newsgraph
