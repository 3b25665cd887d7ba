#pragma once
// The entities of a store, by key and by name.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/query/keys.hpp"
#include "graph/store/store.hpp"

namespace newsgraph {

struct StoredEntity {
    EntityKey key{};
    std::string name;  // canonical
    std::string type;
    std::size_t mentions = 0;
};

/// Reads each entity once. Not for several threads at once; `store` must outlive it.
class EntityTable {
  public:
    explicit EntityTable(Store& store) : database_(store.database()) {}

    /// Stays where it is as long as the table lives. Requires that there is such a row.
    const StoredEntity& entity(EntityKey key);

    /// The entities with that name or alias: those that have it exactly, or else those one of whose names
    /// folds to the same (graph/names.hpp). Several where the name is ambiguous: names before phrases, then
    /// the most mentioned first.
    std::vector<EntityKey> find(const std::string& name);

    /// Names for "did you mean", as of KnowledgeGraph. Looks at every name in the store.
    std::vector<std::string> nearest_names(const std::string& name, std::size_t count = 3);

  private:
    Database& database_;
    std::unordered_map<EntityKey, StoredEntity> read_;
};

}  // namespace newsgraph
