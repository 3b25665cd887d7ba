#include "graph/names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

bool is_dash(char32_t c) { return c == U'-' || c == U'_' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == U'`';
}
bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Unicode's own part of the folding: NFKC_Casefold, with the accents taken off.
std::string unicode_folded(std::string_view name) {
    if (std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string folded(name);  // most names, without the detour
        std::ranges::transform(folded, folded.begin(), lower);
        return folded;
    }
    const std::string valid = is_valid_utf8(name) ? std::string(name) : valid_utf8(name);
    utf8proc_uint8_t* folded = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(valid.data()), static_cast<utf8proc_ssize_t>(valid.size()),
        &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
    if (size < 0) return valid;
    return std::string(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
}

// Dashes part words as spaces do, apostrophes are all alike, a full stop or comma that ends a word is left
// out.
std::u32string plain_punctuation(const std::u32string& text) {
    std::u32string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool ends_word = i + 1 == text.size() || is_space(text[i + 1]) || text[i + 1] == U',';
        if (is_space(c) || is_dash(c)) {
            if (!plain.empty() && plain.back() != U' ') plain += U' ';
        } else if (is_apostrophe(c)) {
            plain += U'\'';
        } else if ((c != U'.' && c != U',') || !ends_word) {
            plain += c;
        }
    }
    while (!plain.empty() && plain.back() == U' ') plain.pop_back();
    return plain;
}

std::u32string_view without_possessive(std::u32string_view name) {
    if (name.size() > 2 && name.ends_with(U"'s")) return name.substr(0, name.size() - 2);
    if (name.size() > 2 && name.ends_with(U"s'")) return name.substr(0, name.size() - 1);
    return name;
}

std::u32string_view without_article(std::u32string_view name) {
    for (const std::u32string_view article : {U"the ", U"an ", U"a "}) {
        if (name.size() > article.size() && name.starts_with(article)) return name.substr(article.size());
    }
    return name;
}

}  // namespace

std::string folded_name(std::string_view name) {
    const std::u32string folded = code_points(unicode_folded(name));
    std::u32string plain = plain_punctuation(folded);
    if (plain.find_first_not_of(U" .,") == plain.npos) plain = folded;  // "..." is a name too
    std::string result;
    for (const char32_t c : without_possessive(without_article(plain))) append_utf8(result, c);
    return result;
}

std::optional<std::size_t> edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most) return std::nullopt;
    const std::size_t too_far = most + 1;
    // Three rows of the table, of which only the cells within `most` of the diagonal are computed.
    std::vector<std::size_t> before_last(b.size() + 1, too_far), last(b.size() + 1, too_far),
        row(b.size() + 1, too_far);
    for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > most ? i - most : 0;
        const std::size_t end = std::min(b.size(), i + most);
        if (first > 0) row[first - 1] = too_far;
        std::size_t least = too_far;
        for (std::size_t j = first; j <= end; ++j) {
            std::size_t cost = j == 0 ? i : too_far;
            if (j > 0) {
                const std::size_t up = j == i + most ? too_far : last[j];
                cost = std::min({up + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    cost = std::min(cost, before_last[j - 2] + 1);
                }
            }
            row[j] = std::min(cost, too_far);
            least = std::min(least, row[j]);
        }
        if (least == too_far) return std::nullopt;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    if (last[b.size()] == too_far) return std::nullopt;
    return last[b.size()];
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8_size(text, at);
        points += size == 0 ? char32_t{0xFFFD} : utf8_code_point(text, at);
        at += std::max<std::size_t>(size, 1);
    }
    return points;
}

}  // namespace newsgraph
