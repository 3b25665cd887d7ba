#pragma once
// A predicate as an open fact says it: its words, and the phrases that it is said with.

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/language/analysis.hpp"
#include "ingest/relation/clause.hpp"
#include "ingest/relation/fact_words.hpp"

namespace newsgraph {

/// What a predicate is said with.
struct Part {
    enum class Kind : std::uint8_t {
        object,      // also the indirect one
        complement,  // "leader" in "became its leader"
        clause,      // "that Acme grew"
        phrase,      // with a preposition
        time,        // without one: "last week"
        adverb
    };
    Kind kind = Kind::phrase;
    TokenIndex head = 0;
    TokenList marker;  // its preposition, "that"
};

/// An object, complement or clause: what the verb itself asks for.
bool is_core(const Part& part);

/// Finds the words and parts of predicates. Views its arguments, which must outlive it.
class FactParts {
  public:
    FactParts(const Analysis& analysis, const Dependents& dependents, const std::vector<Clause>& clauses);

    /// Whether the predicate is said to go on in another verb, whose fact holds both: "agreed" in "agreed to
    /// buy".
    bool goes_on(TokenIndex predicate) const;

    /// The first verb of the chain that ends in `predicate`: "has" of "close" in "has had to close".
    TokenIndex first_of_chain(TokenIndex predicate) const;

    /// Auxiliaries, negation, adverbs before the verb, particles, and the verbs that it goes on from; with
    /// the auxiliaries that it shares: "has", "had", "to", "temporarily", "close".
    TokenList relation(TokenIndex predicate) const;

    /// The copula's words of "is still a rival of", without the noun.
    TokenList copula(TokenIndex noun) const;

    /// What the clause's predicate and the verbs above it in its chain are said with, and what it shares with
    /// verbs that it is coordinated with. In the text's order a verb at a time.
    std::vector<Part> parts(const Clause& clause) const;

    /// The words before a phrase or clause that tie it to its verb: "ahead of", "that".
    TokenList marker_of(TokenIndex head) const;

    bool has_copula(TokenIndex predicate) const;

    /// Whether the token stands for a noun that is described: "which".
    bool is_relative(TokenIndex token) const;

  private:
    std::optional<TokenIndex> dependent(TokenIndex governor, std::initializer_list<Deprel> relations) const;
    std::optional<TokenIndex> chained_to(TokenIndex predicate) const;
    TokenList own_words(TokenIndex predicate) const;
    bool is_told_before(TokenIndex adverb, TokenIndex verb) const;
    void borrow_auxiliaries(TokenList& words, TokenIndex verb) const;
    void borrow_copula(TokenList& words, TokenIndex predicate) const;
    void add_chain(TokenList& words, TokenIndex predicate) const;
    void add_own(std::vector<Part>& parts, TokenIndex predicate) const;
    void add_shared(std::vector<Part>& parts, const Clause& clause) const;
    void add_described(std::vector<Part>& parts, const Clause& clause) const;

    const Analysis& analysis_;
    const Dependents& dependents_;
    std::vector<const Clause*> clause_of_;  // of each token: that of which it is the predicate, but for nouns
};

/// Adds the token unless it is there.
void append(TokenList& tokens, TokenIndex token);

}  // namespace newsgraph
