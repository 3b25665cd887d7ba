#pragma once
// Strings kept once, however often they are used.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgraph {

enum class StringId : std::uint32_t {};

constexpr std::uint32_t index_of(StringId id) noexcept { return static_cast<std::uint32_t>(id); }

/// Each distinct string has one id and one place in memory, which stay the same as long as the pool lives;
/// moving the pool keeps them too.
class StringPool {
  public:
    StringPool() = default;
    StringPool(StringPool&&) = default;
    StringPool& operator=(StringPool&&) = default;
    StringPool(const StringPool&) = delete;  // a copy's index would point into the original
    StringPool& operator=(const StringPool&) = delete;

    StringId intern(std::string_view text);

    /// The id that `text` has; nothing if it was never interned.
    std::optional<StringId> find(std::string_view text) const;

    /// `text` itself, at its place in the pool.
    std::string_view keep(std::string_view text) { return this->text(intern(text)); }

    std::string_view text(StringId id) const noexcept { return strings_[index_of(id)]; }

  private:
    std::deque<std::string> strings_;  // a deque, so that growing moves no string
    std::unordered_map<std::string_view, StringId> ids_;
};

}  // namespace newsgraph
