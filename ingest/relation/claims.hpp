#pragma once
// From sentences to claims: what the text says of its entities, who says so, how firmly, in which words.

#include <functional>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"
#include "ingest/relation/draft.hpp"
#include "ingest/relation/matching.hpp"
#include "ingest/relation/reading.hpp"
#include "ingest/relation/stance.hpp"

namespace newsgraph {

/// Why a claim is held as it is.
struct ClaimBasis {
    ModalityReading words;    // what the words around it say
    Attribution attribution;  // who says it
    Stance stance;            // what follows from both
};

/// How the claims of a document came about; only valid while it is looked at.
struct ClaimTrace {
    const Reading& reading;
    const std::vector<Attempt>& attempts;  // all triggers that were evoked, in the text's order
    const std::vector<Draft>& drafts;      // what they and the open clauses gave
    const std::vector<ClaimBasis>& bases;  // one a draft
    const std::vector<Claim>& claims;      // one a draft, then those that are inferred
};
using ClaimObserver = std::function<void(const ClaimTrace&)>;

/// The claims of a document in the text's order: typed ones, open ones, and those that the ontology's
/// implications derive. Open claims may add entities of `phrase_type` to `entities`. An `observer` is told
/// once, at the end, how they came about.
std::vector<Claim> find_claims(const Document& document, const Analysis& analysis, Entities& entities,
                               const Ontology& ontology, const ClaimObserver& observer = {});

}  // namespace newsgraph
