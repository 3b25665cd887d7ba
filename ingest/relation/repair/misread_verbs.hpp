#pragma once
// Verbs that the tagger took for nouns, found by the names around them.

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Makes the word right after a name its verb where the sentence has no other: in "Acme supplies Bolt." and
/// "Acme voices support for Bolt." the tree may hold a plural or a participle. The name becomes the subject,
/// what follows object and phrases of the verb. A heading without a verb stays as it is, unless a name, a
/// number or an article follows the word. Linear.
void restore_verbs(Analysis& analysis, const Entities& entities);

}  // namespace newsgraph
