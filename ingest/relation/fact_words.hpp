#pragma once
// The words of a sentence that make up an argument or a relation of an open fact.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Tokens of one sentence in the text's order.
using TokenList = std::vector<TokenIndex>;

/// Finds the words of phrases. Views its arguments, which must outlive it.
class FactWords {
  public:
    FactWords(const Analysis& analysis, const Dependents& dependents, std::string_view as_read);

    /// The noun phrase with that head, without its preposition and what only adds to it: appositions,
    /// relative clauses and participles after a comma, parentheses. Of a coordination only this member, but
    /// the possessor that it shares with the first: "Acme's staff" of "Acme's owners and staff".
    TokenList member(TokenIndex head, TokenIndex except = no_token) const;

    /// The same with all members: "Acme's owners and staff".
    TokenList noun_phrase(TokenIndex head, TokenIndex except = no_token) const;

    /// What a copula says of its subject: "not the owner of Acme" without subject, copula and adjuncts.
    TokenList complement(TokenIndex head, const TokenList& relation) const;

    /// All words of the clause with that head but the marker that opens it, and but the words below `except`.
    TokenList clause(TokenIndex head, TokenIndex except = no_token) const;

    /// A phrase with an adjective or adverb as its head, "far less likely".
    TokenList modifier(TokenIndex head) const;

    /// The tokens' words, with a space where white space or other words are between them in the text.
    std::string text(const TokenList& tokens) const;

  private:
    enum class Kind { noun, complement, clause };

    TokenList collect(TokenIndex head, Kind kind, bool with_members, TokenIndex except) const;
    bool is_left_out(TokenIndex token, TokenIndex governor, TokenIndex head, Kind kind,
                     bool with_members) const;
    bool is_set_off(TokenIndex token) const;
    TokenIndex leftmost(TokenIndex token) const;
    void tidy(TokenList& tokens) const;

    const Analysis& analysis_;
    const Dependents& dependents_;
    std::string_view as_read_;
    std::vector<TokenIndex> leftmost_;  // of each token: the first token of its phrase
};

/// Longer phrases are no arguments.
inline constexpr std::size_t max_fact_phrase = 64;  // tokens

}  // namespace newsgraph
