#pragma once
// Relations as rows of a result.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/results.hpp"
#include "graph/extraction.hpp"
#include "graph/query/relations.hpp"

namespace newsgraph {

/// Names of qualifiers with their values, both in the order of first mention.
using QualifierValues = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// The normal forms of a relation's qualifiers, each once: "2026-04-08" of the date "last Wednesday". Values
/// without one are left out.
QualifierValues normal_qualifiers(const StoredRelation& relation);

/// The words that state a claim, for a program: {"document":…,"begin":…,"end":…,"text":…}.
std::string evidence_json(const StoredClaim& claim);

/// The same with how they hold it: and "modality":…,"attributed_to":….
std::string held_evidence_json(const StoredClaim& claim);

/// For people: “Acme bought Brill” news:10-26.
std::string quotation_of(const StoredClaim& claim);

/// Those of several claims, of which `stance` is told beside them. Where one is held otherwise, each says how
/// it is: “Acme did not buy Brill” news:10-32, negated.
std::vector<std::string> quotations_of(const std::vector<StoredClaim>& claims, std::string_view stance);

/// How many sources state a relation, and beside them how many hold it otherwise: "2 (possible: 1, negated:
/// 1)".
std::string sources_text(const StoredRelation& relation);

/// {"asserted":2,"negated":1}: how many sources hold a relation so.
std::string held_json(const StoredRelation& relation);

/// "on: long-context tasks, HumanEval; date: on Tuesday".
std::string qualifiers_text(const QualifierValues& qualifiers);

/// {"on":["long-context tasks"],"date":["on Tuesday"]}
std::string qualifiers_json(const QualifierValues& qualifiers);

/// A claim of a document for a program: head, type, tail, modality, attributed_to, qualifiers, evidence. Ids
/// are places in `entities`.
JsonObject claim_object(std::span<const Entity> entities, const Claim& claim);

/// How many sources a relation has is told to people only where there are several documents.
bool has_several_documents(Store& store);

/// Relations as a table of heads, types, tails, modalities and qualifiers; for programs with the normal forms
/// of dates and amounts too.
class RelationRows {
  public:
    RelationRows(Store& store, EntityTable& entities, const std::string& format, bool with_evidence);

    void add(const StoredRelation& relation);
    const Results& results() const noexcept { return results_; }

  private:
    std::string json_of(const StoredRelation& relation);

    EntityTable& entities_;
    bool with_evidence_;
    bool with_sources_;
    bool with_normal_forms_;
    Results results_;
};

}  // namespace newsgraph
