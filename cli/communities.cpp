// newsgraph communities: groups of entities that have to do with each other.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/results.hpp"
#include "graph/communities.hpp"
#include "graph/query/edges.hpp"

namespace newsgraph {
namespace {

struct CommunityOptions {
    std::string graph;
    std::size_t min_size = 2;
    std::string format = "table";
    ClaimFilter filter;
};

void show_communities(const CommunityOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    check_filter(options.filter, opened);
    const EdgeList graph = read_edges(opened.store, options.filter);
    const Communities found = find_communities(graph.entities.size(), graph.edges, graph.sources);
    std::vector<std::vector<const StoredEntity*>> members;
    for (std::size_t i = 0; i < graph.entities.size(); ++i) {
        members.resize(std::max(members.size(), found.of_vertex[i] + 1));
        members[found.of_vertex[i]].push_back(&graph.entities[i]);
    }
    Results results{{"Community", "Size", "Name", "Type", "Mentions"}};
    const bool is_for_people = options.format == "table";
    for (std::size_t number = 0; number < members.size(); ++number) {
        if (members[number].size() < options.min_size) break;  // they are sorted by size
        std::ranges::stable_sort(members[number], std::ranges::greater{}, &StoredEntity::mentions);
        bool is_first = true;
        for (const StoredEntity* entity : members[number]) {
            const bool is_told = is_first || !is_for_people;
            results.rows.push_back({{is_told ? std::to_string(number + 1) : "",
                                     is_told ? std::to_string(members[number].size()) : "", entity->name,
                                     entity->type, std::to_string(entity->mentions)},
                                    JsonObject()
                                        .number("community", static_cast<std::int64_t>(number + 1))
                                        .number("size", static_cast<std::int64_t>(members[number].size()))
                                        .text("name", entity->name)
                                        .text("type", entity->type)
                                        .number("mentions", static_cast<std::int64_t>(entity->mentions))
                                        .str()});
            is_first = false;
        }
    }
    show_results(results, options.format);
}

}  // namespace

void add_communities_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("communities", "Show groups of entities that have to do with each other");
    auto options = std::make_shared<CommunityOptions>();
    add_graph_argument(*command, options->graph);
    command->add_option("--min-size", options->min_size, "Only groups of so many entities; 2 if not given")
        ->type_name("NUMBER")
        ->check(whole_number());
    add_format_option(*command, options->format);
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Groups are found by the Louvain method; a relation counts as often as sources state it.\n\n"
        "Examples:\n"
        "  newsgraph communities news.ng\n"
        "  newsgraph communities news.ng --min-size 5 --min-sources 2 --format csv");
    command->callback([options, &session] { show_communities(*options, session); });
}

}  // namespace newsgraph
