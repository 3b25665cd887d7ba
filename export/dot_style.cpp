#include "export/dot_style.hpp"

#include <array>
#include <cstdint>

namespace newsgraph {
namespace {

struct TypeColors {
    std::string_view type;
    NodeColors colors;
};

// Light fills under dark text, told apart by hue and, for those who see few hues, by lightness of the
// outline.
constexpr std::array known_types = {
    TypeColors{"organization", {"#cfe2f7", "#2c5f9e"}}, TypeColors{"person", {"#ffe3c2", "#b5651d"}},
    TypeColors{"model", {"#d5efd0", "#2f7d32"}},        TypeColors{"product", {"#c9efec", "#11756d"}},
    TypeColors{"benchmark", {"#fdf0b3", "#8a6d00"}},    TypeColors{"task", {"#f3edd2", "#7a6f3f"}},
    TypeColors{"place", {"#e6dcf3", "#6a4a9c"}},        TypeColors{"event", {"#fbd5e3", "#ad2f63"}},
    TypeColors{"work", {"#ead9cc", "#7b4b2a"}},         TypeColors{"law", {"#dedede", "#4a4a4a"}},
    TypeColors{"technology", {"#dbe6c8", "#55701f"}},   TypeColors{"group", {"#f8d6cf", "#a33b27"}},
    TypeColors{phrase_type, {"#ffffff", "#8a8a8a"}},
};

constexpr std::array other_types = {
    NodeColors{"#d9e7ee", "#3b6579"}, NodeColors{"#f1dcef", "#88408a"}, NodeColors{"#e9eed9", "#66752f"},
    NodeColors{"#f6e2d6", "#96552f"}, NodeColors{"#dde0f4", "#434e9b"}, NodeColors{"#d8eee2", "#2d7553"},
};

constexpr std::array looks = {
    EdgeLook{"stated", "solid", "#3a3a3a"},
    EdgeLook{"reported, claimed or possible", "dashed", "#5c5c5c"},
    EdgeLook{"said not to be so", "solid", "#c62828"},
    EdgeLook{"inferred", "dotted", "#7a7a7a"},
};

// FNV-1a: std::hash may differ between libraries, a drawing may not.
std::uint32_t fingerprint(std::string_view text) noexcept {
    std::uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

}  // namespace

NodeColors node_colors(std::string_view entity_type) noexcept {
    for (const TypeColors& known : known_types) {
        if (known.type == entity_type) return known.colors;
    }
    return other_types[fingerprint(entity_type) % other_types.size()];
}

const EdgeLook& edge_look(const RelationView& relation) noexcept {
    if (relation.modality == Modality::negated) return looks[2];
    if (relation.modality != Modality::asserted) return looks[1];
    return relation.inferred ? looks[3] : looks[0];
}

std::span<const EdgeLook> edge_looks() noexcept { return looks; }

}  // namespace newsgraph
