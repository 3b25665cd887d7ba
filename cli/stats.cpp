// newsgraph stats: a graph in figures.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <ostream>
#include <string>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_formats.hpp"
#include "cli/lookup.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/table.hpp"
#include "export/json.hpp"
#include "graph/algorithms.hpp"

namespace newsgraph {
namespace {

struct StatsOptions {
    std::string graph;
    std::string format = "table";
    RelationFilter filter;
};

struct CentralEntity {
    EntityId id{};
    std::size_t relations = 0;
    double page_rank = 0;
};

struct Stats {
    std::size_t documents = 0;
    std::size_t entities = 0;
    std::size_t connected = 0;  // of them, those with relations
    std::size_t relations = 0;
    std::size_t claims = 0;
    std::vector<std::pair<std::string, std::size_t>> entity_types;  // the most frequent first
    std::vector<std::pair<std::string, std::size_t>> relation_types;
    std::vector<std::pair<std::string, std::size_t>> modalities;
    std::vector<CentralEntity> central;  // the highest PageRank first
};

std::vector<std::pair<std::string, std::size_t>> most_frequent_first(const std::vector<TypeCount>& counts) {
    std::vector<std::pair<std::string, std::size_t>> sorted;
    for (const TypeCount& count : counts) sorted.emplace_back(count.type, count.count);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

/// Those with relations, the highest PageRank first.
std::vector<CentralEntity> connected_entities(const KnowledgeGraph& graph, const RelationFilter& filter) {
    const std::vector<double> ranks = page_rank(graph, filter);
    std::vector<CentralEntity> entities;
    for (const EntityId id : graph.entities()) {
        const Degree degrees = degree(graph, id, filter);
        if (degrees.in + degrees.out > 0)
            entities.push_back({id, degrees.in + degrees.out, ranks[index_of(id)]});
    }
    std::stable_sort(entities.begin(), entities.end(), [](const CentralEntity& a, const CentralEntity& b) {
        return a.page_rank > b.page_rank;
    });
    return entities;
}

Stats stats_of(const KnowledgeGraph& graph, const RelationFilter& filter) {
    Stats stats;
    stats.documents = graph.documents().size();
    std::vector<TypeCount> entity_types = graph.entity_types();
    if (!filter.open)
        std::erase_if(entity_types, [](const TypeCount& type) { return type.type == phrase_type; });
    stats.entity_types = most_frequent_first(entity_types);
    for (const auto& [type, count] : stats.entity_types) stats.entities += count;
    stats.relation_types = most_frequent_first(graph.relation_types(filter));

    std::array<std::size_t, 5> held{};
    for (const RelationId id : graph.relations()) {
        const RelationView relation = graph.relation(id);
        if (!filter.accepts(relation)) continue;
        ++stats.relations;
        stats.claims += relation.claims.size();
        ++held[static_cast<std::size_t>(relation.modality)];
    }
    for (std::size_t i = 0; i < held.size(); ++i)
        stats.modalities.emplace_back(to_string(static_cast<Modality>(i)), held[i]);
    constexpr std::size_t most_central = 10;
    stats.central = connected_entities(graph, filter);
    stats.connected = stats.central.size();
    stats.central.resize(std::min(stats.central.size(), most_central));
    return stats;
}

void print_counts(std::ostream& out, const std::string& heading,
                  const std::vector<std::pair<std::string, std::size_t>>& counts) {
    if (counts.empty()) return;
    Table table{{heading, "Count"}, {}};
    for (const auto& [name, count] : counts) table.rows.push_back({name, std::to_string(count)});
    out << '\n';
    print_table(out, table, table_style());
}

void print_for_people(std::ostream& out, const KnowledgeGraph& graph, const Stats& stats) {
    out << stats.documents << (stats.documents == 1 ? " document, " : " documents, ") << stats.entities
        << " entities (" << stats.connected << " with relations), " << stats.relations << " relations, "
        << stats.claims << " claims\n";
    print_counts(out, "Entity type", stats.entity_types);
    print_counts(out, "Relation type", stats.relation_types);
    print_counts(out, "Modality", stats.modalities);
    if (stats.central.empty()) return;
    Table table{{"Central entity", "Type", "Mentions", "Relations", "PageRank"}, {}};
    for (const CentralEntity& central : stats.central) {
        const EntityView entity = graph.entity(central.id);
        table.rows.push_back({std::string(entity.name), std::string(entity.type),
                              std::to_string(entity.mentions), std::to_string(central.relations),
                              with_digits(3, central.page_rank)});
    }
    out << '\n';
    print_table(out, table, table_style());
}

void print_json_counts(std::ostream& out, const char* name,
                       const std::vector<std::pair<std::string, std::size_t>>& counts) {
    out << ",\n\"" << name << "\":{";
    for (std::size_t i = 0; i < counts.size(); ++i)
        out << (i == 0 ? "" : ",") << json_quoted(counts[i].first) << ':' << counts[i].second;
    out << '}';
}

void print_json(std::ostream& out, const KnowledgeGraph& graph, const Stats& stats) {
    out << "{\"documents\":" << stats.documents << ",\"entities\":" << stats.entities
        << ",\"connected_entities\":" << stats.connected << ",\"relations\":" << stats.relations
        << ",\"claims\":" << stats.claims;
    print_json_counts(out, "entity_types", stats.entity_types);
    print_json_counts(out, "relation_types", stats.relation_types);
    print_json_counts(out, "modalities", stats.modalities);
    out << ",\n\"central\":[";
    for (std::size_t i = 0; i < stats.central.size(); ++i) {
        const EntityView entity = graph.entity(stats.central[i].id);
        out << (i == 0 ? "\n" : ",\n") << "{\"name\":" << json_quoted(entity.name)
            << ",\"type\":" << json_quoted(entity.type) << ",\"mentions\":" << entity.mentions
            << ",\"relations\":" << stats.central[i].relations
            << ",\"page_rank\":" << with_digits(3, stats.central[i].page_rank) << '}';
    }
    out << "]}\n";
}

void show_stats(const StatsOptions& options, const Session& session) {
    const RelationFilter& filter = options.filter;
    const KnowledgeGraph graph = open_part(
        options.graph, {.open = filter.open, .inferred = filter.inferred, .modalities = filter.modalities},
        session);
    const Stats stats = stats_of(graph, options.filter);
    OutputFile output("-");
    if (options.format == "json")
        print_json(output.stream(), graph, stats);
    else
        print_for_people(output.stream(), graph, stats);
    output.close();
}

}  // namespace

void add_stats_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("stats", "Show a graph in figures");
    auto options = std::make_shared<StatsOptions>();
    command
        ->add_option("GRAPH", options->graph, "Graph as JSON or GraphML, or an article; - is standard input")
        ->required();
    command->add_option("-f,--format", options->format, "table (if not given) or json")
        ->type_name("FORMAT")
        ->check(one_of({"table", "json"}));
    add_json_flag(*command, options->format);
    add_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph stats graph.json\n"
        "  newsgraph stats article.txt --format json");
    command->callback([options, &session] { show_stats(*options, session); });
}

}  // namespace newsgraph
