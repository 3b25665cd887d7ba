#pragma once
// Goes through a document and remembers what it has spoken of; inside coreference only.

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/entity/coreference.hpp"

namespace newsgraph::coreference {

inline constexpr std::size_t max_pronoun_distance = 3;  // sentences; further back a writer repeats the name
inline constexpr std::size_t max_candidates = 150;  // mentions looked at for one anaphor: keeps this linear
inline constexpr float sentence_decay = 1.5F;       // for every sentence between
inline constexpr float frequency_weight = 0.4F;     // times the logarithm of the mentions so far
inline constexpr float nominal_decay = 0.7F;        // descriptions reach further back than pronouns
inline constexpr float minimal_score = 0.2F;
inline constexpr std::size_t max_dependents = 48;  // of one word
inline constexpr TypeSet organization = TypeSet(TypeId::organization);
inline constexpr TypeSet person = TypeSet(TypeId::person);
inline constexpr TypeSet things = TypeSet(TypeId::organization) | TypeId::model | TypeId::product |
                                  TypeId::benchmark | TypeId::place | TypeId::event | TypeId::work |
                                  TypeId::law | TypeId::technology;

enum class Role : std::uint8_t { subject, object, possessor, other };

struct Candidate {
    std::vector<EntityId> entities;
    std::size_t sentence = 0;
    TokenRange tokens;
    TokenIndex head = 0;
    Role role = Role::other;
    bool is_name = true;
    bool plural = false;  // of a common noun
};

/// Resolves the anaphors of one document from its first word to its last. Its members are defined by what
/// they deal with: descriptions that stand beside a name (descriptions.cpp) and alone (nominals.cpp), of
/// several things (groups.cpp), pronouns (pronouns.cpp), and who speaks in quotations (speakers.cpp).
class Resolver {
  public:
    Resolver(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
             const Dependents& dependents, const std::vector<EntityTraits>& traits, Entities& entities);
    void resolve();

  private:
    struct Known {
        std::vector<std::string> nouns;      // lemmas of nouns that describe it: "start-up", "maker"
        std::vector<std::string> modifiers;  // "Toronto", "Norwegian"
        std::string name_words;              // all its names, small, between blanks
        int mentions = 0;
        bool in_heading = false;
        std::uint8_t genders = 0;  // as in EntityTraits: what nouns and pronouns told
    };
    const EntityTraits& traits(EntityId id) const { return traits_[index_of(id)]; }
    /// What titles and first names tell, else what has been told since: "her mother, Bo".
    std::uint8_t genders_of(EntityId id) const {
        const std::uint8_t known = traits(id).genders;
        return known != 0 ? known : known_[index_of(id)].genders;
    }
    /// The first dependents: no word of a sound tree has more, and a flat one of 10,000 words stays cheap.
    std::span<const TokenIndex> dependents(TokenIndex governor) const {
        const std::span<const TokenIndex> all = dependents_.of(governor);
        return all.first(std::min(all.size(), max_dependents));
    }

    // ---- what is known of roles -----------------------------------------------------------------------
    Role role_of(TokenIndex head) const;
    bool is_heading() const { return analysis_.sentences[sentence_].is_heading; }
    void remember(TokenRange tokens, TokenIndex head, std::vector<EntityId> entities, bool is_name);
    void add(TokenRange tokens, TokenIndex head, MentionKind kind, const std::vector<EntityId>& referents);

    // ---- descriptions that stand beside a name -------------------------------------------------------
    bool is_described_by(TokenIndex noun, EntityId id) const;
    /// Nouns in apposition to names of this sentence are mentions of what these name, and tell its kind.
    void describe_names();
    /// "Ann founded it with Bob, now its chief scientist": the nearest name before an apposition has it,
    /// whatever the tree says.
    bool belongs_to_other(TokenIndex noun, std::size_t name) const;
    /// "a tool named Borealis", "the combined company, to be called Acme Borealis": the noun is what is
    /// named; so is a noun that it stands in apposition to.
    void named(const Mention& name);
    /// Where the tree misses it: "the chipmaker Nvidia", "Nvidia, a chipmaker".
    void beside(const Mention& name);
    bool has_dependent(TokenIndex governor, Deprel relation) const;
    void learn(TokenIndex noun, EntityId id);
    void add_modifier(EntityId id, TokenIndex token);
    void mention_description(TokenIndex noun, const Mention& name);
    /// The noun with its determiners, adjectives and compounds: "the little Toronto firm".
    TokenRange phrase_of(TokenIndex noun) const;
    /// Whether the word before a noun modifies it, directly or through other such words.
    bool belongs_to_phrase(TokenIndex token, TokenIndex noun) const;
    /// Without a leading article and punctuation at either end.
    TokenRange trimmed(TokenRange range, TokenIndex head) const;
    bool is_article(TokenIndex i) const {
        const std::string_view form = analysis_.form(i);
        return form == "the" || form == "The" || form == "a" || form == "A" || form == "an" || form == "An";
    }

