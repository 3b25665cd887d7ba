#pragma once
// Pictures, by Graphviz.

#include <string>
#include <vector>

namespace newsgraph {

/// The endings of picture files: "svg", "png", "pdf".
std::vector<std::string> picture_formats();

/// The bytes of a picture file of the drawing that `dot` describes, laid out by Graphviz's engine "dot".
/// Throws Error where Graphviz can't draw. Not safe from several threads.
/// Takes more than linear time: draw some hundred entities, not thousands.
std::string picture_of(const std::string& dot, const std::string& format);

}  // namespace newsgraph
