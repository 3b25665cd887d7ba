#pragma once
// What the tokeniser and the sentence splitter need to know of a character, over all of Unicode.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

enum class CharacterClass : std::uint8_t {
    space,        // also control characters and the byte order mark
    lower,        // a letter that is lower case, or has no case
    upper,        // upper or title case
    digit,        // a decimal digit
    mark,         // goes with the character before it: accents, joiners, variation selectors
    apostrophe,   // ' ’ ‘ ` and their like: part of a word or a quotation mark
    quote,        // " “ ” « »
    hyphen,       // - and the Unicode hyphens, but no dash
    dash,         // – — ―
    period,       // .
    terminal,     // ! ? and their like in other scripts
    ellipsis,     // …
    open,         // ( [ {
    close,        // ) ] }
    currency,     // $ € £
    pictograph,   // emoji and other pictures
    punctuation,  // all other punctuation
    symbol        // all other symbols, and what is unassigned
};

/// A character of a text with its place.
struct Character {
    char32_t code = 0;
    std::uint32_t size = 1;  // bytes
    CharacterClass type = CharacterClass::space;
};

/// The character at `text[begin]`, which must exist. A byte that is no UTF-8 is a symbol of one byte.
Character character_at(std::string_view text, std::size_t begin);

CharacterClass character_class(char32_t code);

/// `text` with each character in lower case (simple mapping), curly apostrophes straightened, marks of no
/// width (soft hyphens, joiners, variation selectors) left out: "Meta’s" -> "meta's".
std::string lower_case(std::string_view text);

/// Whether the class is one of a word's own: a letter, a digit, or a mark on one.
constexpr bool is_letter(CharacterClass c) noexcept {
    return c == CharacterClass::lower || c == CharacterClass::upper || c == CharacterClass::mark;
}
constexpr bool is_word_character(CharacterClass c) noexcept {
    return is_letter(c) || c == CharacterClass::digit;
}

}  // namespace newsgraph
