// newsgraph query: the relations of a graph that fit patterns.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/query_shapes.hpp"
#include "cli/relation_rows.hpp"
#include "cli/stopwatch.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph {
namespace {

struct QueryOptions {
    std::string graph;
    std::vector<std::string> pattern;
    std::string format = "table";
    std::string sort;
    bool is_descending = false;
    std::size_t limit = 0;  // 0: none
    bool with_evidence = false;
    ClaimFilter filter;
};

/// Keeps the first `limit` in the order of their keys. Equal ones stay in the order that they have.
template <typename Item, typename KeyOf>
void sort_and_cut(std::vector<Item>& items, const QueryOptions& options, const KeyOf& key_of) {
    using Key = decltype(key_of(items.front()));
    std::vector<std::pair<Key, Item>> keyed;
    for (Item& item : items) keyed.emplace_back(key_of(item), std::move(item));
    std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
        return options.is_descending ? b.first < a.first : a.first < b.first;
    });
    if (options.limit > 0 && keyed.size() > options.limit) keyed.resize(options.limit);
    items.clear();
    for (auto& [key, item] : keyed) items.push_back(std::move(item));
}

/// The place of --sort's word among `columns`; `columns.size()` where it was not given.
std::size_t sort_column(const QueryOptions& options, std::vector<std::string> columns) {
    if (options.sort.empty()) {
        if (options.is_descending)
            throw UsageError("--descending", "needs a column",
                             "say with --sort which: " + one_of_these(columns));
        return columns.size();
    }
    const auto found = std::ranges::find(columns, options.sort);
    if (found == columns.end())
        throw UsageError("--sort", "\"" + options.sort + "\" is no column here",
                         "choose " + one_of_these(columns));
    return static_cast<std::size_t>(found - columns.begin());
}

/// Asks one store.
class Query {
  public:
    Query(OpenedStore& opened, const QueryOptions& options)
        : store_(opened.store),
          options_(options),
          entities_(store_),
          reader_(store_, options.filter, options.with_evidence),
          shapes_(query_shapes(options.pattern, opened, entities_, options.filter.open)) {}

    Results results() {
        const bool is_single = shapes_.variables.empty() && shapes_.patterns.size() == 1;
        const std::size_t column =
            is_single ? sort_column(options_, {"head", "relation", "tail", "modality", "sources"})
                      : sort_column(options_, variable_columns());
        const Matches matches = find_matches(store_, entities_, shapes_.patterns, options_.filter);
        if (matches.size() == 0) explain_nothing();
        return is_single ? relations(matches, column) : bindings(matches, column);
    }

  private:
    // One pattern: the relations themselves

    Results relations(const Matches& matches, std::size_t column) {
        std::vector<RelationKey> found;
        for (const Fit& fit : matches.fits) found.push_back(fit.relation);
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        if (column == 5) {
            sort_and_cut(found, options_, [&](RelationKey key) { return reader_.reading_order(key); });
        } else {
            sort_and_cut(found, options_, [&](RelationKey key) {
                const StoredRelation relation = reader_.read(key);
                return std::tuple(number_of(relation, column), text_of(relation, column),
                                  reader_.reading_order(key));
            });
        }
        RelationRows rows(store_, entities_, options_.format, options_.with_evidence);
        for (const RelationKey key : found) rows.add(reader_.read(key));
        return rows.results();
    }

    static std::size_t number_of(const StoredRelation& relation, std::size_t column) {
        if (column == 3) return static_cast<std::size_t>(relation.modality);
        return column == 4 ? relation.sources : 0;
    }

    std::string text_of(const StoredRelation& relation, std::size_t column) {
        if (column == 0) return entities_.entity(relation.head).name;
        if (column == 1) return relation.type;
        return column == 2 ? entities_.entity(relation.tail).name : "";
    }

    // Variables: a row for each way to fill them

    /// As firm as the least firm of its relations.
    struct Row {
        std::vector<std::string> values;  // by variable
        Modality modality = Modality::asserted;
        std::size_t sources = 0;  // the fewest that one of its relations has
        std::vector<RelationKey> relations;
        std::vector<std::pair<std::string, std::int64_t>> order;  // of its relations
    };

    std::vector<std::string> variable_columns() const {
        std::vector<std::string> columns = shapes_.variables;
        columns.insert(columns.end(), {"modality", "sources"});
        return columns;
    }

