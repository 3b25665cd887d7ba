// newsgraph query: the relations of a graph that fit a pattern.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_formats.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/pattern.hpp"
#include "cli/relation_rows.hpp"

namespace newsgraph {
namespace {

struct QueryOptions {
    std::string graph;
    std::vector<std::string> pattern;
    std::string format = "table";
    bool with_evidence = false;
    RelationFilter filter;
};

using Ends = std::vector<std::optional<EntityId>>;

/// The entities that an end of the pattern may be; one that is free where no name is given.
Ends ends_named(const KnowledgeGraph& graph, const std::optional<std::string>& name) {
    if (!name) return {std::nullopt};
    const std::vector<EntityId> entities = entities_named(graph, *name);
    return {entities.begin(), entities.end()};
}

/// Each relation once, in the graph's order. Of a symmetric type either end may be the head.
std::vector<RelationId> matches(const KnowledgeGraph& graph, const Pattern& pattern, const Ends& heads,
                                const Ends& tails, const RelationFilter& filter) {
    const std::vector<std::string>& symmetric = graph.symmetric_types();
    std::vector<RelationId> found;
    const auto collect = [&](std::optional<EntityId> head, std::optional<EntityId> tail, bool is_reversed) {
        RelationPattern wanted{head, std::nullopt, tail, filter};
        if (pattern.type) wanted.type = *pattern.type;
        for (const RelationId id : graph.relations(wanted)) {
            const bool is_symmetric =
                std::find(symmetric.begin(), symmetric.end(), graph.relation(id).type) != symmetric.end();
            if (!is_reversed || is_symmetric) found.push_back(id);
        }
    };
    for (const std::optional<EntityId> head : heads) {
        for (const std::optional<EntityId> tail : tails) {
            collect(head, tail, false);
            collect(tail, head, true);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Says what the options left out, where they left out all that there is.
void explain_nothing(const KnowledgeGraph& graph, const Pattern& pattern, const Ends& heads,
                     const Ends& tails) {
    const RelationFilter everything{.open = true, .inferred = true, .modalities = {}};
    const std::size_t hidden = matches(graph, pattern, heads, tails, everything).size();
    if (hidden > 0)
        spdlog::info("no relation fits; with --open, --inferred and any --modality {} would", hidden);
    else
        spdlog::info("no relation fits");
}

void query(const QueryOptions& options, const Session& session) {
    const OpenedGraph opened = open_graph(options.graph, session);
    const KnowledgeGraph& graph = opened.graph;
    const Pattern pattern = parse_pattern(options.pattern, known_relation_types(opened, options.filter));
    const Ends heads = ends_named(graph, pattern.head);
    const Ends tails = ends_named(graph, pattern.tail);
    const std::vector<RelationId> found = matches(graph, pattern, heads, tails, options.filter);
    if (found.empty()) explain_nothing(graph, pattern, heads, tails);
    OutputFile output("-");
    print_relations(output.stream(), graph, found, options.format, options.with_evidence);
    output.close();
}

}  // namespace

void add_query_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("query", "Find the relations that fit a pattern");
    auto options = std::make_shared<QueryOptions>();
    command
        ->add_option("GRAPH", options->graph, "Graph as JSON or GraphML, or an article; - is standard input")
        ->required();
    command
        ->add_option("PATTERN", options->pattern,
                     "HEAD TYPE TAIL, each a name, a relation type, or ? for any; names of several words "
                     "need no quotation marks")
        ->required();
    command->add_option("-f,--format", options->format, "table (if not given), json or tsv")
        ->type_name("FORMAT")
        ->check(one_of(result_formats()));
    command->add_flag("-e,--evidence", options->with_evidence,
                      "With the words that state each relation, and where they stand");
    add_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph query graph.json 'Meta competes-with ?'            whom Meta competes with\n"
        "  newsgraph query graph.json '? outperforms-on GPT-4o' -e      what does better, and in which "
        "words\n"
        "  newsgraph query article.txt 'Muse Spark ? ?' --format tsv    all that an article says of a model\n"
        "  newsgraph query graph.json '? ? ?' --modality negated        all that is denied");
    command->callback([options, &session] { query(*options, session); });
}

}  // namespace newsgraph
