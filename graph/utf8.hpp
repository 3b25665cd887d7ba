#pragma once
// Text that comes from anywhere, made safe to be written anywhere.

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

/// The size in bytes of the UTF-8 character that begins at `at`, 1 to 4; 0 where none does: a stray or
/// missing continuation byte, an overlong form, a surrogate, or beyond U+10FFFF (RFC 3629). Requires `at <
/// text.size()`.
std::size_t utf8_size(std::string_view text, std::size_t at) noexcept;

/// The code point that begins at `at`. Requires `utf8_size(text, at) > 0`.
char32_t utf8_code_point(std::string_view text, std::size_t at) noexcept;

void append_utf8(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text) noexcept;

/// `text` with U+FFFD in place of each byte that begins no character: "Caf\xE9" -> "Caf\uFFFD".
std::string valid_utf8(std::string_view text);

}  // namespace newsgraph
