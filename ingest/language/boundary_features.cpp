#include "ingest/language/boundary_features.hpp"

#include <algorithm>
#include <array>

#include "ingest/language/characters.hpp"
#include "ingest/language/english.hpp"

namespace newsgraph {

enum class BoundaryFeatures::Shape : std::uint8_t {
    none,  // outside of the paragraph
    lower,
    capitalized,
    initial,  // one capital
    all_capitals,
    mixed,
    number,
    ordinal,  // digits with letters
    address,
    period,
    terminal,
    ellipsis,
    comma,
    colon,
    semicolon,
    quote,  // straight, and its spacing doesn't say whether it opens or closes
    open_quote,
    close_quote,
    open,
    close,
    hyphen,
    dash,
    apostrophe,
    pictograph,
    emoticon,
    bullet,
    line,  // a row of signs
    other
};

namespace {

constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
    std::uint32_t h = a * 0x9E3779B1u ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));
    h ^= h >> 15;
    h *= 0x85EBCA77u;
    h ^= h >> 13;
    return h;
}

/// Of the form in lower case, each run of digits as one.
std::uint32_t form_hash(std::string_view form) {
    std::uint32_t h = 2166136261u;
    const auto take = [&](std::string_view bytes) {
        bool after_digit = false;
        for (const char c : bytes) {
            const bool is_digit = c >= '0' && c <= '9';
            if (is_digit && after_digit) continue;
            after_digit = is_digit;
            const char folded = is_digit ? '0' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
            h = (h ^ static_cast<unsigned char>(folded)) * 16777619u;
        }
    };
    const bool ascii = std::ranges::all_of(form, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        take(form);
    } else {
        take(lower_case(form));
    }
    return h;
}

std::uint32_t length_bin(std::size_t length) {
    constexpr std::array<std::size_t, 10> limits = {1, 2, 3, 4, 6, 9, 14, 22, 35, 60};
    return static_cast<std::uint32_t>(std::ranges::lower_bound(limits, length) - limits.begin());
}

}  // namespace

BoundaryFeatures::BoundaryFeatures(std::string_view text, std::span<const Word> words) : words_(words) {
    looks_.reserve(words.size());
    bool in_quotation = false;
    std::size_t depth = 0;
    std::uint32_t core = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Look look = look_at(text, i);
        if (look.shape == Shape::quote) look.shape = in_quotation ? Shape::close_quote : Shape::open_quote;
        if (look.shape == Shape::open_quote) in_quotation = true;
        if (look.shape == Shape::close_quote) in_quotation = false;
        if (look.shape == Shape::open) ++depth;
        if (look.shape == Shape::close && depth > 0) --depth;
        if (look.shape != Shape::close_quote && look.shape != Shape::close && look.shape != Shape::apostrophe)
            core = static_cast<std::uint32_t>(i);
        look.in_quotation = in_quotation;
        look.in_brackets = depth > 0;
        look.core = core;
        looks_.push_back(look);
    }
    if (!looks_.empty()) {
        const Shape last = looks_[looks_.back().core].shape;
        ends_with_terminal_ = last == Shape::period || last == Shape::terminal || last == Shape::ellipsis;
    }
}

BoundaryFeatures::Look BoundaryFeatures::look_at(std::string_view text, std::size_t i) const {
    const Span span = words_[i].span;
    const std::string_view form = text.substr(span.begin, span.size);
    Look look;
    look.word = form_hash(form);
    look.space_before = i == 0 || words_[i - 1].span.end() < span.begin;
    const bool space_after = i + 1 == words_.size() || words_[i + 1].span.begin > span.end();
    const Character first = character_at(form, 0);
    const bool single = first.size == form.size();
    look.shape = [&] {
        switch (first.type) {
            case CharacterClass::period:
                return single ? Shape::period : Shape::ellipsis;
            case CharacterClass::ellipsis:
                return Shape::ellipsis;
            case CharacterClass::terminal:
                return Shape::terminal;
            case CharacterClass::open:
                return Shape::open;
            case CharacterClass::close:
                return Shape::close;
            case CharacterClass::hyphen:
                return single ? Shape::hyphen : form.size() > 3 ? Shape::line : Shape::dash;
            case CharacterClass::dash:
                return Shape::dash;
            case CharacterClass::pictograph:
                return Shape::pictograph;
            case CharacterClass::quote:
                if (form == "“" || form == "„" || form == "«") return Shape::open_quote;
                if (form == "”" || form == "»") return Shape::close_quote;
                if (space_after == look.space_before) return Shape::quote;
                return space_after ? Shape::close_quote : Shape::open_quote;
            case CharacterClass::apostrophe:
                if (single || form == "''" || form == "``" || form == "’’") {
                    if (words_[i].continues_word) return Shape::apostrophe;
                    if (look.space_before && !space_after) return Shape::open_quote;
                    if (space_after && !look.space_before) return Shape::close_quote;
                    return Shape::apostrophe;
                }
                return Shape::lower;
            case CharacterClass::punctuation:
                if (single) {
                    if (first.code == U',') return Shape::comma;
                    if (first.code == U':') return Shape::colon;
                    if (first.code == U';') return Shape::semicolon;
                    if (first.code == U'\u2022' || first.code == U'*' || first.code == U'\u00B7')
                        return Shape::bullet;
                }
                break;
            default:
                break;
        }
        if (!is_word_character(first.type)) {
            if (single) return Shape::other;
            return form.size() <= 4 ? Shape::emoticon : Shape::line;
        }
        std::size_t uppers = 0;
        std::size_t lowers = 0;
        std::size_t digits = 0;
        bool address = false;
        for (std::size_t at = 0; at < form.size() && at < 64;) {
            const Character c = character_at(form, at);
            uppers += c.type == CharacterClass::upper ? 1u : 0u;
            lowers += c.type == CharacterClass::lower ? 1u : 0u;
            digits += c.type == CharacterClass::digit ? 1u : 0u;
            address = address || c.code == U'@' || c.code == U'/';
            at += c.size;
        }
        if (address) return Shape::address;
        if (digits > 0) return uppers + lowers > 0 ? Shape::ordinal : Shape::number;
        if (uppers == 0) return Shape::lower;
        if (lowers == 0) return uppers == 1 ? Shape::initial : Shape::all_capitals;
        return uppers == 1 && first.type == CharacterClass::upper ? Shape::capitalized : Shape::mixed;
    }();
    look.abbreviated = form.size() > 1 && form.ends_with('.') && is_word_character(first.type);
    return look;
}

