#include "ingest/language/characters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

using enum CharacterClass;

/// Those that their Unicode category tells wrongly or too coarsely for us.
CharacterClass special(char32_t code, CharacterClass otherwise) {
    switch (code) {
        case U'\'':
        case U'`':
        case U'\u00B4':  // acute accent, typed for an apostrophe
        case U'\u2018':
        case U'\u2019':
        case U'\u201B':
        case U'\u02BC':
        case U'\uFF07':
            return apostrophe;
        case U'"':
        case U'\u00AB':
        case U'\u00BB':
        case U'\u201C':
        case U'\u201D':
        case U'\u201E':
        case U'\u201F':
        case U'\u2039':
        case U'\u203A':
        case U'\uFF02':
            return quote;
        case U'-':
        case U'\u2010':
        case U'\u2011':
            return hyphen;
        case U'.':
            return period;
        case U'\u2026':
            return ellipsis;
        case U'!':
        case U'?':
        case U'\u203C':
        case U'\u203D':
        case U'\u2047':
        case U'\u2048':
        case U'\u2049':
        case U'\u3002':
        case U'\uFF01':
        case U'\uFF1F':
        case U'\u061F':
        case U'\u06D4':
        case U'\u0964':
            return terminal;
        case U'\u00AD':  // soft hyphen
        case U'\u200D':  // zero-width joiner
        case U'\u200C':
            return mark;
        case U'\u200B':  // zero-width space
        case U'\uFEFF':
        case U'\u2060':
            return space;
        default:
            return otherwise;
    }
}

bool is_pictograph(char32_t code) {
    return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) ||
           (code >= 0x2B00 && code <= 0x2BFF) || (code >= 0x2300 && code <= 0x23FF);
}

CharacterClass by_category(char32_t code) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT:
            return upper;
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
            return lower;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return mark;
        case UTF8PROC_CATEGORY_ND:
            return digit;
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return symbol;
        case UTF8PROC_CATEGORY_PD:
            return dash;
        case UTF8PROC_CATEGORY_PS:
            return open;
        case UTF8PROC_CATEGORY_PE:
            return close;
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
            return quote;
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PO:
            return punctuation;
        case UTF8PROC_CATEGORY_SC:
            return currency;
        case UTF8PROC_CATEGORY_SK:
            return code >= 0x1F3FB && code <= 0x1F3FF ? mark : symbol;
        case UTF8PROC_CATEGORY_SM:
        case UTF8PROC_CATEGORY_SO:
            return is_pictograph(code) ? pictograph : symbol;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
            return space;
        default:
            return is_pictograph(code) ? pictograph : symbol;
    }
}

constexpr std::size_t table_size = 0x3000;  // all of the scripts and marks of western news

const std::array<CharacterClass, table_size>& class_table() {
    static const auto table = [] {
        std::array<CharacterClass, table_size> classes{};
        for (char32_t code = 0; code < table_size; ++code) classes[code] = special(code, by_category(code));
        return classes;
    }();
    return table;
}

bool has_no_width(char32_t code) {
    return code == 0xAD || code == 0x200C || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F);
}

}  // namespace

CharacterClass character_class(char32_t code) {
    if (code < table_size) return class_table()[code];
    return special(code, by_category(code));
}

Character character_at(std::string_view text, std::size_t begin) {
    const auto byte = static_cast<unsigned char>(text[begin]);
    if (byte < 0x80) return {byte, 1, class_table()[byte]};
    utf8proc_int32_t code = 0;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + begin),
                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - begin)), &code);
    if (size <= 0) return {0xFFFD, 1, symbol};
    const auto unit = static_cast<char32_t>(code);
    return {unit, static_cast<std::uint32_t>(size), character_class(unit)};
}

std::string lower_case(std::string_view text) {
    std::string lowered;
    lowered.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            lowered += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
            ++i;
            continue;
        }
        const Character c = character_at(text, i);
        if (c.type == apostrophe) {
            lowered += '\'';
        } else if (!has_no_width(c.code)) {
            const utf8proc_int32_t code = utf8proc_tolower(static_cast<utf8proc_int32_t>(c.code));
            std::array<utf8proc_uint8_t, 4> bytes{};
            const auto size = utf8proc_encode_char(code, bytes.data());
            lowered.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
        }
        i += c.size;
    }
    return lowered;
}

}  // namespace newsgraph
