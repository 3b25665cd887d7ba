#pragma once
// Relations as rows of a result.

#include <string>
#include <vector>

#include "cli/results.hpp"
#include "graph/query/relations.hpp"

namespace newsgraph {

/// The words that state a claim, for a program: {"document":…,"begin":…,"end":…,"text":…}.
std::string evidence_json(const StoredClaim& claim);

/// For people: “Acme bought Brill” news:10-26.
std::string quotation_of(const StoredClaim& claim);

/// "on: long-context tasks, HumanEval; date: on Tuesday".
std::string qualifiers_text(const std::vector<std::pair<std::string, std::vector<std::string>>>& qualifiers);

/// {"on":["long-context tasks"],"date":["on Tuesday"]}
std::string qualifiers_json(const std::vector<std::pair<std::string, std::vector<std::string>>>& qualifiers);

/// How many sources a relation has is told to people only where there are several documents.
bool has_several_documents(Store& store);

/// Relations as a table of heads, types, tails, modalities and qualifiers.
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
    Results results_;
};

}  // namespace newsgraph
