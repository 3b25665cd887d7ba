#pragma once
// How sure an open fact is, by how the sentence says it.

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace newsgraph {

/// What is known of a fact's making.
enum class FactFeature : std::uint8_t {
    // the construction
    verb,        // "Acme sold Bolt"
    adjective,   // "Acme is loyal to Bolt"
    copula,      // "Acme is a rival"
    apposition,  // "Acme, a rival"
    title,       // "chief executive Ana Roe"
    listed,      // "rivals such as Acme"
    possessor,   // "Acme's rivals"
    gapped,      // "and Bolt in May", with the verb of the clause before
    // where its predicate stands
    main_clause,
    complement_clause,
    relative_clause,
    reduced_clause,  // a participle or infinitive that describes a noun
    adverbial_clause,
    aside,  // "Acme grew, he said"
    within_phrase,
    nested,         // within one clause that is not the main one
    deeply_nested,  // within several
    coordinated,
    chained,  // "had to try to close"
    infinitive,
    participle,
    past_tense,
    passive,
    negated,
    subordinated,  // opened by "when", "because", …
    // whom it is said of
    subject_name,
    subject_noun,
    subject_pronoun,
    subject_other,
    subject_shared,
    subject_controlled,
    subject_described,
    subject_after,
    subject_far,
    // what is said
    second_object,
    second_complement,
    second_clause,
    second_phrase,
    second_loose,  // a phrase whose preposition does not go with the verb
    second_pronoun,
    later_member,  // of a coordination
    further_argument,
    several_further_arguments,
    // lengths, in words
    short_first,
    long_first,
    short_second,
    long_second,
    short_relation,
    long_relation,
    short_sentence,
    long_sentence,
    very_long_sentence
};
inline constexpr std::size_t fact_feature_count = 52;
using FactFeatures = std::bitset<fact_feature_count>;

/// "apposition", for the program that fits the weights (ingest/relation/train).
std::string_view to_string(FactFeature feature) noexcept;

/// From 0 to 1: about which share of the fact's words a careful reader would have written too. The same bits
/// on every machine.
double confidence_of(const FactFeatures& features) noexcept;

}  // namespace newsgraph
