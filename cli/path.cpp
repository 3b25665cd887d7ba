// newsgraph path: how two entities are connected.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/relation_rows.hpp"
#include "graph/query/walk.hpp"

namespace newsgraph {
namespace {

struct PathOptions {
    std::string graph;
    std::string from;
    std::string to;
    std::string format = "table";
    bool with_evidence = false;
    ClaimFilter filter;
};

void show_path(const PathOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    check_filter(options.filter, opened);
    EntityTable entities(opened.store);
    const EntityKey from = entity_named(entities, options.from);
    const EntityKey to = entity_named(entities, options.to);
    const auto path = shortest_path(opened.store, entities, from, to, options.filter);
    if (from == to)
        spdlog::info("\"{}\" and \"{}\" are one entity; a path needs two", options.from, options.to);
    if (!path)
        spdlog::info("no path joins \"{}\" and \"{}\"", entities.entity(from).name, entities.entity(to).name);
    RelationRows rows(opened.store, entities, options.format, options.with_evidence);
    RelationReader reader(opened.store, options.filter, options.with_evidence);
    for (const RelationKey key : path.value_or(std::vector<RelationKey>{})) rows.add(reader.read(key));
    show_results(rows.results(), options.format);
}

}  // namespace

void add_path_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("path", "Show the shortest path of relations between two entities");
    auto options = std::make_shared<PathOptions>();
    add_graph_argument(*command, options->graph);
    command->add_option("FROM", options->from, "An entity, by any of its names")->required();
    command->add_option("TO", options->to, "Another")->required();
    add_format_option(*command, options->format);
    command->add_flag("-e,--evidence", options->with_evidence,
                      "With the words that state each relation, and where they stand");
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph path news.ng 'Mark Zuckerberg' 'Muse Spark'\n"
        "  newsgraph path graph.json Meta Anthropic --evidence");
    command->callback([options, &session] { show_path(*options, session); });
}

}  // namespace newsgraph
