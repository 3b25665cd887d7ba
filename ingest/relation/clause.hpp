#pragma once
// What a sentence says: predicates, verbs and nouns and adjectives alike, with their arguments.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// The part that an argument has in what its clause says, whichever way the sentence turns it: in "X was
/// bought by Y" the subject is Y and the object X.
enum class Role : std::uint8_t {
    self,      // of a noun: whom the phrase describes, "Ana" in "Ana, the head of Acme" and "Ana is its head"
    subject,   // who does it; of an adjective, whom it is said of
    object,    // whom it is done to
    indirect,  // "Acme" in "sold Acme a licence"
    complement,  // a predicative phrase: "leader" in "named Ana leader", "remains the leader"
    possessor,   // of a noun: "Meta" in "Meta's model" and "its model"
    modifier,    // of a noun, before it: "Acme" in "the Acme deal", "Dutch" in "the Dutch bank"
    oblique      // with a preposition
};

/// How an argument comes to its clause.
enum class Origin : std::uint8_t {
    own,         // stands with its predicate
    shared,      // of a predicate that this one is coordinated with: "Meta" in "Meta bought X and sold Y"
    controlled,  // of the predicate above: "Meta" in "Meta agreed to buy X", "Meta, having bought X, …"
    described    // the noun that a relative clause or a participle is about: "X" in "X, which Meta bought"
};

struct Argument {
    Role role = Role::oblique;
    Origin origin = Origin::own;
    TokenIndex head = 0;      // head token of the phrase; a relative pronoun is replaced by its antecedent
    std::string preposition;  // of an oblique, lower case: "in", "ahead of"; "" for "last week"
};

enum class ClauseKind : std::uint8_t {
    verb,       // "Meta bought X", "X, bought by Meta"
    noun,       // "Meta's rival", "its acquisition of X", "Ana, head of Acme"
    adjective,  // "X is cheaper than Y", "a firm loyal to Meta"; also adverbs: "ahead of Y"
    copula      // "X is in Rome", "X is a rival": lemma "be", with a complement or an oblique
};

/// One thing that a sentence says.
struct Clause {
    ClauseKind kind = ClauseKind::verb;
    bool passive = false;
    bool gapped = false;  // without a verb of its own: "Nova on price" in "Acme beats Bolt on speed and …"
    bool nominal_complement = false;  // of a noun: it is said of its subject by "be", "become", "remain", …
    TokenIndex predicate =
        0;  // the content word: "bought", "rival" in "is a rival of", "ahead" in "is ahead of"
    TokenIndex anchor = 0;  // the word whose tense, polarity and hedges hold for the clause: the predicate,
                            // or the verb that lends itself to a noun ("made an investment in")
    TokenIndex grammatical_subject =
        no_token;                     // "X" in "X was bought by Y", before voice is undone; no_token: none
    std::size_t sentence = 0;         // index into `Analysis::sentences`
    std::string lemma;                // lower case, of verbs with its particle: "buy", "set up"
    std::vector<Argument> arguments;  // in a fixed order: by role, then as in the text; at most a few dozen
};

/// All clauses of the analysis, by the place of their predicate in the text (of one predicate: a copula's
/// last). Linear in the number of tokens.
std::vector<Clause> find_clauses(const Analysis& analysis, const Dependents& dependents);

/// The heads of all members of the coordination that begins at `head`, itself first: the heads of "A", "B"
/// and "C" in "A, B and C". At most `max_members`.
std::vector<TokenIndex> coordinated(const Analysis& analysis, const Dependents& dependents, TokenIndex head);
inline constexpr std::size_t max_members = 24;  // of a coordination or list; keeps pairs of arguments bounded

/// The preposition that marks the phrase with that head, lower case: "in", "ahead of", "because of"; "" if
/// none.
std::string preposition_of(const Analysis& analysis, const Dependents& dependents, TokenIndex head);

/// The tokens of the phrase with that head: from its leftmost to its rightmost descendant, without its
/// preposition, conjuncts, appositions, relative clauses and the punctuation around; e.g. "standard reasoning
/// evaluations". At most the sentence.
TokenRange phrase_of(const Analysis& analysis, const Dependents& dependents, TokenIndex head);

/// The token's form in lower case (ASCII), and its lemma in lower case.
std::string lower_form(const Analysis& analysis, TokenIndex token);
std::string lower_lemma(const Analysis& analysis, TokenIndex token);

}  // namespace newsgraph
