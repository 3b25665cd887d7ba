#pragma once
// Who is near whom in a store, and by which way: breadth first, by an index, without reading the graph.

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/query/entities.hpp"
#include "graph/query/filter.hpp"
#include "graph/query/keys.hpp"

namespace newsgraph {

/// An entity, and how many relations away it is.
struct StoredNeighbor {
    EntityKey entity{};
    std::size_t distance = 0;
    RelationKey via{};  // the last relation on a shortest way to it: the firmest one, then by its type
    EntityKey from{};   // its other end
};

/// The entities that at most `steps` relations, in either direction, part from `start`, without `start`: the
/// nearest first, then the most mentioned, then by name. Costs as much as the relations of all entities
/// nearer than `steps`.
std::vector<StoredNeighbor> neighbors(Store& store, EntityTable& entities, EntityKey start, std::size_t steps,
                                      const ClaimFilter& filter);

/// The relations of a shortest path, in either direction, from one entity to another; of several paths the
/// one whose entities are first by name. Empty from an entity to itself; nothing where there is no path.
/// Searches from both ends.
std::optional<std::vector<RelationKey>> shortest_path(Store& store, EntityTable& entities, EntityKey from,
                                                      EntityKey to, const ClaimFilter& filter);

}  // namespace newsgraph
