#pragma once
// Names as people type them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

/// The form under which names are compared: compatibility characters, case and accents folded, without a
/// leading article, a possessive ending, or punctuation that writers leave out as they like; words joined by
/// one space. "The Café's" -> "cafe"; "GPT‑4o" -> "gpt 4o"; "Acme, Inc." -> "acme inc"; "U.S." -> "u.s". A
/// name of which nothing would be left keeps what it has: "The" -> "the". Bytes that are no UTF-8 count as
/// U+FFFD.
std::string folded_name(std::string_view name);

/// How many characters must be inserted, deleted, replaced or swapped with their neighbour to turn one text
/// into the other (optimal string alignment); nothing where that takes more than `most`. Characters are code
/// points. At most `(2 * most + 1)` steps for each character.
std::optional<std::size_t> edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

/// The code points of a UTF-8 text; U+FFFD for each byte that begins none.
std::u32string code_points(std::string_view text);

}  // namespace newsgraph