    Results bindings(const Matches& matches, std::size_t column) {
        std::vector<Row> rows = distinct_rows(matches);
        const std::size_t variables = shapes_.variables.size();
        sort_and_cut(rows, options_, [&](const Row& row) {
            const std::size_t figure = column == variables       ? static_cast<std::size_t>(row.modality)
                                       : column == variables + 1 ? row.sources
                                                                 : 0;
            return std::tuple(figure, column < variables ? row.values[column] : std::string(), row.order,
                              row.values);
        });
        Results results{shapes_.variables};
        results.headings.insert(results.headings.end(), {"Modality", "Sources"});
        if (options_.with_evidence) results.note_heading = "Evidence";
        for (const Row& row : rows) results.rows.push_back(result_of(row));
        return results;
    }

    /// Of several ways to the same values the firmest counts.
    std::vector<Row> distinct_rows(const Matches& matches) {
        std::map<std::vector<std::int64_t>, Row> rows;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const std::span<const Fit> fits(matches.fits.data() + i * matches.patterns, matches.patterns);
            Row row;
            for (const Fit& fit : fits) {
                const Standing& standing = standing_of(fit.relation);
                row.modality = std::max(row.modality, standing.modality);
                row.sources =
                    row.relations.empty() ? standing.sources : std::min(row.sources, standing.sources);
                row.relations.push_back(fit.relation);
                row.order.push_back(standing.order);
            }
            const auto [known, is_new] = rows.try_emplace(values_of(fits));
            const auto rank = [](const Row& of) { return std::pair(of.modality, of.order); };
            if (is_new || rank(row) < rank(known->second)) {
                row.values = names_of(fits, matches.types);
                known->second = std::move(row);
            }
        }
        std::vector<Row> result;
        for (auto& [values, row] : rows) result.push_back(std::move(row));
        return result;
    }

    /// What rows are told apart by: two entities may have one name.
    std::vector<std::int64_t> values_of(std::span<const Fit> fits) const {
        std::vector<std::int64_t> values(shapes_.variables.size());
        for (std::size_t i = 0; i < fits.size(); ++i) {
            const RelationShape& shape = shapes_.patterns[i];
            if (shape.head.variable) values[*shape.head.variable] = number(fits[i].head);
            if (shape.type_variable) values[*shape.type_variable] = static_cast<std::int64_t>(fits[i].type);
            if (shape.tail.variable) values[*shape.tail.variable] = number(fits[i].tail);
        }
        return values;
    }

    std::vector<std::string> names_of(std::span<const Fit> fits, const std::vector<std::string>& types) {
        std::vector<std::string> names(shapes_.variables.size());
        for (std::size_t i = 0; i < fits.size(); ++i) {
            const RelationShape& shape = shapes_.patterns[i];
            if (shape.head.variable) names[*shape.head.variable] = entities_.entity(fits[i].head).name;
            if (shape.type_variable) names[*shape.type_variable] = types[fits[i].type];
            if (shape.tail.variable) names[*shape.tail.variable] = entities_.entity(fits[i].tail).name;
        }
        return names;
    }

    ResultRow result_of(const Row& row) {
        ResultRow result{row.values, ""};
        result.cells.emplace_back(to_string(row.modality));
        result.cells.push_back(std::to_string(row.sources));
        JsonObject object;
        for (std::size_t i = 0; i < row.values.size(); ++i) object.text(shapes_.variables[i], row.values[i]);
        object.text("modality", to_string(row.modality))
            .number("sources", static_cast<std::int64_t>(row.sources));
        if (options_.with_evidence) {
            RelationRows relations(store_, entities_, "json", true);
            std::vector<std::string> objects;
            std::vector<StoredClaim> claims;
            for (const RelationKey key : row.relations) {
                const StoredRelation relation = reader_.read(key);
                relations.add(relation);
                objects.push_back(relations.results().rows.back().json);
                claims.insert(claims.end(), relation.claims.begin(), relation.claims.end());
            }
            result.notes = quotations_of(claims, to_string(row.modality));
            object.json("relations", json_array(objects));
        }
        result.json = object.str();
        return result;
    }

    /// What a row needs of a relation.
    struct Standing {
        Modality modality = Modality::asserted;
        std::size_t sources = 0;
        std::pair<std::string, std::int64_t> order;
    };

    const Standing& standing_of(RelationKey key) {
        const auto [known, is_new] = standings_.try_emplace(key);
        if (is_new) {
            const StoredRelation relation = reader_.read(key);
            known->second = {relation.modality, relation.sources, reader_.reading_order(key)};
        }
        return known->second;
    }

    std::size_t count(const ClaimFilter& filter) {
        return find_matches(store_, entities_, shapes_.patterns, filter).size();
    }

    /// Says which options left out all that there is.
    void explain_nothing() {
        struct Release {
            std::string told;
            bool is_given;
            void (*release)(ClaimFilter&);
        };
        const ClaimFilter& given = options_.filter;
        const std::vector<Release> releases{
            {"without --since and --until", !given.since.empty() || !given.until.empty(),
             [](ClaimFilter& filter) { filter.since.clear(), filter.until.clear(); }},
            {"without --document", !given.documents.empty(),
             [](ClaimFilter& filter) { filter.documents.clear(); }},
            {"without --type", !given.types.empty(), [](ClaimFilter& filter) { filter.types.clear(); }},
            {"without --min-sources", given.min_sources > 1,
             [](ClaimFilter& filter) { filter.min_sources = 0; }},
            {"with any --modality", !given.modalities.empty(),
             [](ClaimFilter& filter) { filter.modalities.clear(); }},
            {"with --inferred", !given.inferred, [](ClaimFilter& filter) { filter.inferred = true; }},
            {"with --open", !given.open, [](ClaimFilter& filter) { filter.open = true; }}};
        ClaimFilter everything = given;
        std::vector<std::string> each, all;
        for (const auto& [told, is_given, release] : releases) {
            if (!is_given) continue;
            ClaimFilter filter = given;
            release(filter);
            release(everything);
            all.push_back(told);
            if (const std::size_t found = count(filter); found > 0)
                each.push_back(std::to_string(found) + " would " + told);
        }
        if (each.empty()) {
            if (const std::size_t found = count(everything); found > 0) {
                // One that makes no difference to the others is not told.
                for (std::size_t i = all.size(); i-- > 0;) {
                    ClaimFilter filter = given;
                    for (const Release& release : releases)
                        if (release.told != all[i] && std::ranges::find(all, release.told) != all.end())
                            release.release(filter);
                    if (count(filter) == found) all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
                }
                std::string told;
                for (std::size_t i = 0; i < all.size(); ++i) told += (i == 0 ? "" : " and ") + all[i];
                each.push_back(std::to_string(found) + " would " + told);
            }
        }
        spdlog::info("no relation fits{}{}", each.empty() ? "" : "; ", listed(each));
    }

    Store& store_;
    const QueryOptions& options_;
    EntityTable entities_;
    RelationReader reader_;
    QueryShapes shapes_;
    std::unordered_map<RelationKey, Standing> standings_;
};

