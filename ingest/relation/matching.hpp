#pragma once
// Typed claims: the ontology's triggers, matched on the clauses of a document.

#include <vector>

#include "ingest/relation/draft.hpp"
#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// What became of a trigger on a clause that holds its words.
enum class Outcome : std::uint8_t {
    drafted,     // it gave a claim
    needless,    // it gave one that another relation of the two makes needless
    condition,   // a word that it asks for is missing, or one that it excludes is there
    no_head,     // nothing of the head's types stands in the head's places
    no_tail,     // the same of the tail
    itself,      // head and tail are one entity
    other_kind,  // head and tail are of two kinds, where the relation wants one
    other_body   // the post names another body than the subject: "confirmed Ana as chair of Acme"
};

/// One trigger, tried on one clause.
struct Attempt {
    Clause clause;
    const Trigger* trigger = nullptr;  // of the ontology
    std::string key;                   // the words that evoked it: "vice president"; "" of a bare name
    Outcome outcome = Outcome::drafted;
    std::vector<Referent> heads;  // one each where it came to a pair
    std::vector<Referent> tails;
    const Condition* broken = nullptr;  // of `Outcome::condition`
};

/// What the triggers find, in the text's order; of one sentence and one head, type and tail a single draft,
/// with the qualifiers of all. A draft's arguments have the types that the relation's signature asks for.
/// Adds to `trace`, if given, what was tried. Linear in the clauses.
std::vector<Draft> match_triggers(const Reading& reading, std::vector<Attempt>* trace = nullptr);

/// The words of a claim: from the first to the last token of its parts, which lie in one sentence.
TokenRange joint_range(TokenRange a, TokenRange b);

}  // namespace newsgraph
