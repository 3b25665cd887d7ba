#pragma once
// Typed claims: the ontology's triggers, matched on the clauses of a document.

#include <vector>

#include "ingest/relation/draft.hpp"
#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// What the triggers find, in the text's order; of one sentence and one head, type and tail a single draft,
/// with the qualifiers of all. A draft's arguments have the types that the relation's signature asks for.
/// Linear in the clauses.
std::vector<Draft> match_triggers(const Reading& reading);

/// The words of a claim: from the first to the last token of its parts, which lie in one sentence.
TokenRange joint_range(TokenRange a, TokenRange b);

}  // namespace newsgraph