void query(const QueryOptions& options, const Session& session) {
    Stopwatch watch;
    OpenedStore opened = open_store(options.graph, session);
    watch.lap("open");
    check_filter(options.filter, opened);
    const Results results = Query(opened, options).results();
    watch.lap("ask");
    watch.log();
    show_results(results, options.format);
}

}  // namespace

void add_query_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("query", "Find the relations that fit a pattern");
    auto options = std::make_shared<QueryOptions>();
    add_graph_argument(*command, options->graph);
    command
        ->add_option(
            "PATTERN", options->pattern,
            "HEAD TYPE TAIL, each a name, a relation type, or ? for any; names of several words need no "
            "quotation marks. What ?name stands for is the same everywhere: patterns that share it are "
            "joined by \" . \"; ?name:type is of that type")
        ->required();
    add_format_option(*command, options->format);
    command->add_flag("-e,--evidence", options->with_evidence,
                      "With the words that state each relation, and where they stand");
    command
        ->add_option(
            "--sort", options->sort,
            "By head, relation, tail, modality or sources, or by a variable; if not given, as one reads")
        ->type_name("COLUMN");
    command->add_flag("--descending", options->is_descending, "The last of --sort first");
    command->add_option("--limit", options->limit, "Only the first rows")
        ->type_name("NUMBER")
        ->check(whole_number());
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph query news.ng 'Meta competes-with ?'               whom Meta competes with\n"
        "  newsgraph query news.ng '? outperforms-on GPT-4o' -e         what does better, and in which "
        "words\n"
        "  newsgraph query article.txt 'Muse Spark ? ?' --format tsv    all that an article says of a model\n"
        "  newsgraph query graph.json '? ? ?' --modality negated        all that is denied\n"
        "  newsgraph query news.ng '?org develops ?m . ?m outperforms-on ?rival'\n"
        "  newsgraph query news.ng '?who:person leads ?' --min-sources 2 --since 2026-04");
    command->callback([options, &session] { query(*options, session); });
}

}  // namespace newsgraph
