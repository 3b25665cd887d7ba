// newsgraph rank: who and what matters most.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/results.hpp"
#include "cli/table.hpp"
#include "graph/algorithms.hpp"
#include "graph/query/edges.hpp"

namespace newsgraph {
namespace {

struct RankOptions {
    std::string graph;
    std::string by = "pagerank";
    std::string entity_type;
    std::size_t limit = 20;
    std::string format = "table";
    ClaimFilter filter;
};

void show_ranks(const RankOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    check_filter(options.filter, opened);
    if (!options.entity_type.empty())
        check_entity_type(opened.store.database(), options.entity_type,
                          "--entity-type \"" + options.entity_type + "\"");
    const EdgeList graph = read_edges(opened.store, options.filter);
    const std::vector<double> ranks = page_rank(graph.entities.size(), graph.edges);
    std::vector<std::size_t> in(ranks.size()), out(ranks.size());
    for (const auto& [head, tail] : graph.edges) {
        ++out[head];
        ++in[tail];
    }
    std::vector<std::size_t> order(ranks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool is_by_degree = options.by == "degree";
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) {
        const auto relations = static_cast<double>(in[i] + out[i]);
        return is_by_degree ? std::pair(relations, ranks[i]) : std::pair(ranks[i], relations);
    });
    Results results{{"Name", "Type", "PageRank", "In", "Out", "Mentions"}};
    for (const std::size_t i : order) {
        const StoredEntity& entity = graph.entities[i];
        if (!options.entity_type.empty() && entity.type != options.entity_type) continue;
        if (results.rows.size() == options.limit) break;
        results.rows.push_back({{entity.name, entity.type, with_digits(6, ranks[i]), std::to_string(in[i]),
                                 std::to_string(out[i]), std::to_string(entity.mentions)},
                                JsonObject()
                                    .text("name", entity.name)
                                    .text("type", entity.type)
                                    .json("page_rank", with_digits(6, ranks[i]))
                                    .number("in", static_cast<std::int64_t>(in[i]))
                                    .number("out", static_cast<std::int64_t>(out[i]))
                                    .number("mentions", static_cast<std::int64_t>(entity.mentions))
                                    .str()});
    }
    show_results(results, options.format);
}

}  // namespace

void add_rank_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("rank", "Show who and what matters most");
    auto options = std::make_shared<RankOptions>();
    add_graph_argument(*command, options->graph);
    command
        ->add_option("--by", options->by,
                     "pagerank (if not given), where relations lead to, or degree, how many there are")
        ->type_name("FIGURE")
        ->check(one_of({"pagerank", "degree"}));
    command->add_option("--entity-type", options->entity_type, "Only entities of this type")
        ->type_name("TYPE");
    command->add_option("--limit", options->limit, "So many; 20 if not given")
        ->type_name("NUMBER")
        ->check(whole_number());
    add_format_option(*command, options->format);
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph rank news.ng\n"
        "  newsgraph rank news.ng --by degree --entity-type person --limit 5");
    command->callback([options, &session] { show_ranks(*options, session); });
}

}  // namespace newsgraph
