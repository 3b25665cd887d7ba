#pragma once
// What a drawing's colours and lines mean.

#include <span>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Under dark text, or under light text.
enum class Theme { light, dark };

/// Fill and outline of an entity type's nodes, as "#rrggbb". A type that the GUIDE doesn't know has one of
/// its own as well, always the same.
struct NodeColors {
    std::string_view fill;
    std::string_view outline;
};

NodeColors node_colors(std::string_view entity_type, Theme theme = Theme::light) noexcept;

/// How an edge is drawn. Those that look alike mean alike.
struct EdgeLook {
    std::string_view meaning;  // for the legend: "stated", …
    std::string_view style;    // "solid", "dashed" or "dotted"
    std::string_view color;    // in light drawings
    std::string_view color_in_dark;
    std::string_view mark = "";  // before its words, for those who see no red

    std::string_view color_in(Theme theme) const noexcept {
        return theme == Theme::light ? color : color_in_dark;
    }
};

const EdgeLook& edge_look(const RelationView& relation) noexcept;

/// The same, but for a relation that some text denies while the edge shows it as held. Costs as much as it
/// has claims.
const EdgeLook& edge_look(const KnowledgeGraph& graph, const RelationView& relation) noexcept;

/// All looks, in the legend's order.
std::span<const EdgeLook> edge_looks() noexcept;

/// All else that has a colour.
struct SheetColors {
    std::string_view ground;
    std::string_view text;   // names
    std::string_view quiet;  // what need not be read first: the legend, qualifiers
};

const SheetColors& sheet_colors(Theme theme) noexcept;

}  // namespace newsgraph
