#include "cli/labelled_file.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>

#include "cli/session.hpp"
#include "ingest/learn/triple_extractor.hpp"

namespace newsgraph {

LabelledSentences read_examples(const std::string& file, const Schema* schema, Failures& failures) {
    refuse_folder(file);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Error(file, "the examples can't be read", "give the path of a file of lines of JSON");
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    LabelledSentences examples = read_labelled_sentences(text, file, true);
    for (const Problem& problem : examples.problems) failures.add({problem.where, problem.what, problem.fix});
    if (schema != nullptr) {
        for (LabelledSentence& sentence : examples.sentences) {
            std::erase_if(sentence.triples, [&](const Triple& triple) {
                if (schema->find(triple.relation) != Schema::npos) return false;
                failures.add({file + ":" + std::to_string(sentence.line),
                              "relation \"" + triple.relation + "\" is not in the ontology",
                              "its triple is left out"});
                return true;
            });
        }
    }
    if (examples.sentences.empty())
        throw Error(
            file, "holds no example",
            "give lines like {\"id\": \"1\", \"sent\": \"…\", \"triples\": [{\"sub\": \"…\", \"rel\": "
            "\"…\", \"obj\": \"…\"}]}");
    if (examples.sentences.size() > TripleExtractor::max_examples)
        spdlog::warn("{}: has {} examples; the first {} are learned from", file, examples.sentences.size(),
                     TripleExtractor::max_examples);
    return examples;
}

}  // namespace newsgraph
