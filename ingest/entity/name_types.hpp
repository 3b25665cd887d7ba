#pragma once
// What a name stands for: evidence for each entity type, gathered from the gazetteer, the name's own words,
// the learned tagger, and the words around it wherever the document mentions it.

#include <span>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_forms.hpp"
#include "ingest/entity/name_spans.hpp"
#include "ingest/entity/token_facts.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Groups spans by spelling, gathers evidence, decides types. Forms are in the order of first mention; spans
/// that are no names after all are in no form.
std::vector<NameForm> type_names(const Analysis& analysis, const Gazetteer& gazetteer,
                                 const TokenFacts& facts, const Dependents& dependents,
                                 std::span<const NameSpan> spans);

}  // namespace newsgraph
