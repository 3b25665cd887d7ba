#pragma once
// One short text with all that the program's own engines know of it.

#include <string>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "ingest/entity/gazetteer.hpp"
#include "ingest/language/analyse.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// A text of a sentence or a few: its words, trees, names. Not to be moved, for the analysis views the text.
class TextReading {
  public:
    /// `text` must be valid UTF-8. Linear in its length.
    TextReading(std::string text, const LanguageModels& models, const Gazetteer& gazetteer);
    TextReading(const TextReading&) = delete;
    TextReading& operator=(const TextReading&) = delete;

    const Document document;
    const Analysis analysis;
    const Entities entities;
    const Dependents dependents;

    /// Of each token: its form as names are compared, letters and digits only: "d.c" -> "dc", "’s" -> "s".
    std::vector<std::string> keys;
    /// Of each token: its lemma in lower case.
    std::vector<std::string> lemmas;

    TokenIndex size() const noexcept { return static_cast<TokenIndex>(analysis.tokens.size()); }

    /// The words of `range` as written, white space as one blank.
    std::string words(TokenRange range) const;

    /// The token of `range` that the others hang on: the first whose head lies outside.
    TokenIndex head_of(TokenRange range) const;
};

/// A name as it is compared here: `folded_name` without what is neither letter nor digit, e.g. "albertbwhite"
/// for "Albert_B._White". Empty for punctuation alone.
std::string comparison_key(std::string_view name);

}  // namespace newsgraph
