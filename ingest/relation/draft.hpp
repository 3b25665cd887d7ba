#pragma once
// A claim on its way: what it says is known, not yet how firmly and who says so.

#include "graph/extraction.hpp"
#include "ingest/relation/ontology.hpp"

namespace newsgraph {

struct Draft {
    Claim claim;               // without modality, attribution and evidence
    std::size_t relation = 0;  // of a typed claim: index into `Ontology::relations()`
    std::size_t sentence = 0;
    TokenIndex predicate = 0;   // the word that evokes it
    TokenIndex anchor = 0;      // the verb whose hedges hold for it; the predicate itself mostly
    TokenIndex head_token = 0;  // the words that refer to the claim's head and tail
    TokenIndex tail_token = 0;
    bool presupposed = false;      // the words take it for granted: "dropped its suit"
    bool holds_negation = false;   // the trigger is itself negative: "no difference between"
    TokenRange evidence;           // the words that state it
    std::optional<Modality> said;  // what the triggering words themselves say: "mulls a bid" is possible
    std::string trigger;           // the words of the ontology that evoked it
};

}  // namespace newsgraph
