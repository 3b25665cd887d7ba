#include "cli/graph_formats.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/build_graph.hpp"
#include "cli/output_file.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/read.hpp"
#include "export/write.hpp"
#include "graph/store/reader.hpp"
#include "ingest/extract.hpp"
#include "ingest/read/read.hpp"

namespace newsgraph {
namespace {

constexpr const char* standard_stream = "-";
constexpr const char* csv_pair = "csv";

/// The name's last ending in small letters: ".csv" of "a.b.CSV"; empty where there is none.
std::string ending_of(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending;
}

bool has_csv_ending(const std::string& output) { return ending_of(output) == ".csv"; }

/// "graph.csv" or "graph" -> "graph.nodes.csv" and "graph.edges.csv".
void add_csv_pair(const std::string& output, std::vector<GraphOutput>& outputs) {
    const std::string stem = has_csv_ending(output) ? output.substr(0, output.size() - 4) : output;
    outputs.push_back({stem + ".nodes.csv", Format::csv_nodes});
    outputs.push_back({stem + ".edges.csv", Format::csv_edges});
}

[[noreturn]] void refuse_ending(const std::string& output) {
    std::vector<std::string> endings;
    for (const FormatFacts& known : formats()) {
        for (const std::string_view ending : known.endings) endings.emplace_back(ending.substr(1));
    }
    endings.emplace_back(csv_pair);
    const std::string ending = ending_of(output);
    const auto near = ending.empty() ? std::nullopt : nearest(ending.substr(1), endings);
    throw UsageError(output, "its ending tells no format of graphs",
                     near ? "did you mean \"." + *near + "\"?"
                          : "newsgraph export --list-formats shows those there are; or give --format");
}

/// An input is not written over by its own graph.
void refuse_input(const std::string& output, std::span<const std::string> inputs) {
    for (const std::string& input : inputs) {
        std::error_code problem;  // what does not exist is no other file
        if (output != standard_stream && input != standard_stream &&
            std::filesystem::equivalent(output, input, problem)) {
            throw UsageError("--output", "\"" + output + "\" is an input", "write the graph to another file");
        }
    }
}

/// The first bytes of a file; none where it is a folder. Throws Error where there is none, and for what gives
/// its bytes but once.
std::string beginning_of(const std::string& input) {
    if (input.empty()) throw Error("\"\"", "names no file", "give its path, or - for standard input");
    std::error_code ignored;
    if (!std::filesystem::exists(input, ignored))
        throw Error(input, "there is no such file", "check the path");
    if (std::filesystem::is_directory(input, ignored)) return {};
    if (!std::filesystem::is_regular_file(input, ignored))
        throw Error(input, "is a pipe or device, which can't be looked at before it is read",
                    "give - instead, and feed it to standard input");
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
    for (const FormatFacts& known : formats()) names.emplace_back(known.name);
    names.emplace_back(csv_pair);
    return names;
}

std::vector<GraphOutput> graph_outputs(std::span<const std::string> outputs, const std::string& format,
                                       std::span<const std::string> inputs) {
    std::vector<GraphOutput> all;
    for (const std::string& output : outputs) {
        if (const auto known = format_from_ending(output))
            all.push_back({output, *known});
        else if (has_csv_ending(output) || (format == csv_pair && output != standard_stream))
            add_csv_pair(output, all);
        else if (format == csv_pair)
            throw UsageError("--format", "csv is two files",
                             "choose csv-nodes or csv-edges for standard output");
        else if (!format.empty())
            all.push_back({output, *format_from_name(format)});
        else if (output == standard_stream)
            all.push_back({output, Format::json});
        else
            refuse_ending(output);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        refuse_input(all[i].path, inputs);
        for (std::size_t j = 0; j < i; ++j) {
            if (std::filesystem::path(all[i].path).lexically_normal() ==
                std::filesystem::path(all[j].path).lexically_normal())
                throw UsageError("--output", "\"" + all[i].path + "\" is given twice", "leave one out");
        }
    }
    return all;
}

void write_outputs(const KnowledgeGraph& graph, std::span<const GraphOutput> outputs,
                   const ExportOptions& options) {
    std::vector<std::unique_ptr<OutputFile>> files;
    for (const GraphOutput& output : outputs) files.push_back(std::make_unique<OutputFile>(output.path));
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        write_graph(graph, outputs[i].format, files[i]->stream(), options);
        files[i]->flush();
    }
    for (const std::unique_ptr<OutputFile>& file : files) file->close();
}

OpenedGraph open_graph(const std::string& input, const Session& session) {
    if (holds_store(input)) {
        Store store = Store::open(input);
        return {graph_of(store), ontology_facts(session)};
    }
    if (!holds_graph(input)) {
        Stopwatch watch;
        const Resources resources = Resources::load(session.resource_paths());
        // Meanwhile another program may have made a store of it.
        if (holds_store(input)) return open_graph(input, session);
        const std::vector<std::string> inputs{input};
        return {build_graph(inputs, {}, resources, session, watch), facts_of(resources.ontology)};
    }
    const std::optional<Ontology> ontology = find_ontology(session);
    std::vector<std::string> symmetric = ontology ? symmetric_types(*ontology) : std::vector<std::string>();
    KnowledgeGraph graph = read_graph(input, std::move(symmetric));
    return {std::move(graph), ontology ? facts_of(*ontology) : OntologyFacts()};
}

bool holds_store(const std::string& input) {
    std::error_code ignored;
    return input != standard_stream && std::filesystem::is_regular_file(input, ignored) &&
           is_store(beginning_of(input));
}

OntologyFacts ontology_facts(const Session& session) {
    const std::optional<Ontology> ontology = find_ontology(session);
    return ontology ? facts_of(*ontology) : OntologyFacts();
}

}  // namespace newsgraph
