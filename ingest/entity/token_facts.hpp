#pragma once
// What each token of an analysis looks like and what the gazetteer knows of it: looked up once, asked often.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// How a word is written.
struct Shape {
    bool has_letter = false;
    bool has_digit = false;
    bool begins_upper = false;
    bool all_upper = false;    // every letter is a capital, and there are two at least: "NASA", "H100B"
    bool inner_upper = false;  // a capital after a small letter or a digit: "eBay", "xAI", "OpenAI"
    bool is_number = false;    // digits with points, commas and such only
};

Shape shape_of(std::string_view word);

/// Small letters for capitals, also beyond ASCII; straight apostrophes for curly ones.
std::string folded(std::string_view text);

class TokenFacts {
  public:
    TokenFacts(const Analysis& analysis, const Gazetteer& gazetteer);

    const Shape& shape(TokenIndex token) const { return shapes_[token]; }
    /// What is known of the token's form as written.
    const WordFacts& form(TokenIndex token) const { return *forms_[token]; }
    /// What is known of its lemma, for nouns and verbs.
    const WordFacts& lemma(TokenIndex token) const { return *lemmas_[token]; }
    /// Whether white space stands before the token.
    bool after_space(TokenIndex token) const { return after_space_[token]; }
    /// The token that a chain of punctuation-free heads leads to within `range`: the one whose head lies
    /// outside it; the last such where a wrong tree leaves several.
    TokenIndex head_of(TokenRange range) const;

  private:
    const Analysis& analysis_;
    std::vector<Shape> shapes_;
    std::vector<const WordFacts*> forms_;
    std::vector<const WordFacts*> lemmas_;
    std::vector<bool> after_space_;
};

/// Whether a token with that form may begin or end a quotation; "'" may do both.
bool opens_quotation(std::string_view form);
bool closes_quotation(std::string_view form);

}  // namespace newsgraph
