#pragma once
// One document as the relation engine reads it: its clauses, values and entities, and what its arguments
// mean.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"
#include "ingest/relation/clause.hpp"
#include "ingest/relation/ontology.hpp"
#include "ingest/relation/values.hpp"

namespace newsgraph {

/// What an argument refers to, and the word of it that does.
struct Referent {
    EntityId entity{};
    TokenIndex token = 0;
};

/// All that is looked up while a document's clauses are matched. Views its arguments, which must outlive it.
class Reading {
  public:
    /// Linear in the document.
    Reading(const Document& document, const Analysis& analysis, const Dependents& dependents,
            const Entities& entities, const Ontology& ontology);

    const Document& document;
    const Analysis& analysis;
    const Dependents& dependents;
    const Entities& entities;
    const Ontology& ontology;
    const std::vector<Clause> clauses;
    const std::vector<Value> values;

    /// The clause of a verb, an adjective or a copula with that predicate; nullptr if there is none.
    const Clause* verbal_clause(TokenIndex predicate) const;

    /// The noun clause with that predicate; nullptr if there is none.
    const Clause* noun_clause(TokenIndex predicate) const;

    /// The widest name that covers the token; nullptr if none does.
    const Mention* name_at(TokenIndex token) const;

    /// The entities of the phrase with that head, members of a coordination each: "OpenAI, Google and Meta"
    /// are three. Only those of `types`; all types if that is empty. At most `max_members`.
    std::vector<Referent> referents(TokenIndex head, const std::vector<std::string>& types) const;

    /// The organization that the text is about at `token`, for "the chief executive" with no word of whose.
    /// Not `except`.
    std::optional<Referent> understood(TokenIndex token, const std::vector<std::string>& types,
                                       std::optional<EntityId> except = std::nullopt) const;

    /// The entity of one of these types that the document mentions most; the first of several.
    std::optional<EntityId> main_entity(const std::vector<std::string>& types) const;

    const std::string& type_of(EntityId entity) const { return entities.entities[index_of(entity)].type; }

  private:
    void add_referents(TokenIndex token, const std::vector<std::string>& types, std::vector<Referent>& found,
                       std::size_t depth) const;
    bool add_own(TokenIndex token, const std::vector<std::string>& types, std::vector<Referent>& found) const;

    static constexpr std::uint32_t none = 0xffffffff;
    std::vector<std::uint32_t> verbal_;  // of each token: its clause
    std::vector<std::uint32_t> noun_;
    std::vector<std::uint32_t> name_;       // of each token: the name mention that covers it
    std::vector<std::uint32_t> frequency_;  // of each entity: its mentions
    mutable std::map<std::vector<std::string>, std::optional<EntityId>> main_;  // what `main_entity` found
};

/// Whether `types` holds `type`, or is empty.
bool admits(const std::vector<std::string>& types, const std::string& type);

}  // namespace newsgraph
