// newsgraph neighbors: who and what is near an entity.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/results.hpp"
#include "graph/query/relations.hpp"
#include "graph/query/walk.hpp"

namespace newsgraph {
namespace {

struct NeighborsOptions {
    std::string graph;
    std::string name;
    std::size_t steps = 1;
    std::string format = "table";
    ClaimFilter filter;
};

ResultRow row_of(const StoredNeighbor& neighbor, EntityTable& entities, RelationReader& reader) {
    const StoredEntity& entity = entities.entity(neighbor.entity);
    const StoredRelation via = reader.read(neighbor.via);
    // Read from the neighbour to the entity before: "Meta develops".
    const std::string& other = entities.entity(neighbor.from).name;
    const std::string way = via.head == neighbor.entity ? via.type + " " + other : other + " " + via.type;
    const std::string relation = JsonObject()
                                     .text("head", entities.entity(via.head).name)
                                     .text("type", via.type)
                                     .text("tail", entities.entity(via.tail).name)
                                     .str();
    return {{std::to_string(neighbor.distance), entity.name, entity.type, way},
            JsonObject()
                .number("steps", static_cast<std::int64_t>(neighbor.distance))
                .text("name", entity.name)
                .text("type", entity.type)
                .json("via", relation)
                .str()};
}

void show_neighbors(const NeighborsOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    check_filter(options.filter, opened);
    EntityTable entities(opened.store);
    const EntityKey start = entity_named(entities, options.name);
    const auto found = neighbors(opened.store, entities, start, options.steps, options.filter);
    if (found.empty()) spdlog::info("no relation joins \"{}\" with anything", entities.entity(start).name);
    RelationReader reader(opened.store, options.filter, false);
    Results results{{"Steps", "Name", "Type", "By"}};
    for (const StoredNeighbor& neighbor : found) results.rows.push_back(row_of(neighbor, entities, reader));
    show_results(results, options.format);
}

}  // namespace

void add_neighbors_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("neighbors", "Show who and what is near an entity");
    auto options = std::make_shared<NeighborsOptions>();
    add_graph_argument(*command, options->graph);
    command->add_option("NAME", options->name, "The entity, by any of its names")->required();
    command->add_option("-s,--steps", options->steps, "How many relations away, 1 if not given")
        ->type_name("NUMBER")
        ->check(whole_number());
    add_format_option(*command, options->format);
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph neighbors news.ng Meta\n"
        "  newsgraph neighbors graph.json 'Mark Zuckerberg' --steps 2");
    command->callback([options, &session] { show_neighbors(*options, session); });
}

}  // namespace newsgraph
