// newsgraph neighbors: who and what is near an entity.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_formats.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/relation_rows.hpp"
#include "export/json.hpp"
#include "graph/algorithms.hpp"

namespace newsgraph {
namespace {

struct NeighborsOptions {
    std::string graph;
    std::string name;
    std::size_t steps = 1;
    std::string format = "table";
    RelationFilter filter;
};

/// The relation by which a neighbour is reached, read from it to the entity before: "Meta develops".
std::string way_to(const KnowledgeGraph& graph, const Neighbor& neighbor) {
    const RelationView relation = graph.relation(neighbor.via);
    const bool is_head = relation.head == neighbor.entity;
    const std::string_view other = graph.entity(is_head ? relation.tail : relation.head).name;
    const std::string type(relation.type);
    return is_head ? type + " " + std::string(other) : std::string(other) + " " + type;
}

void print_json(std::ostream& out, const KnowledgeGraph& graph, const std::vector<Neighbor>& found) {
    out << '[';
    bool is_first = true;
    for (const Neighbor& neighbor : found) {
        const EntityView entity = graph.entity(neighbor.entity);
        const RelationView via = graph.relation(neighbor.via);
        out << (is_first ? "\n" : ",\n") << "{\"steps\":" << neighbor.distance
            << ",\"name\":" << json_quoted(entity.name) << ",\"type\":" << json_quoted(entity.type)
            << ",\"via\":{\"head\":" << json_quoted(graph.entity(via.head).name)
            << ",\"type\":" << json_quoted(via.type)
            << ",\"tail\":" << json_quoted(graph.entity(via.tail).name) << "}}";
        is_first = false;
    }
    out << "\n]\n";
}

void show_neighbors(const NeighborsOptions& options, const Session& session) {
    const KnowledgeGraph graph = open_graph(options.graph, session).graph;
    const EntityId start = entity_named(graph, options.name);
    const std::vector<Neighbor> found = neighbors(graph, start, options.steps, options.filter);
    if (found.empty()) spdlog::info("no relation joins \"{}\" with anything", graph.entity(start).name);
    OutputFile output("-");
    if (options.format == "json") {
        print_json(output.stream(), graph, found);
    } else {
        Table table{{"Steps", "Name", "Type", "By"}, {}};
        for (const Neighbor& neighbor : found) {
            const EntityView entity = graph.entity(neighbor.entity);
            table.rows.push_back({std::to_string(neighbor.distance), std::string(entity.name),
                                  std::string(entity.type), way_to(graph, neighbor)});
        }
        if (options.format == "tsv")
            print_tsv(output.stream(), table);
        else
            print_table(output.stream(), table, table_style());
    }
    output.close();
}

}  // namespace

void add_neighbors_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("neighbors", "Show who and what is near an entity");
    auto options = std::make_shared<NeighborsOptions>();
    command
        ->add_option("GRAPH", options->graph, "Graph as JSON or GraphML, or an article; - is standard input")
        ->required();
    command->add_option("NAME", options->name, "The entity, by any of its names")->required();
    command->add_option("-s,--steps", options->steps, "How many relations away, 1 if not given")
        ->type_name("NUMBER")
        ->check(CLI::PositiveNumber);
    command->add_option("-f,--format", options->format, "table (if not given), json or tsv")
        ->type_name("FORMAT")
        ->check(one_of(result_formats()));
    add_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph neighbors graph.json Meta\n"
        "  newsgraph neighbors graph.json 'Mark Zuckerberg' --steps 2");
    command->callback([options, &session] { show_neighbors(*options, session); });
}

}  // namespace newsgraph
