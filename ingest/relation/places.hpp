#pragma once
// Where a trigger's head and tail stand: the places that the ontology names, read on a clause.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/relation/posts.hpp"
#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// Reads one clause for one claim. Views its arguments, which must outlive it. Each look takes a bounded
/// number of steps.
class PlaceReader {
  public:
    /// `party`: the head of the claim, where its tail is looked for.
    PlaceReader(const Reading& reading, const Posts& posts, std::optional<EntityId> party)
        : reading_(reading), posts_(posts), party_(party) {}

    /// The entities of the first of the places that holds any of the right types. `uses_anchor` becomes true
    /// where a light verb lent them.
    std::vector<Referent> resolve(const Clause& clause, const Trigger& trigger,
                                  const std::vector<Place>& places, const std::vector<std::string>& types,
                                  bool& uses_anchor) const;

    /// The same of one place; `lent` becomes true where the light verb's own subject or object was taken.
    std::vector<Referent> resolve(const Clause& clause, const Trigger& trigger, const Place& place,
                                  const std::vector<std::string>& types, bool& lent) const;

    /// For a trigger that is no word but a name, or what a name's noun clause is about (`is_name`): "Acme in
    /// Oslo".
    std::vector<Referent> resolve_name(const Clause& clause, const std::vector<Place>& places,
                                       const std::vector<std::string>& types, bool is_name) const;

  private:
    /// "is looking into Bolt's partnership with Nova": the subject has no part in it.
    bool has_other_owner(const Clause& noun, TokenIndex subject) const;

    /// "holds the licence for the game with Bolt": a tree may hang the phrase on a noun before it.
    template <typename Take>
    void take_from_objects(const Clause& clause, const Place& place, const Take& take) const;

    /// "a lawsuit brought by Acme": who does what the light verb behind the noun says.
    template <typename Take>
    void take_from_participle(const Clause& noun, const Trigger& trigger, const Take& take) const;

    /// "She succeeds Ana Roe": the body of the one is the other's.
    std::vector<Referent> body_of_other_person(const Clause& clause,
                                               const std::vector<std::string>& types) const;

    /// "told Acme that she should resign": who is told is not whom it is about.
    bool is_told(TokenIndex token) const;

    /// Whether the subject is of these types and another than the party at hand.
    bool has_other_doer(const Clause& clause, const std::vector<std::string>& types) const;

    /// Whether the clause names the body behind "for" or "to".
    bool is_aimed_at(const Clause& clause, EntityId organization) const;

    /// Whether the party at hand is a person who has been said to be of that body.
    bool belongs_to(EntityId organization) const;

    /// "Acme picked Bolt to supply chips", "with Bolt leading the round, Acme raised $5m": the subject of the
    /// nearest clause around that has one other than the party at hand. What is only said to be so is no part
    /// of what its speaker does.
    std::vector<Referent> subject_above(const Clause& clause, const std::vector<std::string>& types) const;

    /// "a maker of chips in Oslo that supplies Bolt": the clause may speak of the noun that its own belongs
    /// to.
    std::vector<Referent> governor_of(TokenIndex noun, const std::vector<std::string>& types) const;

    /// "an inquiry into Acme's takeover of Bolt" is one into Acme.
    std::vector<Referent> doer_of(std::size_t relation, TokenIndex deed,
                                  const std::vector<std::string>& types) const;
    bool is_plural(const Clause& clause) const;
    bool is_other_member(TokenIndex first, TokenIndex member) const;

    /// The entities of a phrase; "her party" is the one that she has been said to belong to.
    std::vector<Referent> referents(TokenIndex head, const std::vector<std::string>& types) const;

    /// "the Acme sports car", "the Green Alliance party": a thing or body named before the word for its kind.
    void add_classified(TokenIndex head, const std::vector<std::string>& types,
                        std::vector<Referent>& found) const;

    /// "Acme's 61% beats Bolt's score": who has the figure stands for it.
    void add_measured(TokenIndex head, const std::vector<std::string>& types,
                      std::vector<Referent>& found) const;
    bool is_figure(const Clause& noun) const;
    bool is_compound(TokenIndex token) const;
    static bool is_lent_by_verb(const Argument& argument);

    /// "made an investment in": the verb says nothing of its own.
    bool lends(const Clause& clause, const Trigger& trigger) const;
    bool is_light_for(const Trigger& trigger, const std::string& verb) const;
    bool within_one_name(TokenIndex a, TokenIndex b) const;

    /// Whether a noun says whose it is, even if that is not resolved.
    bool has_holder(const Clause& clause) const;

    /// "supported her decision", "took over as Acme chief": whose it is, is told.
    bool argument_has_holder(const Clause& clause) const;

    /// "Acme's Lux and Nova" are both Acme's, "Rome's Acme and the Bolt" are not both in Rome.
    bool shares_possessor(const Clause& clause, TokenIndex member) const;

    const Reading& reading_;
    const Posts& posts_;
    std::optional<EntityId> party_;
};

/// Whether one of the places is the possessor: "Acme's rival".
bool has_possessor(const std::vector<Place>& places);

/// "company", "party", "unit": a noun for a body.
bool is_body(std::string_view noun);

/// "unit", "division": a noun for a part of a body.
bool is_part(std::string_view noun);

}  // namespace newsgraph
