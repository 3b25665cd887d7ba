#pragma once
// What the learned tagger and the words around a mention say of its type.

#include "ingest/entity/named_document.hpp"

namespace newsgraph {

/// Adds to the evidence of a mention's spelling, and what its title tells of the gender. Looks at a bounded
/// number of words.
void add_context_evidence(NamedDocument& document, NameForm& form, const NameSpan& span);

}  // namespace newsgraph
