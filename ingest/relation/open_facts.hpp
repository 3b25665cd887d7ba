#pragma once
// Open facts: what each clause says, in the sentence's own words.

#include <cstddef>
#include <string_view>
#include <vector>

#include "graph/fact.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// A fact, and the sentence that states it.
struct StatedFact {
    std::size_t sentence = 0;  // index into `Analysis::sentences`
    Fact fact;
};

/// The facts of all sentences, in the text's order. `as_read` is the text that the words are taken from: the
/// analysis' own, or the same before escapes were undone (ingest/read/sentence_lines.hpp). Linear; a few
/// facts a clause at most.
std::vector<StatedFact> find_facts(const Analysis& analysis, std::string_view as_read);

}  // namespace newsgraph
