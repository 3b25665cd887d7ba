#pragma once
// Sentences with the triples that they state: what relations are learned from, and what extraction answers.

#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"

namespace newsgraph {

/// "Acme Tower", "architect", "Ana Ruiz": all three as the answer is to be written.
struct Triple {
    std::string subject;
    std::string relation;
    std::string object;
    friend bool operator==(const Triple&, const Triple&) = default;
};

struct LabelledSentence {
    std::string id;
    std::string text;  // valid UTF-8; usually one sentence
    std::vector<Triple> triples;
    std::size_t line = 0;  // of its file
};

/// One line of JSON: {"id", "sent", "triples": [{"sub", "rel", "obj"}]}; further fields are passed over.
/// Triples are required only if `with_triples`. `where` is for messages, e.g. "examples.jsonl:7".
Result<LabelledSentence> read_labelled_sentence(std::string_view line, const std::string& where,
                                                bool with_triples);

/// What a file of such lines holds, and what is wrong with the lines that were left out.
struct LabelledSentences {
    std::vector<LabelledSentence> sentences;
    std::vector<Problem> problems;  // in the order of the lines
};

/// Reads all lines of `text`; blank ones are passed over. `name` is for messages. Linear.
LabelledSentences read_labelled_sentences(std::string_view text, const std::string& name, bool with_triples);

/// The line that answers for a sentence: {"id": …, "triples": [{"sub": …, "rel": …, "obj": …}]}, without a
/// line break.
std::string triples_json(std::string_view id, const std::vector<Triple>& triples);

}  // namespace newsgraph
