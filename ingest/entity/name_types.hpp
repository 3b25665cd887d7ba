#pragma once
// What a name stands for: evidence for each entity type, gathered from the gazetteer, the name's own words,
// the learned tagger, and the words around it wherever the document mentions it.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_spans.hpp"
#include "ingest/entity/token_facts.hpp"
#include "ingest/language/analysis.hpp"

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

/// Scores add up, and only rank types.
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

/// All mentions of one spelling.
struct NameForm {
    std::string text;
    std::string key;                   // as looked up in the gazetteer
    std::vector<std::uint32_t> spans;  // places in the list of spans
    std::vector<EntryId> known;        // gazetteer entries of that name
    TypeEvidence evidence;
    TypeId type{};
    std::uint32_t tokens = 0;
    std::uint8_t genders = 0;  // bits: 1 female, 2 male, from titles and first names
    bool sure = false;         // some mention is surely a name
};

/// Groups spans by spelling, gathers evidence, decides types. Forms are in the order of first mention; spans
/// that are no names after all are in no form.
std::vector<NameForm> type_names(const Analysis& analysis, const Gazetteer& gazetteer,
                                 const TokenFacts& facts, const Dependents& dependents,
                                 std::span<const NameSpan> spans);

/// The type that the evidence speaks for most.
TypeId best_type(const TypeEvidence& evidence);

}  // namespace newsgraph
