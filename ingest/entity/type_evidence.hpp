#pragma once
// What speaks for the types that a name may be of.

#include <array>
#include <cstddef>
#include <cstdint>

#include "ingest/entity/gazetteer.hpp"

namespace newsgraph {

/// Where evidence comes from. The same kind seen again adds less than a new kind does: ten sentences with
/// "in Mossdale" are one habit, not ten witnesses.
enum class EvidenceKind : std::uint8_t {
    known,        // in the gazetteer
    own_words,    // "University", "Inc."
    shape,        // "GPT-4o", "NATO"
    person_name,  // first name and family name
    title,        // "Ms", "Judge"
    tagged,       // by the learned tagger
    described,    // "the chipmaker X", "X, a novel", "X is a river"
    preposition,  // "in X", "under X"
    possession,   // X's wife, headquarters of X
    verb,         // X resigned; trained X
    following,    // X spokesman, X rocket
    pronoun,      // X, who …
    neighbour,    // "A, X and B"
    quoted,       // "X" as a title
};
inline constexpr std::size_t evidence_kind_count = 14;

/// Scores add up, and only rank types. Weights are on one scale: 1 is a hint, 3 is good evidence, 6 nearly
/// settles it. Known names win over all but several strong signs to the contrary; a sign that several types
/// share is divided among them.
class TypeEvidence {
  public:
    void add(EvidenceKind kind, TypeId type, float weight);
    /// Shares `weight` among the types.
    void add(EvidenceKind kind, TypeSet types, float weight);
    void merge(const TypeEvidence& other);
    float score(TypeId type) const;
    float score(EvidenceKind kind, TypeId type) const;
    /// All that was added, for whichever type.
    float total() const;
    float total(EvidenceKind kind) const;

  private:
    std::array<std::array<float, max_type_count>, evidence_kind_count> scores_{};
};

/// The type that the evidence speaks for most.
TypeId best_type(const TypeEvidence& evidence);

}  // namespace newsgraph
