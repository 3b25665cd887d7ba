#pragma once
// The vertices and edges of a store, kept up with its claims.

#include <cstdint>
#include <set>
#include <string>

#include "graph/store/forms.hpp"
#include "graph/store/stories.hpp"

namespace newsgraph {

/// Changes only rows of `entity`, `relation` and `relation_story`, and which relation a claim belongs to.
/// What a relation's claims come to is kept with each that comes or goes, however many there are.
class RelationTable {
  public:
    explicit RelationTable(Database& database) : database_(database) {}

    /// The relation that a claim between these two local entities belongs to; makes it where it is missing.
    Key relation_of(Key head, const std::string& type, Key tail, bool open);

    /// Counts a claim that is there now, in its relation.
    void add_claim(Key claim);

    /// Counts it no longer; to be said while its row is still there and still of that relation.
    void remove_claim(Key claim);

    /// Counts a document's claims with those of another story.
    void change_story(const StoryChange& change);

    /// Says that a row may be out of date.
    void touch_entity(Key entity) { entities_.insert(entity); }

    /// Sees to the claims of a form that has become part of another entity.
    void move_claims(Key form);

    /// Finds anew which relation each claim belongs to: after other types have become symmetric.
    void move_all_claims();

    /// Brings the rows up to date that were touched; those without forms or claims go.
    void settle();

  private:
    void move(Statement& claims);
    void count_in_story(Key relation, std::int64_t modality, Key story, std::int64_t change);
    void show_better(Key relation, Key claim);
    void show_best(Key relation);
    void refresh_entity(Key entity);
    void refresh_lessened(Key relation);
    void count_sources(Key relation);
    bool is_symmetric(const std::string& type);

    Database& database_;
    std::set<Key> entities_;
    std::set<Key> lessened_;   // relations that a claim has left
    std::set<Key> unshown_;    // those of them that the claim shown has left
    std::set<Key> recounted_;  // those with a new modality: other sources count
};

}  // namespace newsgraph
