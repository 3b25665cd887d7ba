#pragma once
// Trees around names where a verb is left out, or has no finite form.

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Hangs together what belongs together, as Universal Dependencies have it:
/// - "With Acme leading the round and Bolt joining, …": clauses, each with its name as subject;
/// - "Acme beats Bolt on speed and Nova on price": what is left of the second clause hangs on its first word,
///   as an orphan;
/// - "Ana Roe, now at Acme, …": where she is belongs to her, not to the sentence's verb.
/// Requires names that are phrases of their own (`repair_trees`). Linear.
void restore_elisions(Analysis& analysis, const Entities& entities);

}  // namespace newsgraph
