// newsgraph conflicts: what documents say that can't both hold.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/query_shapes.hpp"
#include "cli/relation_rows.hpp"
#include "graph/query/conflicts.hpp"

namespace newsgraph {
namespace {

struct ConflictOptions {
    std::string graph;
    std::vector<std::string> pattern;
    std::string format = "table";
    ClaimFilter filter;
};

/// The relations that fit the pattern, or any where there is none.
RelationTest wanted_relations(const ConflictOptions& options, OpenedStore& opened, EntityTable& entities) {
    if (options.pattern.empty()) return [](RelationKey) { return true; };
    const QueryShapes shapes = query_shapes(options.pattern, opened, entities, false);
    ClaimFilter everything;
    everything.inferred = true;
    auto wanted = std::make_shared<std::set<RelationKey>>();
    for (const Fit& fit : find_matches(opened.store, entities, shapes.patterns, everything).fits)
        wanted->insert(fit.relation);
    return [wanted](RelationKey key) { return wanted->contains(key); };
}

std::string outcome_of(const Conflict& conflict) {
    if (conflict.is_correction) return "correction";
    return conflict.is_change ? "change" : "conflict";
}

/// A row for each claim. To people what is the same as in the row before is not told again.
void add_rows(Results& results, const Conflict& conflict, bool is_for_people) {
    bool is_first_of_conflict = true;
    for (const ConflictSide& side : conflict.sides) {
        bool is_first_of_side = true;
        for (const StoredClaim& claim : side.claims) {
            const auto told = [&](bool is_first, const std::string& text) {
                return is_first || !is_for_people ? text : "";
            };
            ResultRow row{{told(is_first_of_conflict, outcome_of(conflict)),
                           told(is_first_of_conflict, conflict.about), told(is_first_of_side, side.says),
                           stance_of(claim.modality, claim.attributed_to, claim.inferred), claim.document.id,
                           claim.date()},
                          "",
                          {}};
            if (is_for_people) {
                row.notes.push_back(quotation_of(claim));
            } else {
                row.cells.insert(row.cells.end(),
                                 {std::string(to_string(conflict.kind)), claim.document.source});
                row.notes.push_back(quotation_of(claim));
            }
            results.rows.push_back(std::move(row));
            is_first_of_conflict = is_first_of_side = false;
        }
    }
}

std::string json_of(const ConflictSide& side, const std::string& type, EntityTable& entities) {
    std::vector<std::string> claims;
    for (const StoredClaim& claim : side.claims)
        claims.push_back(JsonObject()
                             .text("modality", to_string(claim.modality))
                             .text_or_null("attributed_to", claim.attributed_to)
                             .text_or_null("date", claim.date())
                             .text("source", claim.document.source)
                             .text_or_null("document_date", claim.document.date)
                             .json("evidence", evidence_json(claim))
                             .str());
    return JsonObject()
        .text("says", side.says)
        .text("head", entities.entity(side.head).name)
        .text("type", type)
        .text("tail", entities.entity(side.tail).name)
        .json("claims", json_array(claims))
        .str();
}

void add_json(Results& results, const Conflict& conflict, EntityTable& entities) {
    std::vector<std::string> sides;
    for (const ConflictSide& side : conflict.sides) sides.push_back(json_of(side, conflict.type, entities));
    results.rows.push_back({{},
                            JsonObject()
                                .text("outcome", outcome_of(conflict))
                                .text("kind", to_string(conflict.kind))
                                .text("about", conflict.about)
                                .json("sides", json_array(sides))
                                .str()});
}

void show_conflicts(const ConflictOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    check_filter(options.filter, opened);
    if (opened.ontology.rules.empty())
        spdlog::info("the ontology says nothing of what excludes what; only denials are compared");
    EntityTable entities(opened.store);
    const RelationTest is_wanted = wanted_relations(options, opened, entities);
    const std::vector<Conflict> found =
        find_conflicts(opened.store, entities, opened.ontology.rules, options.filter, is_wanted);
    if (found.empty()) spdlog::info("nothing contradicts");
    const bool is_for_people = options.format == "table";
    Results results{{"Outcome", "About", "Side", "Modality", "Document", "Date"}};
    if (!is_for_people) results.headings.insert(results.headings.end(), {"Kind", "Source"});
    results.note_heading = "Evidence";
    results.ids = {4};  // "Document"
    for (const Conflict& conflict : found) {
        if (options.format == "json")
            add_json(results, conflict, entities);
        else
            add_rows(results, conflict, is_for_people);
    }
    show_results(results, options.format);
}

}  // namespace

void add_conflicts_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("conflicts", "Show what documents say that can't both hold");
    auto options = std::make_shared<ConflictOptions>();
    add_graph_argument(*command, options->graph);
    command->add_option("PATTERN", options->pattern,
                        "Only conflicts about relations that fit, as for newsgraph query");
    add_format_option(*command, options->format);
    add_conflict_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph conflicts news.ng                      all there are\n"
        "  newsgraph conflicts news.ng '? leads ?'          about who leads what\n"
        "  newsgraph conflicts articles/ --format json      of a folder of articles");
    command->callback([options, &session] { show_conflicts(*options, session); });
}

}  // namespace newsgraph
