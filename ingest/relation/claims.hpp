#pragma once
// From sentences to claims: what the text says of its entities, who says so, how firmly, in which words.

#include <vector>

#include "graph/extraction.hpp"
#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

class Ontology;

/// The claims of a document in the text's order: typed ones, open ones, and those that the ontology's
/// implications derive. Open claims may add entities of `phrase_type` to `entities`.
std::vector<Claim> find_claims(const Document& document, const Analysis& analysis, Entities& entities,
                               const Ontology& ontology);

}  // namespace newsgraph
