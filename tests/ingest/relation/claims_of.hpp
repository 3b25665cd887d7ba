#pragma once
// What is claimed by sentences whose trees are written by hand.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/relation/ontology.hpp"

namespace newsgraph {

using Claims = std::vector<std::string>;

/// The ontology that ships.
const Ontology& news();

/// The names of a tree as entities, each form one of its own; no coreference.
Entities named(const Analysis& analysis);

/// The typed claims as "Acme acquires Bolt (date 2019)", those that were inferred aside; the open ones with
/// `open`. `lines` are as `tree` reads them.
Claims claims_of(std::string_view lines, bool open = false);

}  // namespace newsgraph
