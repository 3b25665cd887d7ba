#include "graph/modality.hpp"

#include <array>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 5> names = {"asserted", "reported", "claimed", "possible", "negated"};

}  // namespace

std::string_view to_string(Modality modality) noexcept { return names[static_cast<std::size_t>(modality)]; }

std::optional<Modality> modality_from(std::string_view name) noexcept {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Modality>(i);
    }
    return std::nullopt;
}

}  // namespace newsgraph
