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

/// The first bytes of a file; none where it is a folder. Throws Error where there is none.
std::string beginning_of(const std::string& input) {
    std::error_code ignored;
    if (!std::filesystem::exists(input, ignored))
        throw Error(input, "there is no such file", "check the path");
    if (std::filesystem::is_directory(input, ignored)) return {};
    std::string beginning(256, '\0');
    std::ifstream file(input, std::ios::binary);
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    return beginning;
}

/// Whether the input is JSON or GraphML, not an article: a web page and JSON Lines are articles.
bool holds_graph(const std::string& input) {
    if (input == standard_stream) {
        const int first = std::cin.peek();  // standard input can't be gone back in further
        return first == '{' || first == '<';
    }
    if (is_web_page(input) || is_json_lines(input)) return false;
    return format_from_content(beginning_of(input)).has_value();
}

/// The ontology, where there is one: a graph can be asked without the data that built it.
std::optional<Ontology> find_ontology(const Session& session) {
    try {
        return Ontology::read(session.resource_paths().ontology);
    } catch (const Error& error) {
        if (!session.ontology.empty()) throw;
        spdlog::debug("{}", error.what());
        return std::nullopt;
    }
}

OntologyFacts facts_of(const Ontology& ontology) {
    OntologyFacts facts;
    for (const RelationType& type : ontology.relations()) {
        facts.types.push_back(type.name);
        if (!type.conflicts.empty()) facts.rules.emplace(type.name, type.conflicts);
    }
    return facts;
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

OpenedGraph open_graph(const std::string& input, const Session& session) {
    if (holds_store(input)) {
        Store store = Store::open(input);
        return {graph_of(store), ontology_facts(session)};
    }
    if (!holds_graph(input)) {
        Stopwatch watch;
        const Resources resources = Resources::load(session.resource_paths());
        const std::vector<std::string> inputs{input};
        return {build_graph(inputs, {}, resources, session, watch), facts_of(resources.ontology)};
    }
    const std::optional<Ontology> ontology = find_ontology(session);
    std::vector<std::string> symmetric = ontology ? symmetric_types(*ontology) : std::vector<std::string>();
    KnowledgeGraph graph = read_graph(input, std::move(symmetric));
    return {std::move(graph), ontology ? facts_of(*ontology) : OntologyFacts()};
}

bool holds_store(const std::string& input) {
    return input != standard_stream && is_store(beginning_of(input));
}

OntologyFacts ontology_facts(const Session& session) {
    const std::optional<Ontology> ontology = find_ontology(session);
    return ontology ? facts_of(*ontology) : OntologyFacts();
}

}  // namespace newsgraph
