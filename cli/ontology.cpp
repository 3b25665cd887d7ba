// newsgraph ontology: checks an ontology's file, and proposes one from examples.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/labelled_file.hpp"
#include "cli/output_file.hpp"
#include "cli/results.hpp"
#include "cli/usage_error.hpp"
#include "export/text_width.hpp"
#include "ingest/extract.hpp"
#include "ingest/learn/trigger_learner.hpp"

namespace newsgraph {
namespace {

struct OntologyOptions {
    std::string action;
    std::string file;
    std::string examples;
    std::string output = "-";
    std::string format = "lines";  // of check's mistakes: or json
};

std::string counted(std::size_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

void check_ontology(const OntologyOptions& options) {
    refuse_folder(options.file);
    const OntologyCheck check = Ontology::check(options.file);
    OutputFile output(options.output);
    if (options.format == "json") {
        Results results;
        for (const Problem& problem : check.problems)
            results.rows.push_back({{},
                                    JsonObject()
                                        .text("where", problem.where)
                                        .text("what", problem.what)
                                        .text("fix", problem.fix)
                                        .str()});
        print_results(output.stream(), results, "json");
    } else {
        for (const Problem& problem : check.problems)
            output.stream() << printable(Error(problem.where, problem.what, problem.fix).what()) << '\n';
    }
    if (check.problems.empty() && options.format != "json") {
        output.stream() << options.file << ": no mistakes; "
                        << counted(check.ontology.entity_types().size(), "entity type") << ", "
                        << counted(check.ontology.relations().size(), "relation type") << ", "
                        << counted(check.ontology.triggers().size(), "trigger") << '\n';
    }
    output.close();
    std::vector<bool> has_trigger(check.ontology.relations().size());
    for (const Trigger& trigger : check.ontology.triggers()) {
        if (trigger.relation != Trigger::no_relation) has_trigger[trigger.relation] = true;
    }
    std::string without;
    for (std::size_t i = 0; i < has_trigger.size(); ++i) {
        if (!has_trigger[i]) without += (without.empty() ? "" : ", ") + check.ontology.relations()[i].name;
    }
    if (!without.empty() && check.problems.empty())  // triggers with mistakes are not among those read
        spdlog::info("{}: no words evoke {}; learn some: newsgraph ontology learn --examples FILE",
                     options.file, printable(without));
    if (!check.problems.empty())
        throw Error(options.file, "has " + counted(check.problems.size(), "mistake"), "mend them as said");
}

void learn_ontology(const OntologyOptions& options, const Session& session) {
    const ResourcePaths paths = session.resource_paths();
    std::optional<Schema> schema;
    if (!session.ontology.empty()) schema = Schema::read(session.ontology);
    Failures failures;
    const LabelledSentences examples = read_examples(options.examples, schema ? &*schema : nullptr, failures);
    const LanguageModels models(paths.models);
    Gazetteer gazetteer;
    for (const std::filesystem::path& path : paths.gazetteers) gazetteer.extend(path);
    const LabelWords label_words = LabelWords::read(paths.label_words);
    const auto relations = learn_triggers(examples.sentences, {models, gazetteer, label_words});
    for (const LearnedRelation& relation : relations) {
        if (relation.has_values)
            spdlog::info(
                "\"{}\": dates and numbers are no entities, so no triggers are proposed; extract "
                "--examples finds them",
                printable(relation.label));
        else if (relation.triggers.empty())
            spdlog::info("\"{}\": no words join the two sides in its {}; give more examples",
                         printable(relation.label), counted(relation.examples, "example"));
    }
    OutputFile output(options.output);
    output.stream() << learned_ontology(relations, options.examples, schema ? &*schema : nullptr);
    output.close();
}

void run_ontology(const OntologyOptions& options, const Session& session) {
    if (options.action == "check") {
        const std::string file = options.file.empty() ? session.ontology : options.file;
        if (file.empty())
            throw UsageError("newsgraph ontology check", "FILE is missing", "name the ontology to check");
        OntologyOptions given = options;
        given.file = file;
        return check_ontology(given);
    }
    if (options.examples.empty())
        throw UsageError("newsgraph ontology learn", "--examples is missing",
                         "give a file of sentences with their triples");
    if (!options.file.empty())
        throw UsageError("newsgraph ontology learn", "\"" + options.file + "\" is one argument too many",
                         "give the ontology as --ontology, the examples as --examples");
    learn_ontology(options, session);
}

}  // namespace

void add_ontology_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("ontology", "Check an ontology's file, or propose one from examples");
    auto options = std::make_shared<OntologyOptions>();
    command
        ->add_option(
            "ACTION", options->action,
            "check: all mistakes of FILE, with their lines; learn: triggers with weights, from examples")
        ->required()
        ->check(one_of({"check", "learn"}));
    command->add_option("FILE", options->file, "Ontology to check, in our format or that of Text2KGBench");
    command
        ->add_option("--examples", options->examples,
                     "Sentences with their triples: lines of JSON with \"id\", \"sent\" and \"triples\"")
        ->type_name("FILE");
    command->add_option("-o,--output", options->output, "Where the result goes, if not to standard output")
        ->type_name("FILE");
    command->add_flag_callback(
        "--json", [options] { options->format = "json"; }, "The mistakes that check finds, as JSON");
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph ontology check own.json\n"
        "  newsgraph ontology learn --examples examples.jsonl -o learned.json");
    command->callback([options, &session] { run_ontology(*options, session); });
}

}  // namespace newsgraph
