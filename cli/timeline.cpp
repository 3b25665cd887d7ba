// newsgraph timeline: what is said of an entity, in order of time.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/relation_rows.hpp"
#include "graph/query/match.hpp"

namespace newsgraph {
namespace {

struct TimelineOptions {
    std::string graph;
    std::string name;
    std::string format = "table";
    bool with_evidence = false;
    ClaimFilter filter;
};

struct Event {
    std::string date;  // empty where none is known
    StoredRelation relation;
    StoredClaim claim;
};

std::vector<Event> events_of(OpenedStore& opened, EntityTable& entities, EntityKey entity,
                             const TimelineOptions& options) {
    RelationReader reader(opened.store, options.filter, options.with_evidence);
    std::vector<Event> events;
    RelationShape as_head, as_tail;
    as_head.head.entities = as_tail.tail.entities = {entity};
    std::vector<RelationKey> relations;
    for (const RelationShape& shape : {as_head, as_tail})
        for (const Fit& fit : find_matches(opened.store, entities, {shape}, options.filter).fits)
            relations.push_back(fit.relation);
    std::ranges::sort(relations);
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    for (const RelationKey key : relations) {
        StoredRelation relation = reader.read(key);
        const std::vector<StoredClaim> claims = std::move(relation.claims);
        relation.claims.clear();
        for (const StoredClaim& claim : claims) events.push_back({claim.date(), relation, claim});
    }
    std::ranges::stable_sort(events, {}, [](const Event& event) {  // what has no date comes last
        return std::tuple(event.date.empty(), event.date, event.claim.document.id, event.claim.span.begin,
                          event.relation.type);
    });
    return events;
}

ResultRow row_of(const Event& event, EntityTable& entities, bool with_evidence) {
    StoredRelation said = event.relation;
    said.claims = {event.claim};
    const std::string& head = entities.entity(said.head).name;
    const std::string& tail = entities.entity(said.tail).name;
    ResultRow row{{event.date, head, said.type, tail,
                   stance_of(event.claim.modality, event.claim.attributed_to, event.claim.inferred),
                   qualifiers_text(said.qualifiers()), event.claim.document.id},
                  ""};
    JsonObject object;
    object.text_or_null("date", event.date)
        .text("head", head)
        .text("type", said.type)
        .text("tail", tail)
        .text("modality", to_string(event.claim.modality))
        .text_or_null("attributed_to", event.claim.attributed_to)
        .json("qualifiers", qualifiers_json(said.qualifiers()))
        .json("normalized", qualifiers_json(normal_qualifiers(said)))
        .text("document", event.claim.document.id)
        .text_or_null("document_date", event.claim.document.date);
    if (with_evidence) {
        row.notes.push_back(quotation_of(event.claim));
        object.json("evidence", evidence_json(event.claim));
    }
    row.json = object.str();
    return row;
}

/// Nothing is said, or nothing that passes the filters.
void tell_none(OpenedStore& opened, EntityTable& entities, EntityKey entity, TimelineOptions options) {
    options.filter = {};
    const std::size_t without = events_of(opened, entities, entity, options).size();
    const std::string& name = entities.entity(entity).name;
    if (without == 0)
        spdlog::info("nothing is said of \"{}\"", name);
    else
        spdlog::info("nothing that is said of \"{}\" passes the filters; {} would without", name, without);
}

void show_timeline(const TimelineOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    check_filter(options.filter, opened);
    EntityTable entities(opened.store);
    const EntityKey entity = entity_named(entities, options.name);
    const std::vector<Event> events = events_of(opened, entities, entity, options);
    if (events.empty()) tell_none(opened, entities, entity, options);
    Results results{{"Date", "Head", "Relation", "Tail", "Modality", "Qualifiers", "Document"}};
    results.ids = {6};  // "Document"
    if (options.with_evidence) results.note_heading = "Evidence";
    for (const Event& event : events) results.rows.push_back(row_of(event, entities, options.with_evidence));
    show_results(results, options.format);
}

}  // namespace

void add_timeline_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("timeline", "Show what is said of an entity, in order of time");
    auto options = std::make_shared<TimelineOptions>();
    add_graph_argument(*command, options->graph);
    command->add_option("NAME", options->name, "The entity, by any of its names")->required();
    add_format_option(*command, options->format);
    command->add_flag("-e,--evidence", options->with_evidence, "With the words that state it");
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "The date is the one that the text gives; where it gives none, the document's.\n\n"
        "Examples:\n"
        "  newsgraph timeline news.ng Meta\n"
        "  newsgraph timeline news.ng 'Mark Zuckerberg' --since 2026 --type leads,works-for");
    command->callback([options, &session] { show_timeline(*options, session); });
}

}  // namespace newsgraph
