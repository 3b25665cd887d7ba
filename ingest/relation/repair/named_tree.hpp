#pragma once
// What every part of the repair works on: trees, and where names are in them.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Of each token the widest name that it is in; null outside of names.
std::vector<const Mention*> widest_names(const Analysis& analysis, const Entities& entities);

/// A view of its arguments, which must outlive it, and tables of one entry a token.
struct NamedTree {
    NamedTree(Analysis& of, const Entities& names)
        : analysis(of),
          entities(names),
          name_end(of.tokens.size(), 0),
          heads(of.tokens.size(), no_token),
          type(of.tokens.size(), nullptr) {}

    Analysis& analysis;
    const Entities& entities;
    std::vector<TokenIndex> name_end;      // of the token that begins a name: where that ends; else 0
    std::vector<TokenIndex> heads;         // of each token in a name: the name's head
    std::vector<const std::string*> type;  // of the token that begins a name: its entity's type
};

/// What the parts of a repair ask and do of a tree; those with several passes are classes derived from this.
/// All look no farther than `reach` or climb no higher than some steps, so that a repair is linear.
class TreePart {
  protected:
    explicit TreePart(NamedTree& tree)
        : analysis_(tree.analysis),
          entities_(tree.entities),
          name_end_(tree.name_end),
          heads_(tree.heads),
          type_(tree.type) {}

    /// Tokens from the article to the noun of "NAME, a maker of X,".
    static constexpr std::size_t max_description = 12;
    /// Words before a name in a row: "the British insurer Acme".
    static constexpr std::size_t max_describing = 3;
    /// Tokens beside a name that may hang on a word of it.
    static constexpr TokenIndex reach = 12;

    Token& token(TokenIndex index) { return analysis_.tokens[index]; }
    const Token& token_at(TokenIndex index) const { return analysis_.tokens[index]; }

    /// Whether climbing from `below` meets `candidate`; so it is said where the root is too far to tell.
    bool is_above(TokenIndex candidate, TokenIndex below) const;

    /// What hangs on `from` near by hangs on `to`.
    void move_dependents(TokenIndex from, TokenIndex to);

    /// The word before a name, articles aside.
    TokenIndex before(TokenRange name) const;
    bool in_one_sentence(TokenIndex a, TokenIndex b) const;
    bool has_preposition(TokenIndex begin) const;

    /// The verb of the finite form that stands there, which of an auxiliary is the one behind it; `no_token`
    /// where none does.
    TokenIndex finite_verb_at(TokenIndex at) const;
    bool has_subject(TokenIndex verb, const Sentence& sentence) const;

    /// The head of the phrase that ends before "'s".
    TokenIndex owner_before(TokenIndex mark);

    /// The end of the run of modifiers and nouns from `begin`; `begin` if it holds no noun.
    TokenIndex end_of_noun_phrase(TokenIndex begin);

    /// Past what may stand before a name in a row: "the", "the insurer", "Rome's".
    TokenIndex skip_to_name(TokenIndex at, TokenIndex limit);
    static bool says_nothing(Deprel relation);
    static bool is_time_noun(std::string_view lemma);
    static bool gives(std::string_view verb);

    Analysis& analysis_;
    const Entities& entities_;
    std::vector<TokenIndex>& name_end_;
    std::vector<TokenIndex>& heads_;
    std::vector<const std::string*>& type_;
};

}  // namespace newsgraph
