#pragma once
// The gazetteer's names for the entities of a document, so that a store can join them across documents.

#include <string>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/entity/gazetteer.hpp"

namespace newsgraph {

/// Of each entity, the name of the one known thing of its type that has its name or alias: "Meta Platforms"
/// for the organization "Meta". Empty where the gazetteer knows none, or several.
std::vector<std::string> known_names(const Extraction& extraction, const Gazetteer& gazetteer);

}  // namespace newsgraph
