#pragma once
// The characters at which a quoting function has to stop.

#include <array>
#include <cstddef>
#include <string_view>

namespace newsgraph {

/// Some ASCII characters, and always the control characters and all bytes beyond ASCII. What stands before
/// the first of them a format writes as it is.
class AsciiSet {
  public:
    explicit constexpr AsciiSet(std::string_view characters) {
        for (std::size_t byte = 0; byte < has_.size(); ++byte) has_[byte] = byte < 0x20 || byte >= 0x7F;
        for (const char c : characters) has_[static_cast<unsigned char>(c)] = true;
    }

    /// Where the first one stands; `text.size()` where none does.
    constexpr std::size_t first_in(std::string_view text) const noexcept {
        std::size_t at = 0;
        while (at < text.size() && !has_[static_cast<unsigned char>(text[at])]) ++at;
        return at;
    }

  private:
    std::array<bool, 256> has_{};
};

}  // namespace newsgraph
