// newsgraph explain: why an article's graph holds a relation, or why it does not.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/articles.hpp"
#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/pattern.hpp"
#include "cli/relation_rows.hpp"
#include "cli/usage_error.hpp"
#include "export/json.hpp"
#include "export/text_width.hpp"
#include "graph/knowledge_graph.hpp"
#include "ingest/extract.hpp"
#include "ingest/relation/explanation.hpp"

namespace newsgraph {
namespace {

struct ExplainOptions {
    std::string article;
    std::vector<std::string> pattern;
    std::string format;
};

/// The entity of that name; throws Error with the nearest names where there is none.
EntityId entity_in(const Entities& entities, const KnowledgeGraph& graph, const std::string& name) {
    const EntityView found = graph.entity(entity_named(graph, name));
    const auto same = [&](const Entity& entity) {
        return entity.name == found.name && entity.type == found.type;
    };
    const auto place = std::ranges::find_if(entities.entities, same);
    return static_cast<EntityId>(place - entities.entities.begin());
}

void print(std::ostream& out, const TriggerExplanation& told, const std::string& indent) {
    out << indent << "sentence " << told.sentence << ": " << printable(told.text) << '\n'
        << indent << "clause:  " << printable(told.clause) << '\n'
        << indent << "trigger: " << printable(told.trigger) << '\n';
    for (const ArgumentExplanation& argument : told.arguments) {
        out << indent << "\"" << printable(argument.words) << "\" is " << printable(argument.entity) << '\n';
        for (const std::string& step : argument.steps) out << indent << "  " << printable(step) << '\n';
    }
    if (!told.outcome.empty()) out << indent << "not taken: " << printable(told.outcome) << '\n';
}

void print(std::ostream& out, const Explanation& explanation) {
    for (const ClaimExplanation& claim : explanation.claims) {
        out << printable(claim.claim) << '\n' << "  words:   " << printable(claim.evidence) << '\n';
        if (!claim.inferred_from.empty())
            out << "  follows from: " << printable(claim.inferred_from) << '\n';
        else
            out << "  held so: " << printable(claim.modality) << '\n';
        if (!claim.attribution.empty()) out << "  said by: " << printable(claim.attribution) << '\n';
        for (const TriggerExplanation& trigger : claim.triggers) print(out, trigger, "  ");
        out << '\n';
    }
    if (!explanation.claims.empty()) return;
    out << "no such relation is in the article's graph\n";
    for (const std::string& note : explanation.notes) out << "  " << printable(note) << '\n';
    for (const TriggerExplanation& near : explanation.near_misses) {
        out << '\n';
        print(out, near, "  ");
    }
}

std::string json_of(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const std::string& text : texts) quoted.push_back(json_quoted(text));
    return json_array(quoted);
}

std::string json_of(const std::vector<TriggerExplanation>& triggers) {
    std::vector<std::string> objects;
    for (const TriggerExplanation& told : triggers) {
        std::vector<std::string> arguments;
        for (const ArgumentExplanation& argument : told.arguments)
            arguments.push_back(JsonObject()
                                    .text("words", argument.words)
                                    .text("entity", argument.entity)
                                    .json("steps", json_of(argument.steps))
                                    .str());
        objects.push_back(JsonObject()
                              .number("sentence", static_cast<std::int64_t>(told.sentence))
                              .text("text", told.text)
                              .text("clause", told.clause)
                              .text("trigger", told.trigger)
                              .text_or_null("not_taken", told.outcome)
                              .json("arguments", json_array(arguments))
                              .str());
    }
    return json_array(objects);
}

void print_json(std::ostream& out, const Explanation& explanation, const ClaimTrace& trace) {
    std::vector<std::string> claims;
    for (const ClaimExplanation& told : explanation.claims) {
        const Claim& claim = trace.claims[told.index];
        claims.push_back(claim_object(trace.reading.entities.entities, claim)
                             .flag("inferred", claim.inferred)
                             .text_or_null("because", told.modality)
                             .text_or_null("said_by", told.attribution)
                             .text_or_null("follows_from", told.inferred_from)
                             .json("triggers", json_of(told.triggers))
                             .str());
    }
    out << JsonObject()
               .json("claims", json_array(claims))
               .json("near_misses", json_of(explanation.near_misses))
               .json("notes", json_of(explanation.notes))
               .str()
        << '\n';
}

const RelationType& type_in(const Ontology& ontology, const Pattern& pattern) {
    const RelationType* type = pattern.type.is_variable() ? nullptr : ontology.relation(pattern.type.text);
    if (pattern.head.is_variable() || !type || pattern.tail.is_variable())
        throw UsageError("newsgraph explain", "a whole relation is wanted, without \"?\"",
                         "write HEAD TYPE TAIL; newsgraph query ARTICLE '? ? ?' lists what there is");
    return *type;
}

void run_explain(const ExplainOptions& options, const Session& session) {
    const Document document = read_article(options.article);
    const Resources resources = Resources::load(session.resource_paths());
    std::vector<std::string> types;
    for (const RelationType& type : resources.ontology.relations()) types.push_back(type.name);
    const std::vector<Pattern> patterns = parse_patterns(options.pattern, types);
    if (patterns.size() > 1)
        throw UsageError("newsgraph explain", "one relation is wanted, not several", "write HEAD TYPE TAIL");
    const Pattern& pattern = patterns.front();
    const RelationType& type = type_in(resources.ontology, pattern);

    const Analysis analysis = analyse(document, resources.models);
    Entities entities = find_entities(document, analysis, resources.gazetteer);
    KnowledgeGraph names(symmetric_types(resources.ontology));
    names.add({{document.id, document.title, document.date, document.source}, entities.entities, {}});
    const EntityId head = entity_in(entities, names, pattern.head.text);
    const EntityId tail = entity_in(entities, names, pattern.tail.text);

    OutputFile output("-");
    find_claims(document, analysis, entities, resources.ontology, [&](const ClaimTrace& trace) {
        const Explanation explanation = explain(trace, head, type, tail);
        if (options.format == "json")
            print_json(output.stream(), explanation, trace);
        else
            print(output.stream(), explanation);
    });
    output.close();
}

}  // namespace

void add_explain_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("explain", "Tell why an article's graph holds a relation, or why not");
    auto options = std::make_shared<ExplainOptions>();
    command
        ->add_option("ARTICLE", options->article,
                     "Article as text, Markdown, HTML or a line of JSON; - is standard input")
        ->required();
    command
        ->add_option(
            "RELATION", options->pattern,
            "HEAD TYPE TAIL: two names and a relation type; names of several words need no quotation "
            "marks")
        ->required();
    add_json_flag(*command, options->format);
    add_resource_options(*command, session);
    command->footer(
        "Shown are the sentence, the clause, the trigger, how each argument came to mean its entity, and "
        "what decides how firmly it is held; of what is not in the graph, the triggers that came near and "
        "why they were not taken.\n\n"
        "Examples:\n"
        "  newsgraph explain article.txt 'Meta competes-with OpenAI'\n"
        "  newsgraph explain article.txt \"Muse Spark\" outperforms-on GPT-4o");
    command->callback([options, &session] { run_explain(*options, session); });
}

}  // namespace newsgraph
