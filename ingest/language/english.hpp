#pragma once
// What the tokeniser and the sentence splitter know of English spelling, as lists of words.

#include <string_view>

namespace newsgraph {

/// How a word reads that is written with a period after it.
enum class Abbreviation {
    none,
    always,         // "Dr.", "vs.": no English word looks like it
    capitalized,    // "Gen.", "Co.": an abbreviation only where it begins with a capital
    before_number,  // "No. 5", "p. 3": only where a number follows
    date,           // "Mar. 5", "Sun.,": capitalised, and a number or a comma follows
};

/// `word` is in lower case and without its period.
Abbreviation abbreviation(std::string_view word);

/// Whether an abbreviation stands before what it belongs to ("Dr. Who", "No. 5") and so ends no sentence.
bool is_title(std::string_view word);

/// Whether the hyphen after `prefix` is part of the word, as in "anti-war", "co-founder", "e-mail". From the
/// affixes listed in the Penn treebanks' tokenisation guideline. `prefix` is in lower case.
bool is_hyphenated_prefix(std::string_view prefix);

/// Whether the hyphen before `suffix` is part of the word, as in "H2O-esque". In lower case.
bool is_hyphenated_suffix(std::string_view suffix);

/// Whether letters after a number are a unit or time of day, which is a word of its own: "5pm", "10kg". In
/// lower case.
bool is_unit(std::string_view letters);

/// Whether `segment` ends an internet address or a file's name: "com" in "example.com". In lower case.
bool is_domain_ending(std::string_view segment);

/// A variant's name in an identifier, whose hyphen is part of it: "mini" in "Zed-2-mini". In lower case.
bool is_variant(std::string_view segment);

/// The lengths of the words that a word without an apostrophe contracts, as digits: "cannot" -> "33". Empty
/// for other words. In lower case.
std::string_view contraction_parts(std::string_view word);

/// Whether "its" before this word is "it's" without its apostrophe: "its not". In lower case.
bool follows_its_for_it_is(std::string_view word);

/// Whether a word with an apostrophe before it is a word of its own: "em" in "'em". In lower case.
bool is_elision(std::string_view word);

}  // namespace newsgraph
