#include "export/options.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

using Endings = std::array<std::string_view, 2>;

constexpr Endings graphml_endings = {".graphml", ".xml"};
constexpr Endings dot_endings = {".dot", ".gv"};
constexpr std::array<std::string_view, 1> json_endings = {".json"};
constexpr std::array<std::string_view, 1> gexf_endings = {".gexf"};
constexpr std::array<std::string_view, 1> csv_nodes_endings = {".nodes.csv"};
constexpr std::array<std::string_view, 1> csv_edges_endings = {".edges.csv"};
constexpr Endings cypher_endings = {".cypher", ".cql"};
constexpr std::array<std::string_view, 1> turtle_endings = {".ttl"};
constexpr std::array<std::string_view, 1> nquads_endings = {".nq"};
constexpr std::array<std::string_view, 1> jsonld_endings = {".jsonld"};
constexpr Endings markdown_endings = {".md", ".markdown"};
constexpr std::array<std::string_view, 1> text_endings = {".txt"};

constexpr std::array all_formats = {
    FormatFacts{Format::graphml, "graphml", graphml_endings, "Gephi, igraph, networkx, yEd", true},
    FormatFacts{Format::dot, "dot", dot_endings, "Graphviz", false},
    FormatFacts{Format::json, "json", json_endings, "programs, and newsgraph itself: nothing is lost", true},
    FormatFacts{Format::gexf, "gexf", gexf_endings, "Gephi, with dates, colours and sizes", false},
    FormatFacts{Format::csv_nodes, "csv-nodes", csv_nodes_endings, "Neo4j's bulk import: entities", false},
    FormatFacts{Format::csv_edges, "csv-edges", csv_edges_endings, "Neo4j's bulk import: relations", false},
    FormatFacts{Format::cypher, "cypher", cypher_endings, "a running Neo4j or Memgraph", false},
    FormatFacts{Format::turtle, "turtle", turtle_endings, "RDF: each claim reified, with its source", false},
    FormatFacts{Format::nquads, "nquads", nquads_endings, "RDF: each claim a graph of its own", false},
    FormatFacts{Format::jsonld, "jsonld", jsonld_endings, "RDF for those who read JSON", false},
    FormatFacts{Format::markdown, "markdown", markdown_endings, "people: a report with quotations", false},
    FormatFacts{Format::text, "text", text_endings, "people: tables", false},
};

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return text;
}

}  // namespace

std::span<const FormatFacts> formats() noexcept { return all_formats; }

const FormatFacts& facts(Format format) noexcept { return all_formats[static_cast<std::size_t>(format)]; }

std::string_view to_string(Format format) noexcept { return facts(format).name; }

std::optional<Format> format_from_name(std::string_view name) noexcept {
    for (const FormatFacts& known : all_formats) {
        if (known.name == name) return known.format;
    }
    return std::nullopt;
}

std::optional<Format> format_from_ending(const std::filesystem::path& path) {
    const std::string name = lower_case(path.filename().string());
    for (const FormatFacts& known : all_formats) {
        for (const std::string_view ending : known.endings) {
            // ".json" alone is a hidden file without an ending.
            if (name.size() > ending.size() && name.ends_with(ending)) return known.format;
        }
    }
    return std::nullopt;
}

std::string known_formats() {
    std::string list;
    for (const FormatFacts& known : all_formats) {
        if (!list.empty()) list += &known == &all_formats.back() ? " or " : ", ";
        list += known.name;
    }
    return list;
}

}  // namespace newsgraph
