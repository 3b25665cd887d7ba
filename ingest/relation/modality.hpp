#pragma once
// How firmly a sentence holds what one of its predicates says.

#include "graph/modality.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/relation/modality_lexicon.hpp"

namespace newsgraph {

/// A modality, and the word that decides it: "may" in "Meta may buy Acme", "plan" in "its plan to buy Acme".
struct ModalityReading {
    Modality modality = Modality::asserted;  // `reported` where the source isn't named; never `claimed`
    TokenIndex decided_by = no_token;
};

/// How firmly the sentence holds the clause of `predicate`, a verb, noun, adjective or adverb, who says so
/// aside (that is `Attributions`): its own negation, modals and adverbs, and those that it inherits through
/// coordination, complements ("plans to buy", "a bid to buy"), conditions ("if approved, …") and, for event
/// nouns, what the verb does to them ("abandoned its takeover of X"). Of several, negated comes first, then
/// possible, then reported; two negations cancel. Constant time but for the predicate's dependents: it climbs
/// at most a few dozen words.
ModalityReading modality_of(const Analysis& analysis, const Dependents& dependents,
                            const ModalityLexicon& lexicon, TokenIndex predicate);

/// What the sentence says of one argument of that predicate alone: negated for "H100" in "runs on the MI300X
/// rather than on the H100", possible for each of "either Lyon or Nice", else asserted.
ModalityReading modality_of_argument(const Analysis& analysis, const Dependents& dependents,
                                     const ModalityLexicon& lexicon, TokenIndex argument,
                                     TokenIndex predicate);

/// What a word does to what it governs, by its part of speech; a verb with its particle or preposition.
Hold hold_of(const Analysis& analysis, const Dependents& dependents, const ModalityLexicon& lexicon,
             TokenIndex word);

}  // namespace newsgraph
