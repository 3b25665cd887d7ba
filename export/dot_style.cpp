#include "export/dot_style.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace newsgraph {
namespace {

struct ThemedColors {
    NodeColors light;
    NodeColors dark;

    const NodeColors& in(Theme theme) const noexcept { return theme == Theme::light ? light : dark; }
};

struct TypeColors {
    std::string_view type;
    ThemedColors colors;
};

// Told apart by hue and, for those who see few hues, by lightness of the outline. Calm: none is louder than
// the names.
constexpr std::array known_types = {
    TypeColors{"organization", {{"#dce9f8", "#3f6fb0"}, {"#1d3350", "#7fb1ea"}}},
    TypeColors{"person", {{"#fde9d0", "#c07a2c"}, {"#46301a", "#eeb26a"}}},
    TypeColors{"model", {{"#dcf1d8", "#3f8f45"}, {"#1c3b23", "#7fd08a"}}},
    TypeColors{"product", {{"#d3f0ed", "#1f7f76"}, {"#133b39", "#62cfc4"}}},
    TypeColors{"benchmark", {{"#fbf2c6", "#93760a"}, {"#3d3511", "#e3c95a"}}},
    TypeColors{"task", {{"#f3efda", "#7f7546"}, {"#37331f", "#cbbf8d"}}},
    TypeColors{"place", {{"#ebe3f6", "#7455a8"}, {"#33274a", "#b99df0"}}},
    TypeColors{"event", {{"#fbdfe9", "#b34470"}, {"#452234", "#f093b8"}}},
    TypeColors{"work", {{"#efe2d8", "#85593a"}, {"#3b2b20", "#d3a584"}}},
    TypeColors{"law", {{"#e5e7ea", "#565d66"}, {"#2d3238", "#a9b2bd"}}},
    TypeColors{"technology", {{"#e4edd5", "#5f7a2b"}, {"#2d3719", "#b1cd78"}}},
    TypeColors{"group", {{"#fadfd9", "#ae4a36"}, {"#442720", "#ee9c89"}}},
    TypeColors{phrase_type, {{"#ffffff", "#8d949c"}, {"#14181f", "#7d8792"}}},
};

constexpr std::array other_types = {
    ThemedColors{{"#dfebf0", "#44697c"}, {"#20343d", "#8dbace"}},
    ThemedColors{{"#f3e1f1", "#8c4a94"}, {"#3b2540", "#d79bde"}},
    ThemedColors{{"#edf1df", "#6c7b36"}, {"#313820", "#bfd07f"}},
    ThemedColors{{"#f8e7dd", "#9b5f3a"}, {"#402b20", "#e0a683"}},
    ThemedColors{{"#e3e6f7", "#4d58a5"}, {"#272c4c", "#a0aaf0"}},
    ThemedColors{{"#ddf1e6", "#357a5b"}, {"#1c382b", "#80cda8"}},
};

constexpr std::array looks = {
    EdgeLook{"stated", "solid", "#4a545f", "#aab4c0"},
    EdgeLook{"reported, claimed or possible", "dashed", "#66707c", "#929dab"},
    EdgeLook{"said not to be so", "solid", "#c62828", "#ff7b72", "✕ "},
    EdgeLook{"said by some, denied by others", "dashed", "#b26a00", "#f0b429", "≠ "},
    EdgeLook{"inferred", "dotted", "#7a838d", "#7f8a97"},
};

constexpr SheetColors light_sheet{"#ffffff", "#1b2129", "#5d6873"};
constexpr SheetColors dark_sheet{"#14181f", "#eef2f7", "#9aa5b2"};

// FNV-1a: std::hash may differ between libraries, a drawing may not.
std::uint32_t fingerprint(std::string_view text) noexcept {
    std::uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

}  // namespace

NodeColors node_colors(std::string_view entity_type, Theme theme) noexcept {
    for (const TypeColors& known : known_types) {
        if (known.type == entity_type) return known.colors.in(theme);
    }
    return other_types[fingerprint(entity_type) % other_types.size()].in(theme);
}

const EdgeLook& edge_look(const RelationView& relation) noexcept {
    if (relation.modality == Modality::negated) return looks[2];
    if (relation.modality != Modality::asserted) return looks[1];
    return relation.inferred ? looks[4] : looks[0];
}

const EdgeLook& edge_look(const KnowledgeGraph& graph, const RelationView& relation) noexcept {
    const bool is_denied = std::ranges::any_of(
        relation.claims, [&graph](ClaimId id) { return graph.claim(id).modality == Modality::negated; });
    return is_denied && relation.modality < Modality::possible ? looks[3] : edge_look(relation);
}

std::span<const EdgeLook> edge_looks() noexcept { return looks; }

const SheetColors& sheet_colors(Theme theme) noexcept {
    return theme == Theme::light ? light_sheet : dark_sheet;
}

}  // namespace newsgraph
