#pragma once
// A graph read from a file, whichever the format.

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Whether a file that begins so holds JSON or GraphML: its first character that is no space is "{" or "<".
/// Nothing where it is neither.
std::optional<Format> format_from_content(std::string_view beginning) noexcept;

/// Reads what newsgraph wrote as JSON or GraphML; what it is tells its content. `name` is for messages.
/// Throws Error, with the line where there is one.
KnowledgeGraph read_graph(std::istream& in, const std::string& name,
                          std::vector<std::string> symmetric_types = {});

/// From a file, or for the path "-" from stdin.
KnowledgeGraph read_graph(const std::filesystem::path& path, std::vector<std::string> symmetric_types = {});

}  // namespace newsgraph
