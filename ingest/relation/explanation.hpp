#pragma once
// How the claims of a document came about, and why others did not, in words for people.

#include <cstddef>
#include <string>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/relation/claims.hpp"

namespace newsgraph {

/// How words of a sentence came to mean an entity.
struct ArgumentExplanation {
    std::string words;   // "its rival"
    std::string entity;  // canonical name
    std::vector<std::string>
        steps;  // "\"its\" (sentence 3): the likeliest of those spoken of, after \"Acme\" …"
};

/// A trigger on a clause, and what became of it.
struct TriggerExplanation {
    std::size_t sentence = 0;  // counted from 1
    std::string text;          // the sentence's words
    std::string clause;        // "buy (verb): subject \"Acme\", object \"Bolt\""
    std::string trigger;       // "verb \"buy\" of acquires: head at subject, tail at object, score 1"
    std::string outcome;       // why no claim came of it; empty where one did
    std::vector<ArgumentExplanation> arguments;  // the head's, the tail's; those that were found
};

/// A claim of the relation that was asked for.
struct ClaimExplanation {
    std::size_t index = 0;  // its place among the trace's claims
    std::string claim;      // "Acme acquires Bolt: reported"
    std::string evidence;
    std::string modality;     // why it is held so: "\"may\" makes it possible"
    std::string attribution;  // "\"said\": says so Ana Roe"; empty where nobody is named
    std::vector<TriggerExplanation> triggers;
    std::string inferred_from;  // "Bolt hires Ana"; empty where the text states it
};

struct Explanation {
    std::vector<ClaimExplanation> claims;
    std::vector<TriggerExplanation> near_misses;  // only where there is no claim; at most a dozen
    std::vector<std::string> notes;               // what else stands in the way: the types, the sentences
};

/// Tells of the relation of that type between two entities, from what the extraction itself recorded.
Explanation explain(const ClaimTrace& trace, EntityId head, const RelationType& type, EntityId tail);

}  // namespace newsgraph
