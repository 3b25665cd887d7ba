#pragma once
// What every page holds whatever its graph: the files of export/page and the library that draws, as the build
// embeds them (cmake/EmbedText.cmake).

#include <string_view>

namespace newsgraph {

std::string_view page_template() noexcept;
std::string_view page_style() noexcept;
std::string_view page_script() noexcept;

/// Cytoscape.js with its licence; empty where newsgraph was built without it.
std::string_view page_library() noexcept;

}  // namespace newsgraph
