#pragma once
// What names have in common that are written differently, without any knowledge of who is meant.

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// A form: all names of one type that are written alike, in all documents or, for names that say too little
/// ("Smith"), in one; of persons, those of whom documents say the same beyond the name.
struct FormName {
    std::string type;
    std::string normal;
    std::string document;    // empty: all
    std::string sense = {};  // graph/store/sense.hpp; empty: where documents say nothing of it

    friend auto operator<=>(const FormName&, const FormName&) = default;
};

/// `folded_name` (graph/names.hpp) without titles before persons' names and with the usual spelling of legal
/// suffixes: ("Dr. Ann Lee", "person") -> "ann lee"; ("Acme Corporation", "organization") -> "acme corp".
std::string normal_form(std::string_view name, std::string_view type);

/// Types that texts don't tell apart reliably have one class: models, products and technologies are one.
std::string_view type_class(std::string_view type);

/// Whether a name says too little to mean the same person in two documents: a person's, of one word.
bool is_weak(std::string_view normal, std::string_view type);

/// Whether `a` is the fuller form: longer, or else first in order. A total order that depends on nothing
/// else.
bool is_fuller_form(const FormName& a, const FormName& b);

/// A form without its legal suffix, "acme" for "acme corp"; empty where it has none.
std::string bare_form(std::string_view normal, std::string_view type);

/// The first letters of its words: "ecb" for "european central bank"; small words are passed over. Empty for
/// a single word.
std::string acronym_of(std::string_view normal);

/// The last word: a person's surname.
std::string_view last_word(std::string_view normal);

/// Its words.
std::vector<std::string_view> words_of(std::string_view normal);

/// Under which keys a form is kept, so that those that may be another form of it find it.
std::vector<std::string> kept_keys(const FormName& form);

/// The keys to look under for forms that `form` may be another form of, or the other way round.
std::vector<std::string> sought_keys(const FormName& form);

/// How `form` may be another form of `fuller`, in words: "initials", "first words", "first letters",
/// "spelling", "surname", "type". Empty where it can't.
std::string likeness(const FormName& form, const FormName& fuller);

/// Whether names that are alike in this form mean the same even without common neighbours: of several words,
/// or with a number.
bool is_distinctive(std::string_view normal);

}  // namespace newsgraph
