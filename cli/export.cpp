// newsgraph export: a graph, or a part of it, in any format.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_formats.hpp"
#include "cli/lookup.hpp"
#include "cli/open_store.hpp"
#include "cli/results.hpp"
#include "cli/usage_error.hpp"
#include "export/json.hpp"
#include "export/rdf.hpp"
#include "graph/algorithms.hpp"

namespace newsgraph {
namespace {

struct ExportCommand {
    std::string graph;
    std::vector<std::string> outputs;
    std::string format;
    std::string around;
    std::size_t steps = 1;
    bool is_list_wanted = false;
    bool is_connected = false;
    ClaimFilter filter;
    std::string base = ExportOptions{}.base;
};

void list_formats(bool as_json) {
    Results results{{"Format", "Endings", "For"}};
    const auto add = [&results](std::string_view name, const std::vector<std::string_view>& endings,
                                std::string_view purpose) {
        std::string list;
        std::vector<std::string> quoted;
        for (const std::string_view ending : endings) {
            list.append(list.empty() ? "" : ", ").append(ending);
            quoted.push_back(json_quoted(ending));
        }
        results.rows.push_back({{std::string(name), list, std::string(purpose)},
                                JsonObject()
                                    .text("format", name)
                                    .json("endings", json_array(quoted))
                                    .text("for", purpose)
                                    .str()});
    };
    for (const FormatFacts& known : formats())
        add(known.name, {known.endings.begin(), known.endings.end()}, known.purpose);
    add("csv", {".csv"}, "both files of CSV: graph.nodes.csv and graph.edges.csv");
    show_results(results, as_json ? "json" : "table");
}

/// An entity, those that are at most so many relations away, and the relations among all these.
KnowledgeGraph part_around(const KnowledgeGraph& graph, const ExportCommand& command) {
    const RelationFilter filter{command.filter.open, command.filter.inferred, command.filter.modalities};
    std::vector<EntityId> wanted{entity_named(graph, command.around)};
    for (const Neighbor& neighbor : neighbors(graph, wanted.front(), command.steps, filter))
        wanted.push_back(neighbor.entity);
    std::sort(wanted.begin(), wanted.end());
    return subgraph(graph, wanted, filter);
}

void export_graph(ExportCommand command, const Session& session) {
    if (command.is_list_wanted) return list_formats(command.format == "json");
    if (command.graph.empty())
        throw UsageError("newsgraph export", "GRAPH is required", "see newsgraph export --help");
    if (command.outputs.empty()) command.outputs = {"-"};
    if (!is_iri(command.base))
        throw UsageError("--base", "\"" + command.base + "\" is no absolute IRI",
                         "give one such as https://example.org/news#");
    const std::vector<std::string> inputs{command.graph};
    const std::vector<GraphOutput> outputs = graph_outputs(command.outputs, command.format, inputs);

    KnowledgeGraph graph = open_part(command.graph, command.filter, session);
    if (!command.around.empty()) graph = part_around(graph, command);
    ExportOptions options;
    options.open = command.filter.open;
    options.inferred = command.filter.inferred;
    options.modalities = command.filter.modalities;
    // Of a part only what is in it: all other entities have no relation there.
    options.isolated = !command.is_connected && !needs_store(command.filter);
    options.base = command.base;
    write_outputs(graph, outputs, options);
}

}  // namespace

void add_export_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("export", "Write a graph, or a part of it, in any format");
    auto options = std::make_shared<ExportCommand>();
    command->add_option(
        "GRAPH", options->graph,
        "A store, a graph as JSON or GraphML, an article or a folder of them; - is standard input");
    command
        ->add_option("-o,--output", options->outputs,
                     "Where the graph goes, in the format of the name's ending; - is standard output; may be "
                     "given several times")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command->add_option("-f,--format", options->format, "Format where no ending tells it, json if not given")
        ->type_name("FORMAT")
        ->check(one_of(format_names()));
    command->add_flag("--list-formats", options->is_list_wanted,
                      "Show the formats and their endings; with --format json, as JSON");
    command->add_option("--around", options->around, "Only this entity and those near it")->type_name("NAME");
    command->add_option("-s,--steps", options->steps, "How near: that many relations away, 1 if not given")
        ->type_name("NUMBER")
        ->check(whole_number());
    command->add_flag("--connected", options->is_connected, "Only entities with a relation that is written");
    command
        ->add_option("--base", options->base,
                     "What the names of things begin with in RDF, urn:newsgraph:graph# if not given")
        ->type_name("IRI");
    add_copy_filter_options(*command, options->filter.open, options->filter.inferred,
                            options->filter.modalities);
    add_source_filter_options(*command, options->filter);
    add_json_flag(*command, options->format);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph export graph.json -o graph.gexf -o graph.ttl        for Gephi, and as RDF\n"
        "  newsgraph export graph.json -o graph.csv                      graph.nodes.csv and "
        "graph.edges.csv\n"
        "  newsgraph export graph.json --around Meta -o meta.md          a report on one entity\n"
        "  newsgraph export graph.json --modality negated --format text  all that is denied, as a table\n"
        "  newsgraph export news.ng --type acquires --since 2026-04 -o deals.csv");
    command->callback([options, &session] { export_graph(*options, session); });
}

}  // namespace newsgraph