    // ---- descriptions that stand alone ---------------------------------------------------------------
    void nominal(TokenIndex i);
    std::vector<EntityId> referents_of(TokenIndex head) const { return entities_.referents(head); }
    bool is_definite(TokenIndex noun, TokenRange phrase) const;
    /// "the 23-year-old", standing for a person.
    bool is_age(TokenIndex old) const;
    /// "the company behind X", "the other firm", "the first model": new things, not ones spoken of.
    bool is_restricted(TokenIndex noun, TokenRange phrase) const;
    /// "the maker of", "the firm behind": these say which one; "the company in 2022" does not.
    bool narrows(TokenIndex dependent) const;
    bool has_name_before(TokenIndex noun, TokenRange phrase) const;
    bool has_other_nationality(const std::vector<std::string>& modifiers, EntityId id) const;
    bool names_hold(const std::string& lemma) const;
    void name_later(TokenIndex noun, const Mention& name);
    bool has_determiner(TokenIndex noun, std::string_view word) const;
    bool follows_comma(TokenIndex noun, TokenIndex dependent) const;
    std::optional<EntityId> antecedent_of_description(TokenIndex noun, TokenRange phrase, TypeSet types);
    static bool holds_word(std::string_view words, std::string_view word);
    static bool holds_any(std::string_view list, std::string_view words);
    float salience(const Candidate& candidate, std::size_t distance, float decay = sentence_decay,
                   float frequency = frequency_weight) const;
    /// The token that an apposition or a coordination hangs on.
    TokenIndex argument_of(TokenIndex head) const;
    /// What a description or a pronoun that is no possessive cannot mean: the subject of its own clause, and
    /// whatever it is part of a description of ("X, the company's owner").
    std::vector<EntityId> clause_mates(TokenIndex anaphor) const;
    /// Two arguments of one verb do not corefer, nor does a phrase with what it holds.
    bool same_clause(const Candidate& candidate, TokenIndex anaphor) const;

    // ---- several at once -----------------------------------------------------------------------------
    /// Subjects and objects that are no names compete for "it" and "they".
    void common_noun(TokenIndex i);
    /// "both", "the two", "the pair", "the latter"
    bool several(TokenIndex i, const std::string& small);
    void several_of(TokenIndex noun, TokenRange phrase, TypeSet types);
    /// "Acme will supply Borealis, the companies said": subject and object of one sentence, this or the last.
    std::vector<EntityId> two_in_one_sentence(TypeSet types) const;
    /// The things that were last named together, or the last ones named if `count` says how many; in the
    /// order of the text. An empty set of types means any, all of one type.
    std::vector<EntityId> last_several(std::size_t count, TypeSet types, TokenIndex anaphor);
    std::vector<EntityId> coordinated_with(const Candidate& candidate) const;

    // ---- pronouns ------------------------------------------------------------------------------------
    struct Agreement {
        TypeSet types;
        std::uint8_t gender = 0;
        bool plural = false;
    };
    static std::optional<Agreement> agreement_of(std::string_view small);
    void pronoun(TokenIndex i);
    /// "Acme itself", "accused itself": the name before it, else the clause's subject.
    std::vector<EntityId> reflexive(TokenIndex i, const Agreement& agreement) const;
    /// "It is hard to …", "it seems that …": no thing is meant.
    bool is_expletive(TokenIndex i) const;
    /// "whose", "which", "who": what the relative clause hangs on.
    void relative(TokenIndex i);
    std::vector<EntityId> antecedents(TokenIndex i, const Agreement& agreement);
    bool contains(const Candidate& candidate, TokenIndex i) const { return candidate.tokens.contains(i); }
    /// Clubs, sides and parties are "they".
    bool may_be_they(EntityId id) const;
    /// The verbs of the clauses around a token, innermost first.
    std::vector<TokenIndex> verbs_above(TokenIndex i) const;
    /// The subject of the clause that a pronoun stands in is nearest at hand, then those further out; of a
    /// verb of saying it is the likeliest of all, of "demanded that it …" it is not meant.
    float clause_bonus(const Candidate& candidate, const std::vector<TokenIndex>& verbs, TokenIndex i) const;
    /// What the owner in "its rival" cannot be: what the phrase itself means ("X, its rival").
    std::vector<EntityId> owned_by(TokenIndex i) const;
    /// The types that the verb or the noun possessed asks for: "its customers", "approve it".
    TypeSet selected_types(TokenIndex i) const;
    /// "It beats Bolt": what is compared is of the kind of what it is compared with.
    TypeSet compared_types(TokenIndex verb) const;
    /// "By its maker's own account, Heron 3 …": a pronoun before the subject that it means.
    std::optional<EntityId> cataphora(TokenIndex i, const Agreement& agreement) const;

    // ---- quotations ----------------------------------------------------------------------------------
    void find_quotations();
    /// A pronoun in a quotation seldom means what only the writer named, and the other way round; what the
    /// speaker says of "it" may still be the article's subject, so only other quotations are shut out.
    bool inside_other_quotation(TokenIndex candidate, TokenIndex anaphor) const;
    /// Who speaks in the quotation around `i`: the subject of a verb of saying beside it.
    std::optional<EntityId> speaker_at(TokenIndex i);
    std::optional<EntityId> sayer_in(TokenRange tokens);
    /// Why the anaphor at hand means what it means; `add` takes it.
    struct Decision {
        Link link = Link::none;
        TokenIndex antecedent = no_token;
    };

    const Analysis& analysis_;
    const Gazetteer& gazetteer_;
    const TokenFacts& facts_;
    const Dependents& dependents_;
    const std::vector<EntityTraits>& traits_;
    Entities& entities_;
    std::vector<Known> known_;
    std::vector<Mention> names_;
    std::vector<bool> in_name_;
    std::vector<bool> described_;  // nouns that are mentions beside a name
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> quotation_at_;  // 0: outside; else which one
    std::uint32_t speaker_quotation_ = 0;
    std::optional<EntityId> speaker_;
    TokenIndex speaker_token_ = no_token;
    Decision decision_;
    std::size_t sentence_ = 0;
    std::pair<std::size_t, std::size_t> sentence_names_;
};

}  // namespace newsgraph::coreference
