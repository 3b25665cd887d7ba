#pragma once
// Trees put right where what is known of names says that the parser erred.

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// The analysis with each name a noun phrase of its own: its words proper nouns that hang together, one head
/// that leads out, which keeps what hung on the others; and with "NAME, a maker of X," as an apposition where
/// the tree hangs the description elsewhere. Tokens, sentences and spans stay as they are. Linear.
Analysis repair_trees(const Analysis& analysis, const Entities& entities);

}  // namespace newsgraph
