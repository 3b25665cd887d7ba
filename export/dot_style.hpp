#pragma once
// What a drawing's colours and lines mean.

#include <span>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Fill and outline of an entity type's nodes, as "#rrggbb". A type that the GUIDE doesn't know has one of
/// its own as well, always the same.
struct NodeColors {
    std::string_view fill;
    std::string_view outline;
};

NodeColors node_colors(std::string_view entity_type) noexcept;

/// How an edge is drawn. Those that look alike mean alike.
struct EdgeLook {
    std::string_view meaning;  // for the legend: "stated", …
    std::string_view style;    // "solid", "dashed" or "dotted"
    std::string_view color;
};

const EdgeLook& edge_look(const RelationView& relation) noexcept;

/// All looks, in the legend's order.
std::span<const EdgeLook> edge_looks() noexcept;

}  // namespace newsgraph
