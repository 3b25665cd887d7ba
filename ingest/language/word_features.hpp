#pragma once
// What the network sees of a word. train/features.py computes the same from the same bytes.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

/// Says what the features are; a model file holds its hash, so that another version's model is refused.
inline constexpr std::string_view word_feature_definition =
    "newsgraph features 1: vocabulary, prefix 3, suffix 2 3 4, shape 12; fnv1a64; quotes dashes digits "
    "folded";

/// Rows of the hashed tables: prefix of 3 characters, suffixes of 2, 3 and 4, shape.
inline constexpr std::array<std::uint32_t, 5> hashed_rows = {4096, 2048, 4096, 8192, 1024};

/// FNV-1a of `seed` and the bytes, mixed so that low and high bits both depend on all of them.
std::uint64_t hash_of(std::uint8_t seed, std::string_view bytes) noexcept;

/// Lower case, digits as 0, typographic quotes and dashes as ASCII ones; "<url>", "<email>" for addresses.
/// Bytes that are no UTF-8 stay as they are.
std::string normalised(std::string_view form);

/// X for an upper-case letter, x for another, d for a digit, at most two alike in a row and 12 in all:
/// "Claude" -> "Xxx", "GPT-4o" -> "XX-dx".
std::string shape_of(std::string_view form);

struct WordFeatures {
    std::uint64_t vocabulary_hash = 0;    // of the normalised word
    std::array<std::uint32_t, 5> rows{};  // one in each of the hashed tables

    explicit WordFeatures(std::string_view form);
};

}  // namespace newsgraph
