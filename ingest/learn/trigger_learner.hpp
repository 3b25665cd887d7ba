#pragma once
// Triggers for an ontology, proposed from examples: words that evoke a relation, and where its sides stand.

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/learn/triple_extractor.hpp"

namespace newsgraph {

/// Words that joined the two sides of a relation's examples.
struct LearnedTrigger {
    std::string part_of_speech;  // "verbs", "nouns" or "adjectives", as an ontology's file names them
    std::string lemma;
    std::string head;  // a place, as an ontology's file names it
    std::string tail;
    std::uint32_t right = 0;  // examples of the relation that it joins the sides of
    std::uint32_t seen = 0;   // times that it joins two names at these places

    double score() const noexcept { return (right + 0.5) / (seen + 1.0); }
};

struct LearnedRelation {
    std::string label;
    std::vector<std::string> head_types;  // entity types of the examples' subjects, the commonest first
    std::vector<std::string> tail_types;
    std::uint32_t examples = 0;
    bool has_values = false;  // most objects are dates or numbers, which no trigger of ours can join
    std::vector<LearnedTrigger> triggers;  // the most frequent first
};

/// The relations of the examples in the order of their first ones. Linear; deterministic.
std::vector<LearnedRelation> learn_triggers(const std::vector<LabelledSentence>& examples,
                                            const ReadingEngines& engines);

/// An ontology of those that have triggers, laid out to be read and edited; `source` says where it is from.
/// Types that `known` gives a relation stand instead of those seen; null: none.
std::string learned_ontology(const std::vector<LearnedRelation>& relations, const std::string& source,
                             const Schema* known);

}  // namespace newsgraph
