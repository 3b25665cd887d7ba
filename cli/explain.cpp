// newsgraph explain: why an article's graph holds a relation, or why it does not.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/pattern.hpp"
#include "cli/usage_error.hpp"
#include "export/text_width.hpp"
#include "graph/knowledge_graph.hpp"
#include "ingest/extract.hpp"
#include "ingest/relation/explanation.hpp"

namespace newsgraph {
namespace {

struct ExplainOptions {
    std::string article;
    std::vector<std::string> pattern;
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
    find_claims(document, analysis, entities, resources.ontology,
                [&](const ClaimTrace& trace) { print(output.stream(), explain(trace, head, type, tail)); });
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
