#pragma once
// What points at rows of a store: each kind of row has its own kind of key.

#include <cstdint>

namespace newsgraph {

enum class EntityKey : std::int64_t {};
enum class RelationKey : std::int64_t {};

constexpr std::int64_t number(EntityKey key) noexcept { return static_cast<std::int64_t>(key); }
constexpr std::int64_t number(RelationKey key) noexcept { return static_cast<std::int64_t>(key); }

}  // namespace newsgraph
