#pragma once
// Open facts: what each clause says, in the sentence's own words.

#include <cstddef>
#include <string_view>
#include <vector>

#include "graph/fact.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/relation/fact_confidence.hpp"
#include "ingest/relation/modality_lexicon.hpp"

namespace newsgraph {

/// A fact, and the sentence that states it.
struct StatedFact {
    std::size_t sentence = 0;  // index into `Analysis::sentences`
    Fact fact;                 // with two arguments at least
    FactFeatures features;     // what its confidence comes from
};

/// The facts of all sentences, in the text's order: one a clause and member of a coordination, with all that
/// the clause says of time, place and manner as further arguments. Relations are the sentence's own words;
/// where it has none ("Ana, the head of Acme", "Acme's head"), "be" and "has". `as_read` is the text that the
/// words are taken from: the analysis' own, or the same before escapes were undone
/// (ingest/read/sentence_lines.hpp). `lexicon` tells verbs of speech. Linear; a few facts a clause at most.
/// docs/extraction.md shows it by examples.
std::vector<StatedFact> find_facts(const Analysis& analysis, const ModalityLexicon& lexicon,
                                   std::string_view as_read);

}  // namespace newsgraph
