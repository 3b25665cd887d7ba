#include "cli/graph_formats.hpp"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/build_graph.hpp"
#include "cli/usage_error.hpp"
#include "export/read.hpp"
#include "graph/store/reader.hpp"
#include "ingest/extract.hpp"
#include "ingest/read/read.hpp"

namespace newsgraph {
namespace {

constexpr const char* standard_stream = "-";

/// The first bytes of a file; none of standard input or a folder.
std::string beginning_of(const std::string& input) {
    std::error_code ignored;
    if (input == standard_stream || std::filesystem::is_directory(input, ignored)) return {};
    std::string beginning(256, '\0');
    std::ifstream file(input, std::ios::binary);
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    return beginning;
}

/// Whether the input holds a graph, not an article.
bool is_graph(const std::string& input) {
    if (input == standard_stream) {
        const int first = std::cin.peek();  // standard input can't be gone back in further
        return first == '{' || first == '<';
    }
    std::error_code ignored;
    if (!std::filesystem::exists(input, ignored))
        throw Error(input, "there is no such file", "check the path");
    if (std::filesystem::is_directory(input, ignored)) return false;
    if (is_web_page(input) || is_json_lines(input)) return false;
    return format_from_content(beginning_of(input)).has_value();
}

/// The ontology, where there is one: a graph can be asked without the data that built it.
std::optional<Ontology> find_ontology(const Session& session) {
    try {
        return Ontology::read(session.resource_paths().ontology);
    } catch (const Error& error) {
        spdlog::debug("{}", error.what());
        return std::nullopt;
    }
}

std::vector<std::string> type_names(const Ontology& ontology) {
    std::vector<std::string> names;
    for (const RelationType& type : ontology.relations()) names.push_back(type.name);
    return names;
}

}  // namespace

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format format : {Format::graphml, Format::dot, Format::json})
        names.emplace_back(to_string(format));
    return names;
}

Format format_of(const std::string& output, const std::string& format) {
    if (const auto known = format_from_ending(output)) return *known;
    if (!format.empty()) return *format_from_name(format);
    if (output == standard_stream) return Format::json;
    throw UsageError(output, "its ending tells no format of graphs",
                     "let it end in .graphml, .dot or .json, or give --format");
}

bool holds_store(const std::string& input) { return is_store(beginning_of(input)); }

OpenedGraph open_graph(const std::string& input, const Session& session) {
    if (holds_store(input)) {
        Store store = Store::open(input);
        const std::optional<Ontology> ontology = find_ontology(session);
        return {graph_of(store), ontology ? type_names(*ontology) : std::vector<std::string>()};
    }
    if (!is_graph(input)) {
        Stopwatch watch;
        const Resources resources = Resources::load(session.resource_paths());
        const std::vector<std::string> inputs{input};
        return {build_graph(inputs, {}, resources, session, watch), type_names(resources.ontology)};
    }
    const std::optional<Ontology> ontology = find_ontology(session);
    std::vector<std::string> symmetric = ontology ? symmetric_types(*ontology) : std::vector<std::string>();
    KnowledgeGraph graph = read_graph(input, std::move(symmetric));
    return {std::move(graph), ontology ? type_names(*ontology) : std::vector<std::string>()};
}

}  // namespace newsgraph
