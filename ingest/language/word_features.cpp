#include "ingest/language/word_features.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr std::uint8_t vocabulary_seed = 100;
constexpr std::size_t longest_shape = 12;

struct Character {
    char32_t code;     // 0xDC00 + byte where the byte is no UTF-8
    std::size_t size;  // bytes
};

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    char32_t code = first & (size == 4 ? 0x07 : size == 3 ? 0x0F : 0x1F);
    if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {char32_t{0xDC00} + first, 1};
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(text[at + i])) return {char32_t{0xDC00} + first, 1};
        code = (code << 6) | (byte(i) & 0x3F);
    }
    return {code, size};
}

/// What a typographic character stands for in ASCII; nothing where it stands for itself.
std::string_view ascii_of(char32_t code) {
    switch (code) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case U'`':
        case 0xB4:
            return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0xAB:
        case 0xBB:
            return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
            return "-";
        case 0x2026:
            return "...";
        default:
            return {};
    }
}

bool is_upper(char32_t code) {
    return (code >= U'A' && code <= U'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
}

/// The first `count` characters.
std::string_view prefix(std::string_view word, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < count && at < word.size(); ++i) at += character_at(word, at).size;
    return word.substr(0, at);
}

/// The last `count` characters.
std::string_view suffix(std::string_view word, std::size_t count) {
    std::size_t at = word.size();
    for (std::size_t i = 0; i < count && at > 0; ++i) {
        // Back over at most three continuation bytes, if what they continue is one whole character.
        std::size_t begin = at - 1;
        while (begin > 0 && at - begin < 4 && is_continuation(word[begin])) --begin;
        at = character_at(word, begin).size == at - begin ? begin : at - 1;
    }
    return word.substr(at);
}

}  // namespace

std::uint64_t hash_of(std::uint8_t seed, std::string_view bytes) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325;
    hash = (hash ^ seed) * 0x100000001B3;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15;
    return hash ^ (hash >> 29);
}

std::string normalised(std::string_view form) {
    std::string word;
    word.reserve(form.size());
    for (std::size_t at = 0; at < form.size();) {
        const Character c = character_at(form, at);
        if (const std::string_view ascii = ascii_of(c.code); !ascii.empty()) {
            word += ascii;
        } else if (c.code >= U'A' && c.code <= U'Z') {
            word += static_cast<char>(c.code + 32);
        } else if (is_upper(c.code)) {
            word += '\xC3';
            word += static_cast<char>(form[at + 1] + 32);
        } else if (c.code >= U'0' && c.code <= U'9') {
            word += '0';
        } else {
            word += form.substr(at, c.size);
        }
        at += c.size;
    }
    if (word == "''") return "\"";
    if (word.find("://") != word.npos || word.starts_with("www.")) return "<url>";
    if (word.find('@', 1) != word.npos && word.find('.') != word.npos) return "<email>";
    return word;
}

std::string shape_of(std::string_view form) {
    std::string shape;
    const auto add = [&](char c) {
        const std::size_t n = shape.size();
        if (n == longest_shape || (n >= 2 && shape[n - 1] == c && shape[n - 2] == c)) return;
        shape += c;
    };
    for (std::size_t at = 0; at < form.size() && shape.size() < longest_shape;) {
        const Character c = character_at(form, at);
        at += c.size;
        if (const std::string_view ascii = ascii_of(c.code); !ascii.empty()) {
            for (const char a : ascii) add(a);
        } else if (is_upper(c.code)) {
            add('X');
        } else if (c.code >= U'0' && c.code <= U'9') {
            add('d');
        } else if ((c.code >= U'a' && c.code <= U'z') || c.code >= 0x80) {
            add('x');
        } else {
            add(static_cast<char>(c.code));
        }
    }
    return shape;
}

WordFeatures::WordFeatures(std::string_view form) {
    const std::string word = normalised(form);
    vocabulary_hash = hash_of(vocabulary_seed, word);
    const std::string shape = shape_of(form);
    const std::array<std::string_view, 5> texts = {prefix(word, 3), suffix(word, 2), suffix(word, 3),
                                                   suffix(word, 4), shape};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        rows[i] =
            static_cast<std::uint32_t>(hash_of(static_cast<std::uint8_t>(i), texts[i]) % hashed_rows[i]);
    }
}

}  // namespace newsgraph
