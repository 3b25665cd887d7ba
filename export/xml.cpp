#include "export/xml.hpp"

#include <cstdint>
#include <optional>

#include "export/ascii_set.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

std::optional<std::uint32_t> hexadecimal(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
    if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
    return std::nullopt;
}

// The number that "_x" and four hexadecimal digits at the beginning of `text` stand for.
std::optional<std::uint32_t> escape_number(std::string_view text) {
    if (text.size() < 6 || !text.starts_with("_x")) return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : text.substr(2, 4)) {
        const auto digit = hexadecimal(c);
        if (!digit) return std::nullopt;
        number = number * 16 + *digit;
    }
    return number;
}

// XML 1.0, production 2; surrogates are no UTF-8.
bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || c == 0xFFFE || c == 0xFFFF;
}

void append_escape(std::string& out, char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += "_x";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 0xF];
    out += '_';
}

// Writes the character `c`, which `rest` begins with.
void append_character(std::string& out, std::string_view rest, char32_t c) {
    if (is_forbidden(c)) return append_escape(out, c);
    switch (c) {
        case U'_':
            if (escape_number(rest)) return append_escape(out, c);
            out += '_';
            break;
        case U'&':
            out += "&amp;";
            break;
        case U'<':
            out += "&lt;";
            break;
        case U'>':
            out += "&gt;";
            break;
        case U'"':
            out += "&quot;";
            break;
        case U'\t':
            out += "&#9;";
            break;
        case U'\n':
            out += "&#10;";
            break;
        case U'\r':
            out += "&#13;";
            break;
        default:
            append_utf8(out, c);
    }
}

constexpr AsciiSet special{"&<>\"_"};

}  // namespace

void append_xml_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = special.first_in(text.substr(at));
        out.append(text, at, plain);
        at += plain;
        if (at == text.size()) break;
        const std::size_t size = utf8_size(text, at);
        append_character(out, text.substr(at), size == 0 ? char32_t{0xFFFD} : utf8_code_point(text, at));
        at += size == 0 ? 1 : size;
    }
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    append_xml_escaped(out, text);
    return out;
}

std::string xml_restored(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto number = escape_number(text.substr(at));
        if (number && at + 6 < text.size() && text[at + 6] == '_') {
            append_utf8(out, *number);
            at += 7;
        } else {
            out += text[at++];
        }
    }
    return out;
}

}  // namespace newsgraph
