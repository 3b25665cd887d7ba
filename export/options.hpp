#pragma once
// Which part of a graph is written, and in which form.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

enum class Format { graphml, dot, json };

/// "graphml", "dot", "json".
std::string_view to_string(Format format) noexcept;

std::optional<Format> format_from_name(std::string_view name) noexcept;

/// The format that a file's ending stands for: .graphml and .xml, .dot and .gv, .json, whatever the case of
/// their letters; nothing for others.
std::optional<Format> format_from_ending(const std::filesystem::path& path);

/// "graphml, dot or json", for messages such as `--format: "gml" is not known; choose graphml, dot or json`.
std::string known_formats();

/// What is left out unless asked for, and what is written unless left out.
struct ExportOptions {
    bool open = false;     // open relations, and the phrases (`phrase_type`) that only these join
    bool inferred = true;  // relations that no text states but the ontology derives
};

}  // namespace newsgraph
