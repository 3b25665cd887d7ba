#pragma once
// A store's graph without its words: what the algorithms need that look at all of it.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/query/entities.hpp"
#include "graph/query/filter.hpp"

namespace newsgraph {

struct EdgeList {
    std::vector<StoredEntity> entities;  // those that have relations, by name and type: whatever their keys
    std::vector<std::pair<std::size_t, std::size_t>>
        edges;                           // from head to tail; places in `entities`; in order
    std::vector<std::uint64_t> sources;  // of each edge, as it is held; copies of one article count once
};

/// The relations that the filter accepts. Linear in the store.
EdgeList read_edges(Store& store, const ClaimFilter& filter);

}  // namespace newsgraph
