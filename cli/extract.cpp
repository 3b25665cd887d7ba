// newsgraph extract: what sentences or articles say, as lines for other programs.

#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/triple_lines.hpp"
#include "cli/usage_error.hpp"
#include "export/extraction_json.hpp"
#include "export/facts_tsv.hpp"
#include "ingest/extract.hpp"
#include "ingest/read/sentence_lines.hpp"

namespace newsgraph {
namespace {

struct ExtractOptions {
    std::vector<std::string> inputs = {"-"};
    std::string output = "-";
    std::string format = "jsonl";
    bool open = false;
    double min_confidence = 0.36;  // where CaRB's F1 is best
    bool triples = false;
    std::string examples;
};

/// Throws Error where none of the inputs could be read; why was told.
void refuse_nothing(std::size_t read) {
    if (read == 0) throw Error("newsgraph", "none of the inputs could be read", "see above");
}

/// Each line of the stream is a sentence: writes the facts that it states.
void write_facts(std::istream& in, const std::string& name, const Resources& resources, double min_confidence,
                 std::ostream& out, Failures& failures) {
    SentenceReader reader(in, name);
    while (const auto lines = reader.next()) {
        for (const StatedFact& stated : extract_facts(*lines, resources)) {
            if (stated.fact.confidence >= min_confidence)
                write_fact_tsv(lines->line(stated.sentence), stated.fact, out);
        }
        for (const Problem& problem : reader.problems())
            failures.add({problem.where, problem.what, problem.fix});
    }
}

void write_all_facts(const ExtractOptions& options, const Session& session) {
    const Resources resources = Resources::load(session.resource_paths());
    OutputFile output(options.output);
    Failures failures;
    std::size_t read = 0;
    for (const std::string& input : options.inputs) {
        if (input == "-") {
            ++read;
            write_facts(std::cin, "stdin", resources, options.min_confidence, output.stream(), failures);
            continue;
        }
        std::ifstream file(input, std::ios::binary);
        if (!file || file.peek() == std::ifstream::traits_type::eof()) {
            failures.add({input, "can't be read, or is empty", "give a file with one sentence a line"});
            continue;
        }
        ++read;
        write_facts(file, input, resources, options.min_confidence, output.stream(), failures);
    }
    refuse_nothing(read);
    output.close();
}

void extract_claims(const ExtractOptions& options, const Session& session) {
    const Resources resources = Resources::load(session.resource_paths());
    OutputFile output(options.output);
    Failures failures;
    ArticleReader reader({}, {});
    std::size_t read = 0;
    for (const ArticleFile& file : list_article_files(options.inputs, failures)) {
        reader.read_all(file, failures, [&](const Document& document) {
            write_extraction(extract(document, resources), output.stream(), options.open);
            ++read;
        });
    }
    refuse_nothing(read);
    output.close();
}

void run_extract(const ExtractOptions& options, const Session& session) {
    if (options.triples || !options.examples.empty() || is_triple_ontology(session.ontology)) {
        if (options.format != "jsonl" || options.open)
            throw UsageError("--examples", "triples are written as jsonl, without open relations",
                             "leave out --open and --format tsv");
        return write_triples({options.inputs, options.output, options.examples}, session);
    }
    if (options.format == "jsonl") return extract_claims(options, session);
    if (!options.open) throw UsageError("--format", "tsv holds open facts", "add --open, or choose jsonl");
    write_all_facts(options, session);
}

}  // namespace

void add_extract_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand(
        "extract", "Write what sentences or articles say, a line each, for other programs");
    auto options = std::make_shared<ExtractOptions>();
    command->add_option(
        "INPUT", options->inputs,
        "tsv: files with one sentence a line; jsonl: articles or folders of them; for triples: lines "
        "of JSON with \"id\" and \"sent\"; standard input if none is given");
    command->add_option("-o,--output", options->output, "Where the result goes, if not to standard output")
        ->type_name("FILE");
    command
        ->add_option(
            "-f,--format", options->format,
            "tsv: sentence, confidence, relation and arguments of each open fact; jsonl: an article's "
            "entities and claims (if not given)")
        ->type_name("FORMAT")
        ->check(one_of({"jsonl", "tsv"}));
    command->add_flag("--open", options->open, "With relations that no type of the ontology covers");
    command
        ->add_option("--min-confidence", options->min_confidence,
                     "Leave out open facts with less than this, from 0 for all (0.36 if not given)")
        ->type_name("NUMBER")
        ->check(share());
    command->add_flag("--triples", options->triples,
                      "Triples of the ontology's relations for lines of JSON with \"id\" and \"sent\"; also "
                      "with --examples, or an ontology with domains and ranges");
    command
        ->add_option("--examples", options->examples,
                     "Sentences with their triples, to learn from: lines of JSON with \"id\", \"sent\" and "
                     "\"triples\"")
        ->type_name("FILE");
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph extract --open --format tsv < sentences.txt     open facts, ranked by confidence\n"
        "  newsgraph extract articles/ -o claims.jsonl               one line of JSON an article\n"
        "  newsgraph extract --ontology own.json --examples examples.jsonl < sentences.jsonl");
    command->callback([options, &session] { run_extract(*options, session); });
}

}  // namespace newsgraph
