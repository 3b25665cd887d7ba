#pragma once
// What the language engine knows of a document: sentences, tokens, tags, dependency trees, names.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/span.hpp"
#include "ingest/language/tags.hpp"

namespace newsgraph {

/// A token's place in `Analysis::tokens`.
using TokenIndex = std::uint32_t;

/// The head of a sentence's root.
inline constexpr TokenIndex no_token = std::numeric_limits<TokenIndex>::max();

/// A run of tokens, half-open `[begin, end)`.
struct TokenRange {
    TokenIndex begin = 0;
    TokenIndex end = 0;

    bool empty() const noexcept { return begin == end; }
    std::size_t size() const noexcept { return end - begin; }
    bool contains(TokenIndex token) const noexcept { return begin <= token && token < end; }
    friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// A syntactic word in the sense of Universal Dependencies: "don't" is two of them, "do" and "n't".
struct Token {
    Span span;          // its form is the text's bytes there
    std::string lemma;  // e.g. "be" for "is"
    Upos upos = Upos::x;
    Xpos xpos = Xpos::nn;
    TokenIndex head = no_token;  // governor, an index into `Analysis::tokens`; `no_token` for the root
    Deprel deprel = Deprel::dep;
    bool continues_word = false;  // written together with the token before it as one word: "n't" in "don't"
};

struct Sentence {
    TokenRange tokens;            // never empty
    Span span;                    // from its first token's first byte to its last token's last
    std::uint32_t paragraph = 0;  // index into `Document::paragraphs`
    bool is_heading = false;
};

/// A name found by the learned tagger, with its type ("organization") and how sure the tagger is.
struct NameTag {
    TokenRange tokens;
    std::string type;       // an entity type of the ontology
    float probability = 1;  // of the type, given the span
};

/// How well each type fits words as parts of names, by the learned tagger: also where it finds no name, or
/// one of another type. Kept for words that do not begin with a small letter.
class NameScores {
  public:
    /// Empty where nothing was learned, as in an analysis that was read from a file.
    std::vector<std::string> types;

    bool empty() const noexcept { return values_.empty(); }

    /// For each type in turn two scores: of the word as a name's first, and as a later one. They rank, and
    /// add up over a name's words. Empty for words that have none.
    std::span<const float> of(TokenIndex token) const {
        if (token >= places_.size() || places_[token] == 0) return {};
        return std::span(values_).subspan((places_[token] - 1) * 2 * types.size(), 2 * types.size());
    }

    /// Requires two `scores` for each of the types.
    void set(TokenIndex token, std::span<const float> scores) {
        if (places_.size() <= token) places_.resize(token + 1, 0);
        values_.insert(values_.end(), scores.begin(), scores.end());
        places_[token] = static_cast<std::uint32_t>(values_.size() / scores.size());
    }

    void clear() {
        places_.clear();
        values_.clear();
    }

  private:
    std::vector<std::uint32_t> places_;  // of each token, in rows of `values_`, from 1; 0 is none
    std::vector<float> values_;
};

/// All spans point into `text`, which is the document's and must outlive the analysis.
struct Analysis {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;  // cover all tokens, in order
    std::vector<NameTag> names;       // in order, not overlapping, each within a sentence
    NameScores name_scores;

    std::string_view form(TokenIndex token) const {
        return text.substr(tokens[token].span.begin, tokens[token].span.size);
    }

    /// The text from the first to the last token of `range`, white space between them as written.
    std::string_view quote(TokenRange range) const;

    /// The bytes from the first to the last token of `range`, which must not be empty.
    Span span(TokenRange range) const;

    /// The place in `sentences` of the sentence that holds `token`. Logarithmic in the number of sentences.
    std::size_t sentence_of(TokenIndex token) const;
};

/// For each token its dependents, in the order of the text. Built once for an analysis, in linear time.
class Dependents {
  public:
    explicit Dependents(const Analysis& analysis);

    std::span<const TokenIndex> of(TokenIndex governor) const;

  private:
    std::vector<TokenIndex> first_;  // of each governor, into `dependents_`
    std::vector<TokenIndex> dependents_;
};

}  // namespace newsgraph
