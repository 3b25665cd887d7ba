#pragma once
// Which part of a graph is written, and in which form.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/modality.hpp"

namespace newsgraph {

/// A form of one file. CSV is a pair of files, each a format of its own.
enum class Format {
    graphml,
    dot,
    json,
    gexf,
    csv_nodes,
    csv_edges,
    cypher,
    turtle,
    nquads,
    jsonld,
    markdown,
    text
};

/// What people need to know of a format.
struct FormatFacts {
    Format format{};
    std::string_view name;                      // "csv-nodes"
    std::span<const std::string_view> endings;  // ".nodes.csv"; in small letters, the usual one first
    std::string_view purpose;                   // "Neo4j's bulk import, spreadsheets: the entities"
    bool is_readable = false;                   // read back without loss (export/read.hpp)
};

/// All formats, in the enumeration's order.
std::span<const FormatFacts> formats() noexcept;

const FormatFacts& facts(Format format) noexcept;

/// "graphml", "dot", "json", "csv-nodes", …
std::string_view to_string(Format format) noexcept;

std::optional<Format> format_from_name(std::string_view name) noexcept;

/// The format that the end of a file's name stands for, whatever the case of its letters: .graphml and .xml
/// are GraphML, .nodes.csv the CSV of the entities; nothing for others.
std::optional<Format> format_from_ending(const std::filesystem::path& path);

/// "graphml, dot or json", for messages such as `--format: "gml" is not known; choose graphml, dot or json`.
std::string known_formats();

/// What is left out unless asked for, and what is written unless left out.
struct ExportOptions {
    bool open = false;     // open relations, and the phrases (`phrase_type`) that only these join
    bool inferred = true;  // relations that no text states but the ontology derives
    std::vector<Modality> modalities{};         // of the edge; empty: any
    bool isolated = true;                       // entities without a relation that is written
    std::string base = "urn:newsgraph:graph#";  // what begins the ids of things in RDF: an IRI
};

}  // namespace newsgraph