const BoundaryFeatures::Look& BoundaryFeatures::look(std::ptrdiff_t i) const {
    static const Look outside;
    return i < 0 || i >= static_cast<std::ptrdiff_t>(looks_.size()) ? outside
                                                                    : looks_[static_cast<std::size_t>(i)];
}

std::span<const std::uint32_t> BoundaryFeatures::at(std::size_t first, std::size_t last) {
    const auto i = static_cast<std::ptrdiff_t>(last);
    const Look& before2 = look(i - 2);
    const Look& before = look(i - 1);
    const Look& here = look(i);
    const Look& next = look(i + 1);
    const Look& after = look(i + 2);
    const Look& after2 = look(i + 3);
    const auto shape = [](const Look& l) { return static_cast<std::uint32_t>(l.shape); };
    const Look& core = looks_[here.core];
    const bool opens = next.shape == Shape::open_quote || next.shape == Shape::open ||
                       next.shape == Shape::bullet || next.shape == Shape::hyphen;
    const Look& next_core = opens ? after : next;
    const std::uint32_t space = next.space_before ? 1 : 0;
    const std::uint32_t state = (here.in_quotation ? 1u : 0u) + (here.in_brackets ? 2u : 0u) +
                                (ends_with_terminal_ ? 4u : 0u) + 8 * space;
    const std::uint32_t so_far = length_bin(last - first + 1);
    const std::uint32_t to_come = length_bin(looks_.size() - last - 1);
    const std::uint32_t gaps = (here.space_before ? 1u : 0u) + 2 * space + (after.space_before ? 4u : 0u);

    rows_.clear();
    std::uint32_t slot = 0;
    const auto add = [&](std::uint32_t a, std::uint32_t b = 0) {
        rows_.push_back(mix(mix(++slot, a), b) >> 16);  // 2^16 rows
    };
    static_assert(row_count == 1u << 16);
    const std::uint32_t shapes = shape(here) * 32 + shape(next);
    add(here.word, space);
    add(next.word, space);
    add(before.word);
    add(after.word);
    add(before2.word, shape(here));
    add(after2.word, shape(next));
    add(here.word, shape(next) * 2 + space);
    add(next.word, shape(here) * 2 + space);
    add(here.word, next.word);
    add(shapes, state);
    add(shapes, shape(before) * 32 + shape(after));
    add(shapes * 8 + gaps, shape(before));
    add(shapes * 8 + gaps, shape(after));
    add(shape(before2) * 32 + shape(before), shape(here));
    add(shape(after) * 32 + shape(after2), shape(next));
    add(so_far, shapes);
    add(to_come, shapes);
    add(so_far * 16 + to_come, state);
    add(core.word, shape(next_core) * 2 + space);
    add(shape(core) * 32 + shape(next_core), shapes);
    add(next_core.word, shape(core));
    add(before.word, here.abbreviated ? shape(next) + 32 : shapes);
    add(looks_[first].word, shapes);
    add(shape(looks_[first]) * 32 + shape(look(static_cast<std::ptrdiff_t>(first) + 1)), shapes);
    add(looks_[first].word, next.word);
    add(next.word, after.word);
    return rows_;
}

}  // namespace newsgraph
