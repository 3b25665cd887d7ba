#include "cli/triple_lines.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <variant>

#include "cli/articles.hpp"
#include "cli/labelled_file.hpp"
#include "cli/output_file.hpp"
#include "cli/stopwatch.hpp"
#include "ingest/extract.hpp"
#include "ingest/learn/triple_extractor.hpp"
#include "ingest/relation/foreign_ontology.hpp"

namespace newsgraph {
namespace {

constexpr const char* sentence_format = "give lines like {\"id\": \"1\", \"sent\": \"…\"}";

/// Answers the lines of one input; how many could be read.
std::size_t answer_lines(std::istream& in, const std::string& name, const TripleExtractor& extractor,
                         std::ostream& out, Failures& failures) {
    std::size_t answered = 0;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto read = read_labelled_sentence(line, name + ":" + std::to_string(number), false);
        if (const auto* problem = std::get_if<Problem>(&read)) {
            failures.add({problem->where, problem->what, problem->fix});
            continue;
        }
        const auto& sentence = std::get<LabelledSentence>(read);
        out << triples_json(sentence.id, extractor.extract(sentence.text)) << '\n';
        ++answered;
    }
    return answered;
}

}  // namespace

void write_triples(const TripleOptions& options, const Session& session) {
    Stopwatch watch;
    const ResourcePaths paths = session.resource_paths();
    Schema schema = Schema::read(paths.ontology);
    Failures failures;
    std::optional<LabelledSentences> examples;
    if (!options.examples.empty()) examples = read_examples(options.examples, &schema, failures);
    const LanguageModels models(paths.models);
    Gazetteer gazetteer;
    for (const std::filesystem::path& path : paths.gazetteers) gazetteer.extend(path);
    const LabelWords label_words = LabelWords::read(paths.label_words);
    watch.lap("load");
    const ReadingEngines engines{models, gazetteer, label_words};
    const TripleExtractor extractor = examples
                                          ? TripleExtractor(std::move(schema), engines, examples->sentences)
                                          : TripleExtractor(std::move(schema), engines);
    watch.lap("learn");

    OutputFile output(options.output);
    std::size_t answered = 0;
    for (const std::string& input : options.inputs) {
        if (input == "-") {
            answered += answer_lines(std::cin, "stdin", extractor, output.stream(), failures);
            continue;
        }
        refuse_folder(input);
        std::ifstream file(input, std::ios::binary);
        if (!file) throw Error(input, "can't be read", sentence_format);
        answered += answer_lines(file, input, extractor, output.stream(), failures);
    }
    if (answered == 0)
        throw Error(
            options.inputs.size() == 1 && options.inputs.front() != "-" ? options.inputs.front() : "stdin",
            "holds no sentence", sentence_format);
    output.close();
    watch.lap("extract");
    watch.log();
}

bool is_triple_ontology(const std::string& ontology) {
    if (ontology.empty()) return false;
    refuse_folder(ontology);
    std::ifstream stream(ontology, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return !text.empty() && is_foreign_ontology(parse_located_json(text, ontology));
}

}  // namespace newsgraph
