#pragma once
// What a clause says that no relation type covers: its predicate, taken as it stands.

#include <vector>

#include "ingest/relation/draft.hpp"
#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// Open claims of the clauses, in the text's order: "rely_on" for "Acme relies on X". The head is an entity,
/// the tail an entity or a phrase, which is added to `phrases` with ids that follow those of the known
/// entities. What `typed` already joins by the same word is left out. Linear; a few claims a clause at most.
std::vector<Draft> find_open_relations(const Reading& reading, const std::vector<Draft>& typed,
                                       std::vector<Entity>& phrases);

}  // namespace newsgraph
