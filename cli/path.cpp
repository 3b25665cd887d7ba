// newsgraph path: how two entities are connected.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_formats.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/relation_rows.hpp"
#include "graph/algorithms.hpp"

namespace newsgraph {
namespace {

struct PathOptions {
    std::string graph;
    std::string from;
    std::string to;
    std::string format = "table";
    bool with_evidence = false;
    RelationFilter filter;
};

void show_path(const PathOptions& options, const Session& session) {
    const KnowledgeGraph graph = open_graph(options.graph, session).graph;
    const EntityId from = entity_named(graph, options.from);
    const EntityId to = entity_named(graph, options.to);
    const auto path = shortest_path(graph, from, to, options.filter);
    if (!path)
        spdlog::info("no path joins \"{}\" and \"{}\"", graph.entity(from).name, graph.entity(to).name);
    std::vector<RelationId> relations;
    for (const PathStep& step : path.value_or(std::vector<PathStep>{})) relations.push_back(step.relation);
    OutputFile output("-");
    print_relations(output.stream(), graph, relations, options.format, options.with_evidence);
    output.close();
}

}  // namespace

void add_path_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("path", "Show the shortest path of relations between two entities");
    auto options = std::make_shared<PathOptions>();
    command
        ->add_option("GRAPH", options->graph, "Graph as JSON or GraphML, or an article; - is standard input")
        ->required();
    command->add_option("FROM", options->from, "An entity, by any of its names")->required();
    command->add_option("TO", options->to, "Another")->required();
    command->add_option("-f,--format", options->format, "table (if not given), json or tsv")
        ->type_name("FORMAT")
        ->check(one_of(result_formats()));
    command->add_flag("-e,--evidence", options->with_evidence,
                      "With the words that state each relation, and where they stand");
    add_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph path graph.json 'Mark Zuckerberg' 'Muse Spark'\n"
        "  newsgraph path graph.json Meta Anthropic --evidence");
    command->callback([options, &session] { show_path(*options, session); });
}

}  // namespace newsgraph
