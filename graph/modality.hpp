#pragma once
// How firmly a text holds a claim.

#include <optional>
#include <string_view>

namespace newsgraph {

/// From firmest to least firm for the first four; `negated` says that it is not so.
enum class Modality { asserted, reported, claimed, possible, negated };

/// The name as in our JSON, e.g. "asserted".
std::string_view to_string(Modality modality) noexcept;

/// The modality of that name; nothing if there is none.
std::optional<Modality> modality_from(std::string_view name) noexcept;

}  // namespace newsgraph
