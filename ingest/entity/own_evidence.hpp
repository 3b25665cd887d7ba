#pragma once
// What the gazetteer and a name's own words say of its type.

#include "ingest/entity/named_document.hpp"

namespace newsgraph {

/// The weight of a name that the gazetteer knows for one type only.
inline constexpr float known_alone = 6.0F;

/// Adds to the evidence of a spelling, and what its first name tells of the gender.
void add_own_evidence(NamedDocument& document, NameForm& form);

}  // namespace newsgraph
