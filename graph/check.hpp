#pragma once
// Whether an extraction may enter a graph.

#include <string_view>

#include "graph/extraction.hpp"

namespace newsgraph {

/// Throws Error, naming the document and the claim or entity, unless: all strings of entities and claims are
/// UTF-8; names and types are not empty; heads and tails are entities of the extraction; each claim's
/// evidence is of this document and as long as its span; inferred claims, and only these, name other claims
/// that they follow from.
void check(const Extraction& extraction);

/// The same, and that each claim's evidence is exactly the bytes of the document's `text` at its span, and
/// each mention lies within the text.
void check(const Extraction& extraction, std::string_view text);

}  // namespace newsgraph
