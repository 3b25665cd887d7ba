#pragma once
// The vertices and edges of a store, kept up with its claims.

#include <set>
#include <string>
#include <string_view>

#include "graph/store/forms.hpp"

namespace newsgraph {

/// Changes only rows of `entity` and `relation`, and which relation a claim belongs to.
class RelationTable {
  public:
    explicit RelationTable(Database& database) : database_(database) {}

    /// The relation that a claim between these two local entities belongs to; makes it where it is missing.
    Key relation_of(Key head, const std::string& type, Key tail, bool open);

    /// Says that a row may be out of date.
    void touch_entity(Key entity) { entities_.insert(entity); }
    void touch_relation(Key relation) { relations_.insert(relation); }

    /// Sees to the claims of a form that has become part of another entity.
    void move_claims(Key form);

    /// Finds anew which relation each claim belongs to: after other types have become symmetric.
    void move_all_claims();

    /// Brings the rows up to date that were touched; those without forms or claims go.
    void settle();

  private:
    void move(Statement& claims);
    void refresh_entity(Key entity);
    void refresh_relation(Key relation);
    bool is_symmetric(const std::string& type);

    Database& database_;
    std::set<Key> entities_;
    std::set<Key> relations_;
};

}  // namespace newsgraph
