#include "graph/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace newsgraph {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && (byte_at(text, at) & 0xC0u) == 0x80u;
}

}  // namespace

// The Unicode Standard, table 3-7: which second bytes may follow which first byte.
std::size_t utf8_size(std::string_view text, std::size_t at) noexcept {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !continues(text, at + 1)) return 0;
    if (first < 0xE0) return 2;
    const unsigned second = byte_at(text, at + 1);
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second > 0x9F) return 0;
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second > 0x8F) return 0;
    if (!continues(text, at + 2)) return 0;
    if (first < 0xF0) return 3;
    return continues(text, at + 3) ? 4 : 0;
}

char32_t utf8_code_point(std::string_view text, std::size_t at) noexcept {
    const std::size_t size = utf8_size(text, at);
    const unsigned first = byte_at(text, at);
    if (size <= 1) return first;
    unsigned code_point = first & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code_point = (code_point << 6) | (byte_at(text, at + i) & 0x3Fu);
    return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

bool is_valid_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        if (at + 8 <= text.size()) {  // eight bytes of ASCII at once: most text is
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, 8);
            if ((bytes & 0x8080808080808080u) == 0) {
                at += 8;
                continue;
            }
        }
        const std::size_t size = utf8_size(text, at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

std::string valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8_size(text, at);
        if (size == 0) {
            append_utf8(valid, 0xFFFD);
            ++at;
        } else {
            valid += text.substr(at, size);
            at += size;
        }
    }
    return valid;
}

}  // namespace newsgraph
