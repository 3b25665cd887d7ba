#pragma once
// Mends of trees that English does not have, whichever network made them: each rule names a shape that is
// wrong by grammar and puts the right one in its place.

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Mends the trees of all sentences; needs tags and trees. Time is linear in the tokens.
void mend_trees(Analysis& analysis);

}  // namespace newsgraph
