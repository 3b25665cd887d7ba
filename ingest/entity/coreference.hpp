#pragma once
// What pronouns and descriptions refer to: "it", "whose", "the chipmaker", "both companies", "Meta's model,
// Muse Spark".

#include <cstdint>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/token_facts.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// What coreference needs to know of an entity beyond its type.
struct EntityTraits {
    TypeId type{};
    std::uint8_t genders = 0;  // bits: 1 female, 2 male
};

/// Adds nominal and pronoun mentions to `entities`, whose mentions are names so far, in the text's order.
/// `traits` goes with `entities.entities`. Linear in the length of the text: looks back a bounded number of
/// sentences and mentions.
void resolve_coreference(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
                         const Dependents& dependents, const std::vector<EntityTraits>& traits,
                         Entities& entities);

}  // namespace newsgraph
