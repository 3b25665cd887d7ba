#include "ingest/entity/coreference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace newsgraph {

namespace {

constexpr std::size_t max_pronoun_distance = 3;   // sentences; further back a writer repeats the name
constexpr std::size_t max_nominal_distance = 10;  // sentences: "the institute" may take up an early name
constexpr std::size_t max_candidates = 150;       // mentions looked at for one anaphor: keeps this linear

// Salience, as in centering theory: the subject is spoken of, the object less, the possessor least.
constexpr float subject_salience = 3.0F;
constexpr float object_salience = 1.6F;
constexpr float other_salience = 1.0F;
constexpr float possessor_salience = 1.2F;
constexpr float sentence_decay = 1.5F;           // for every sentence between
constexpr float frequency_weight = 0.4F;         // times the logarithm of the mentions so far
constexpr float person_frequency_weight = 0.8F;  // for "he" and "she": a portrait's subject lasts
constexpr float topic_frequency_weight = 0.8F;   // for descriptions: "the company" is the article's
constexpr float heading_weight = 0.6F;           // named in a heading: what the article is about
constexpr float nominal_decay = 0.7F;            // descriptions reach further back than pronouns
constexpr float clause_subject_weight = 1.5F;    // the subject of the clause that a pronoun stands in
constexpr float outer_clause_step = 0.5F;        // less, for each clause further out
constexpr float speaker_weight = 2.0F;           // "Acme said that it …"
constexpr float selection_weight = 1.0F;         // fits the verb or the noun possessed
constexpr float recency_weight = 0.02F;          // for each token between, in one sentence
constexpr float thing_salience = 0.0F;           // of a common noun that "it" may mean, against a name
constexpr float parallel_weight = 0.6F;          // same role in its clause
constexpr float gender_weight = 1.5F;
constexpr float same_noun_weight = 4.0F;  // "a non-profit … the non-profit"
constexpr float name_noun_weight = 4.0F;  // "Moss Institute … the institute"
constexpr float modifier_weight = 4.0F;   // "a Toronto firm … the Toronto company"
constexpr float minimal_score = 0.2F;
constexpr TokenIndex max_phrase_tokens = 16;      // before a noun
constexpr std::size_t max_dependents = 48;        // of one word
constexpr std::size_t max_neighbours = 32;        // names of a sentence looked at around one
constexpr TokenIndex max_speaker_distance = 250;  // tokens between a quotation's word and who says it

constexpr TypeSet organization = TypeSet(TypeId::organization);
constexpr TypeSet person = TypeSet(TypeId::person);
constexpr TypeSet things = TypeSet(TypeId::organization) | TypeId::model | TypeId::product |
                           TypeId::benchmark | TypeId::place | TypeId::event | TypeId::work | TypeId::law |
                           TypeId::technology;

/// Nouns for a body that only fits some of them, with words of the names that they fit: "the watchdog" may be
/// the Financial Conduct Authority, "the bank" is one that is called so, and neither is "the company".
struct BodyNoun {
    std::string_view noun;
    std::string_view name_words;  // each between blanks
};
constexpr std::string_view public_bodies =
    " authority commission agency administration office council board commissioner bureau service ministry "
    "department court parliament senate house committee university college institute academy school union "
    "government nations party democrats conservatives league association federation confederation society "
    "museum church police army labour greens front alliance commons lords congress union list ";
constexpr BodyNoun body_nouns[] = {
    {"watchdog", " authority commission agency administration office council board commissioner bureau "},
    {"regulator", " authority commission agency administration office council board commissioner bureau "},
    {"agency", " agency administration bureau office service "},
    {"authority", " authority "},
    {"commission", " commission "},
    {"committee", " committee "},
    {"council", " council "},
    {"ministry", " ministry "},
    {"department", " department "},
    {"court", " court "},
    {"parliament", " parliament commons lords house bundestag knesset "},
    {"senate", " senate "},
    {"government", " government "},
    {"bank", " bank bancorp "},
    {"lender", " bank bancorp savings "},
    {"university", " university college institute "},
    {"college", " college "},
    {"school", " school "},
    {"institute", " institute "},
    {"institution", " institution institute university bank "},
    {"foundation", " foundation "},
    {"trust", " trust "},
    {"charity", " trust foundation "},
    {"union", " union "},
    {"federation", " federation "},
    {"association", " association "},
    {"party", " party union front alliance democrats liberals conservatives labour greens list "},
    {"club", " town city united fc rovers wanderers athletic county albion club "},
    {"team", " town city united fc "},
    {"side", " town city united fc "},
    {"newspaper", " times post herald guardian courier gazette journal tribune "},
    {"paper", " times post herald guardian courier gazette journal tribune "},
    {"magazine", " magazine "},
    {"museum", " museum "},
    {"hospital", " hospital clinic "},
    {"church", " church "},
    {"police", " police "},
    {"army", " army "},
    {"congress", " congress "},
    {"assembly", " assembly "},
    {"fund", " fund capital kapital partners "},
    {"alliance", " alliance "},
    {"coalition", " coalition "},
    {"league", " league "},
    {"network", " network "},
    {"broadcaster", " broadcasting tv television "},
    {"airline", " airlines airways air "},
    {"carrier", " airlines airways air "},
    {"insurer", " insurance assurance "},
    {"lab", " lab labs laboratory laboratories "},
    {"laboratory", " lab labs laboratory laboratories "},
    {"studio", " studio studios "},
    {"group", ""},
};
/// Nouns for any business; not for public bodies.
constexpr std::string_view business_nouns =
    " company firm start-up startup business corporation group conglomerate giant outfit venture unicorn "
    "maker "
    "upstart newcomer incumbent manufacturer ";

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

class Resolver {
  public:
    Resolver(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
             const Dependents& dependents, const std::vector<EntityTraits>& traits, Entities& entities)
        : analysis_(analysis),
          gazetteer_(gazetteer),
          facts_(facts),
          dependents_(dependents),
          traits_(traits),
          entities_(entities),
          known_(traits.size()) {
        names_ = entities.mentions;
        in_name_.assign(analysis.tokens.size(), false);
        described_.assign(analysis.tokens.size(), false);
        for (const Mention& name : names_) {
            for (TokenIndex i = name.tokens.begin; i < name.tokens.end; ++i) in_name_[i] = true;
        }
        for (std::size_t e = 0; e < known_.size(); ++e) {
            known_[e].name_words = ' ' + folded(entities.entities[e].name) + ' ';
            for (const std::string& alias : entities.entities[e].aliases)
                known_[e].name_words += folded(alias) + ' ';
        }
        find_quotations();
    }

    void resolve() {
        std::size_t next_name = 0;
        for (std::size_t s = 0; s < analysis_.sentences.size(); ++s) {
            sentence_ = s;
            const TokenRange tokens = analysis_.sentences[s].tokens;
            const std::size_t first_name = next_name;
            while (next_name < names_.size() && names_[next_name].tokens.begin < tokens.end) ++next_name;
            sentence_names_ = {first_name, next_name};
            describe_names();
            std::size_t name = first_name;
            for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
                if (name < next_name && names_[name].tokens.begin == i) {
                    remember(names_[name].tokens, names_[name].head, {names_[name].entity}, true);
                    ++name;
                }
                if (in_name_[i]) continue;
                const Token& token = analysis_.tokens[i];
                if (token.upos == Upos::pron)
                    pronoun(i);
                else if (token.upos == Upos::noun || token.upos == Upos::num || token.upos == Upos::det ||
                         token.upos == Upos::adj)
                    nominal(i);
                common_noun(i);
            }
        }
    }

  private:
    struct Known {
        std::vector<std::string> nouns;      // lemmas of nouns that describe it: "start-up", "maker"
        std::vector<std::string> modifiers;  // "Toronto", "Norwegian"
        std::string name_words;              // all its names, small, between blanks
        int mentions = 0;
        bool in_heading = false;
    };

    const EntityTraits& traits(EntityId id) const { return traits_[index_of(id)]; }

    /// The first dependents: no word of a sound tree has more, and a flat one of 10,000 words stays cheap.
    std::span<const TokenIndex> dependents(TokenIndex governor) const {
        const std::span<const TokenIndex> all = dependents_.of(governor);
        return all.first(std::min(all.size(), max_dependents));
    }

    // ---- what is known of roles -----------------------------------------------------------------------

    Role role_of(TokenIndex head) const {
        // The role of a name within an apposition or a coordination is that of the whole.
        for (int step = 0; step < 4; ++step) {
            const Token& token = analysis_.tokens[head];
            switch (token.deprel) {
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                case Deprel::nsubj_outer:
                case Deprel::csubj:
                    return Role::subject;
                case Deprel::obj:
                case Deprel::iobj:
                    return Role::object;
                case Deprel::nmod_poss:
                    return Role::possessor;
                case Deprel::conj:
                case Deprel::appos:
                case Deprel::flat:
                    if (token.head == no_token) return Role::other;
                    head = token.head;
                    continue;
                default:
                    return Role::other;
            }
        }
        return Role::other;
    }

    bool is_heading() const { return analysis_.sentences[sentence_].is_heading; }

    void remember(TokenRange tokens, TokenIndex head, std::vector<EntityId> entities, bool is_name) {
        for (const EntityId id : entities) {
            ++known_[index_of(id)].mentions;
            if (is_name && is_heading()) known_[index_of(id)].in_heading = true;
        }
        // "Dutch food" speaks of no Dutchman.
        if (is_name && traits(entities.front()).type == TypeId::group &&
            analysis_.tokens[head].deprel == Deprel::amod)
            return;
        candidates_.push_back({std::move(entities), sentence_, tokens, head, role_of(head), is_name, false});
    }

    void add(TokenRange tokens, TokenIndex head, MentionKind kind, const std::vector<EntityId>& referents) {
        for (const EntityId id : referents) entities_.add(analysis_, Mention{tokens, head, kind, id});
        remember(tokens, head, referents, false);
    }

    // ---- descriptions that stand beside a name -------------------------------------------------------

    bool is_described_by(TokenIndex noun, EntityId id) const {
        const Token& token = analysis_.tokens[noun];
        if (token.upos != Upos::noun || in_name_[noun]) return false;
        const TypeSet types = facts_.lemma(noun).of(WordClass::noun);
        return types.contains(traits(id).type);
    }

    /// Nouns in apposition to names of this sentence are mentions of what these name, and tell its kind.
    void describe_names() {
        for (std::size_t n = sentence_names_.first; n < sentence_names_.second; ++n) {
            const Mention& name = names_[n];
            const Token& token = analysis_.tokens[name.head];
            const TokenIndex governor = token.head;
            if (governor != no_token && !name.tokens.contains(governor)) {
                if ((token.deprel == Deprel::appos || token.deprel == Deprel::flat ||
                     token.deprel == Deprel::nmod_desc) &&
                    analysis_.tokens[governor].upos == Upos::noun && !in_name_[governor]) {
                    if (is_described_by(governor, name.entity)) mention_description(governor, name);
                } else if (token.deprel == Deprel::nsubj && analysis_.tokens[governor].upos == Upos::noun &&
                           has_dependent(governor, Deprel::cop)) {
                    if (is_described_by(governor, name.entity)) learn(governor, name.entity);
                }
            }
            named(name);
            for (const TokenIndex dependent : dependents(name.head)) {
                if (name.tokens.contains(dependent)) continue;
                const Deprel relation = analysis_.tokens[dependent].deprel;
                if (relation == Deprel::appos && belongs_to_other(dependent, n)) continue;
                if (relation == Deprel::appos || relation == Deprel::nmod_desc ||
                    (relation == Deprel::compound && dependent + 1 == name.tokens.begin)) {
                    if (is_described_by(dependent, name.entity)) mention_description(dependent, name);
                    for (const TokenIndex second : dependents(dependent)) {
                        // "Lee, the fourth founder and a physicist"
                        if (relation == Deprel::appos && analysis_.tokens[second].deprel == Deprel::conj &&
                            is_described_by(second, name.entity))
                            learn(second, name.entity);
                    }
                }
            }
            beside(name);
        }
    }

    /// "Ann founded it with Bob, now its chief scientist": the nearest name before an apposition has it,
    /// whatever the tree says.
    bool belongs_to_other(TokenIndex noun, std::size_t name) const {
        // "clients such as Acme and the insurer Borealis"
        const std::size_t first =
            name > sentence_names_.first + max_neighbours ? name - max_neighbours : sentence_names_.first;
        const std::size_t last = std::min(sentence_names_.second, name + max_neighbours);
        for (std::size_t n = first; n < last; ++n) {
            if (n != name && names_[n].tokens.begin == noun + 1 && is_described_by(noun, names_[n].entity))
                return true;
        }
        const TokenIndex begin = phrase_of(noun).begin;
        for (std::size_t n = last; n-- > first;) {
            if (names_[n].tokens.end > begin) continue;
            if (n == name) return false;
            bool adjacent = true;
            for (TokenIndex i = names_[n].tokens.end; i < begin; ++i) {
                const Upos tag = analysis_.tokens[i].upos;
                adjacent = adjacent && (tag == Upos::punct || tag == Upos::adv || tag == Upos::det ||
                                        tag == Upos::pron || tag == Upos::adj || tag == Upos::part);
            }
            return adjacent && is_described_by(noun, names_[n].entity);
        }
        return false;
    }

    /// "a tool named Borealis", "the combined company, to be called Acme Borealis": the noun is what is
    /// named; so is a noun that it stands in apposition to.
    void named(const Mention& name) {
        TokenIndex verb = analysis_.tokens[name.head].head;
        if (verb == no_token || analysis_.tokens[verb].upos != Upos::verb) return;
        const std::string& lemma = analysis_.tokens[verb].lemma;
        if (lemma != "name" && lemma != "call" && lemma != "dub" && lemma != "know" && lemma != "christen")
            return;
        const Token& token = analysis_.tokens[verb];
        TokenIndex noun = no_token;
        if (token.deprel == Deprel::acl || token.deprel == Deprel::acl_relcl) noun = token.head;
        const TokenIndex sentence_begin = analysis_.sentences[sentence_].tokens.begin;
        for (TokenIndex i = verb; noun == no_token && i-- > sentence_begin && i + 6 > verb;) {
            if (analysis_.tokens[i].upos == Upos::noun)
                noun = i;
            else if (analysis_.tokens[i].upos == Upos::verb)
                break;
        }
        if (noun == no_token) return;
        if (noun > name.tokens.begin || in_name_[noun] || described_[noun]) return;
        if (!is_described_by(noun, name.entity)) return;
        mention_description(noun, name);
        const Token& described = analysis_.tokens[noun];
        if (described.deprel == Deprel::appos && described.head != no_token && !in_name_[described.head] &&
            !described_[described.head] && analysis_.tokens[described.head].upos == Upos::noun)
            mention_description(described.head, name);
    }

    /// Where the tree misses it: "the chipmaker Nvidia", "Nvidia, a chipmaker".
    void beside(const Mention& name) {
        const TokenRange sentence = analysis_.sentences[sentence_].tokens;
        if (name.tokens.begin > sentence.begin) {
            const TokenIndex before = name.tokens.begin - 1;
            if (analysis_.tokens[before].xpos == Xpos::nn && !described_[before] &&
                is_described_by(before, name.entity) && analysis_.tokens[before].deprel != Deprel::obj)
                mention_description(before, name);
            // "the national agency, Acme, nevertheless …"
            if (analysis_.form(before) == "," && before > sentence.begin && name.tokens.end < sentence.end &&
                analysis_.form(name.tokens.end) == "," && analysis_.tokens[before - 1].xpos == Xpos::nn &&
                !described_[before - 1] && is_described_by(before - 1, name.entity) &&
                is_definite(before - 1, phrase_of(before - 1)))
                mention_description(before - 1, name);
            // "Lima's Acme"
            if (analysis_.tokens[before].xpos == Xpos::pos && before > sentence.begin && in_name_[before - 1])
                add_modifier(name.entity, before - 1);
            if (in_name_[before]) add_modifier(name.entity, before);
        }
        TokenIndex after = name.tokens.end;
        if (after + 2 < sentence.end && analysis_.form(after) == ",") ++after;
        if (after > name.tokens.end && analysis_.tokens[after].upos == Upos::adv && after + 2 < sentence.end)
            ++after;
        if (after > name.tokens.end &&
            (analysis_.tokens[after].upos == Upos::det || analysis_.tokens[after].xpos == Xpos::prp_poss)) {
            for (TokenIndex i = after + 1; i < sentence.end && i < name.tokens.end + 8; ++i) {
                const Token& token = analysis_.tokens[i];
                if (token.upos == Upos::noun) {
                    if (i + 1 < sentence.end && analysis_.tokens[i + 1].upos == Upos::noun) continue;
                    if (i + 1 < sentence.end && analysis_.form(i + 1) == "-") continue;
                    // "Acme, the company's owner"
                    if (i + 1 < sentence.end && analysis_.tokens[i + 1].xpos == Xpos::pos) continue;
                    if (i + 1 < sentence.end && analysis_.tokens[i + 1].upos == Upos::adj &&
                        facts_.lemma(i + 1).is(role_noun))
                        continue;
                    if (!described_[i] && is_described_by(i, name.entity)) mention_description(i, name);
                    break;
                }
                if (token.upos == Upos::verb || token.upos == Upos::adp) break;
            }
        }
    }

    bool has_dependent(TokenIndex governor, Deprel relation) const {
        for (const TokenIndex dependent : dependents(governor)) {
            if (analysis_.tokens[dependent].deprel == relation) return true;
        }
        return false;
    }

    void learn(TokenIndex noun, EntityId id) {
        Known& known = known_[index_of(id)];
        const std::string& lemma = analysis_.tokens[noun].lemma;
        if (std::find(known.nouns.begin(), known.nouns.end(), lemma) == known.nouns.end() &&
            known.nouns.size() < 16)
            known.nouns.push_back(lemma);
        const TokenRange phrase = phrase_of(noun);
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            if (in_name_[i]) add_modifier(id, i);
        }
        for (const TokenIndex dependent : dependents(noun)) {
            if (dependent > noun && in_name_[dependent]) add_modifier(id, dependent);
        }
    }

    void add_modifier(EntityId id, TokenIndex token) {
        std::vector<std::string>& modifiers = known_[index_of(id)].modifiers;
        const std::string word(analysis_.form(token));
        if (modifiers.size() < 16 && std::find(modifiers.begin(), modifiers.end(), word) == modifiers.end())
            modifiers.push_back(word);
    }

    void mention_description(TokenIndex noun, const Mention& name) {
        learn(noun, name.entity);
        described_[noun] = true;
        TokenRange phrase = phrase_of(noun);
        // "Meta's model, Muse Spark": the description ends before the name.
        if (phrase.begin <= name.tokens.begin && name.tokens.begin > noun)
            phrase.end = std::min(phrase.end, name.tokens.begin);
        if (name.tokens.end <= noun) phrase.begin = std::max(phrase.begin, name.tokens.end);
        phrase = trimmed(phrase, noun);
        entities_.add(analysis_, Mention{phrase, noun, MentionKind::nominal, name.entity});
    }

    /// The noun with its determiners, adjectives and compounds: "the little Toronto firm".
    TokenRange phrase_of(TokenIndex noun) const {
        TokenRange range{noun, noun + 1};
        const TokenIndex sentence_begin = analysis_.sentences[sentence_].tokens.begin;
        while (range.begin > sentence_begin && noun - range.begin < max_phrase_tokens &&
               belongs_to_phrase(range.begin - 1, noun))
            --range.begin;
        // "the four-year-old company", whose article a wrong tree gives to "year".
        if (range.begin > sentence_begin && analysis_.tokens[range.begin - 1].upos == Upos::det &&
            range.begin < noun)
            --range.begin;
        return range;
    }

    /// Whether the word before a noun modifies it, directly or through other such words.
    bool belongs_to_phrase(TokenIndex token, TokenIndex noun) const {
        const Upos tag = analysis_.tokens[token].upos;
        // "the €1.3bn probe"
        if (tag == Upos::sym || (tag == Upos::num && analysis_.tokens[token].deprel != Deprel::nsubj))
            return true;
        TokenIndex at = token;
        for (int step = 0; step < 4; ++step) {
            const Token& word = analysis_.tokens[at];
            switch (word.deprel) {
                case Deprel::det:
                case Deprel::amod:
                case Deprel::compound:
                case Deprel::nummod:
                case Deprel::nmod_poss:
                case Deprel::nmod_desc:
                case Deprel::nmod_unmarked:
                case Deprel::det_predet:
                case Deprel::advmod:
                case Deprel::flat:
                case Deprel::case_:
                case Deprel::punct:
                case Deprel::obl_unmarked:
                    break;
                default:
                    return false;
            }
            if (word.upos == Upos::punct && analysis_.form(at) != "-") return false;
            if (word.deprel == Deprel::case_ && word.upos != Upos::part) return false;
            if (word.head == noun) return true;
            if (word.head == no_token || word.head > noun) return false;
            at = word.head;
        }
        return false;
    }

    /// Without a leading article and punctuation at either end.
    TokenRange trimmed(TokenRange range, TokenIndex head) const {
        while (range.begin < head &&
               (analysis_.tokens[range.begin].upos == Upos::punct ||
                analysis_.tokens[range.begin].upos == Upos::adv ||
                (analysis_.tokens[range.begin].upos == Upos::det && is_article(range.begin))))
            ++range.begin;
        while (range.end > head + 1 && (analysis_.tokens[range.end - 1].upos == Upos::punct ||
                                        analysis_.tokens[range.end - 1].upos == Upos::det))
            --range.end;
        return range;
    }

    bool is_article(TokenIndex i) const {
        const std::string_view form = analysis_.form(i);
        return form == "the" || form == "The" || form == "a" || form == "A" || form == "an" || form == "An";
    }

    // ---- descriptions that stand alone ---------------------------------------------------------------

    void nominal(TokenIndex i) {
        if (described_[i]) {
            remember(trimmed(phrase_of(i), i), i, referents_of(i), false);
            return;
        }
        const Token& token = analysis_.tokens[i];
        const std::string small = folded(analysis_.form(i));
        if (small == "both" || small == "two" || small == "pair" || small == "duo" || small == "latter" ||
            small == "former") {
            if (several(i, small)) return;
        }
        if (token.upos != Upos::noun) return;
        const TypeSet types = facts_.lemma(i).of(WordClass::reference);
        if (types.empty()) return;
        if (token.deprel == Deprel::compound || token.deprel == Deprel::flat) return;
        const TokenRange phrase = phrase_of(i);
        if (!is_definite(i, phrase)) return;
        if (is_restricted(i, phrase)) return;
        const bool plural = token.xpos == Xpos::nns;
        if (plural) {
            several_of(i, phrase, types);
            return;
        }
        const std::optional<EntityId> found = antecedent_of_description(i, phrase, types);
        if (!found) return;
        // "the company" may be any; "the studio" tells more of what it took up.
        if (business_nouns.find(' ' + analysis_.tokens[i].lemma + ' ') == std::string_view::npos)
            learn(i, *found);
        add(trimmed(phrase, i), i, MentionKind::nominal, {*found});
    }

    std::vector<EntityId> referents_of(TokenIndex head) const { return entities_.referents(head); }

    bool is_definite(TokenIndex noun, TokenRange phrase) const {
        // "the bank's arm" is another thing than the bank.
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            if (analysis_.tokens[i].xpos == Xpos::pos) return false;
        }
        const TokenRange sentence = analysis_.sentences[sentence_].tokens;
        if (noun + 1 < sentence.end && analysis_.tokens[noun + 1].upos == Upos::noun &&
            analysis_.tokens[noun].lemma == "business")
            return false;  // "the business pages"
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            const std::string small = folded(analysis_.form(i));
            if (small == "the" || small == "this" || small == "that" || small == "both" || small == "these" ||
                small == "those")
                return analysis_.tokens[i].head == noun || i == phrase.begin;
        }
        return false;
    }

    /// "the company behind X", "the other firm", "the first model": new things, not ones spoken of.
    bool is_restricted(TokenIndex noun, TokenRange phrase) const {
        static constexpr std::string_view new_things[] = {
            "other",  "another", "rival",   "new",   "next",     "similar",  "first",   "last",     "second",
            "third",  "former",  "foreign", "local", "same",     "largest",  "biggest", "combined", "only",
            "parent", "best",    "merged",  "main",  "original", "previous", "typical", "average",  "ideal",
            "latest", "leading", "richest", "wider", "worst",    "top",      "tech",    "enlarged", "whole"};
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            const std::string small = folded(analysis_.form(i));
            if (std::find(std::begin(new_things), std::end(new_things), small) != std::end(new_things))
                return true;
        }
        for (const TokenIndex dependent : dependents(noun)) {
            if (dependent < noun) continue;
            const Token& token = analysis_.tokens[dependent];
            const bool after_comma = dependent > 0 && follows_comma(noun, dependent);
            if (token.deprel == Deprel::acl_relcl && !after_comma) return true;
            if (token.deprel == Deprel::acl && !after_comma) return true;
            if (token.deprel == Deprel::nmod && !after_comma && narrows(dependent) &&
                !(has_name_before(noun, phrase)))
                return true;
        }
        return false;
    }

    /// "the maker of", "the firm behind": these say which one; "the company in 2022" does not.
    bool narrows(TokenIndex dependent) const {
        for (const TokenIndex under : dependents(dependent)) {
            if (analysis_.tokens[under].deprel != Deprel::case_) continue;
            const std::string small = folded(analysis_.form(under));
            return small == "of" || small == "behind" || small == "with" || small == "for";
        }
        return true;
    }

    bool has_name_before(TokenIndex noun, TokenRange phrase) const {
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            if (in_name_[i]) return true;
        }
        return false;
    }

    bool follows_comma(TokenIndex noun, TokenIndex dependent) const {
        for (TokenIndex i = noun + 1; i < dependent && i < noun + 6; ++i) {
            if (analysis_.form(i) == "," || analysis_.form(i) == "\xE2\x80\x94") return true;
        }
        return false;
    }

    std::optional<EntityId> antecedent_of_description(TokenIndex noun, TokenRange phrase, TypeSet types) {
        const std::string& lemma = analysis_.tokens[noun].lemma;
        // Places and nationalities within the phrase.
        std::vector<std::string> modifiers;
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            if (in_name_[i]) modifiers.emplace_back(analysis_.form(i));
        }
        const std::vector<EntityId> shut_out = clause_mates(noun);
        const BodyNoun* body = nullptr;
        for (const BodyNoun& candidate : body_nouns) {
            if (candidate.noun == lemma && !candidate.name_words.empty()) body = &candidate;
        }
        const std::string padded = ' ' + lemma + ' ';
        const bool business = business_nouns.find(padded) != std::string_view::npos;
        std::optional<EntityId> best;
        float best_score = minimal_score;
        std::size_t looked_at = 0;
        for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
            const Candidate& candidate = candidates_[c];
            const std::size_t distance = sentence_ - candidate.sentence;
            if (distance > max_nominal_distance) break;
            if (candidate.entities.size() != 1) continue;
            const EntityId id = candidate.entities.front();
            if (!types.contains(traits(id).type)) continue;
            if (phrase.contains(candidate.head)) continue;
            if (std::find(shut_out.begin(), shut_out.end(), id) != shut_out.end()) continue;
            const Known& known = known_[index_of(id)];
            const bool same_noun =
                std::find(known.nouns.begin(), known.nouns.end(), lemma) != known.nouns.end();
            const bool in_own_name = holds_word(known.name_words, lemma);
            float score = salience(candidate, distance, nominal_decay, topic_frequency_weight);
            if (same_noun) score += same_noun_weight;
            if (in_own_name) score += name_noun_weight;
            bool has_modifier = false;
            for (const std::string& modifier : modifiers) {
                if (std::find(known.modifiers.begin(), known.modifiers.end(), modifier) !=
                    known.modifiers.end())
                    has_modifier = true;
            }
            if (has_modifier)
                score += modifier_weight;
            else if (!modifiers.empty() && !known.modifiers.empty())
                score -= 0.5F * modifier_weight;
            const TypeId type = traits(id).type;
            if (type == TypeId::organization && !same_noun && !in_own_name) {
                if (business) {
                    if (holds_any(public_bodies, known.name_words)) continue;
                } else if (body) {
                    if (!holds_any(body->name_words, known.name_words)) continue;
                    score += 2.5F;
                } else if (!has_modifier) {
                    // "the chipmaker": a special kind that nothing says this is; only what the text is about.
                    score -= 2.0F;
                }
            }
            if (type == TypeId::person && !same_noun) {
                const bool human = lemma == "man" || lemma == "woman" || lemma == "executive" ||
                                   lemma == "boss" || lemma == "politician" || lemma == "official" ||
                                   lemma == "founder";
                if (!human) continue;
                const WordFacts& word = facts_.lemma(noun);
                if (word.is(female_word) && traits(id).genders == 2) continue;
                if (word.is(male_word) && traits(id).genders == 1) continue;
            }
            if ((type == TypeId::place || type == TypeId::law || type == TypeId::event ||
                 type == TypeId::work) &&
                !same_noun && !in_own_name) {
                if (type == TypeId::place) continue;
                const bool any_law =
                    lemma == "law" || lemma == "legislation" || lemma == "measure" || lemma == "statute";
                if (type == TypeId::law && !any_law) continue;
                score -= 1.5F;
            }
            if (type == TypeId::product && !same_noun && !in_own_name) score -= 1.0F;
            // Older than that only by its own noun.
            if (distance > max_pronoun_distance && !same_noun && !in_own_name && !has_modifier)
                score -= 0.1F * static_cast<float>(distance - max_pronoun_distance);
            if (score > best_score) {
                best_score = score;
                best = id;
            }
        }
        return best;
    }

    static bool holds_word(std::string_view words, std::string_view word) {
        for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
            const bool begins = at == 0 || words[at - 1] == ' ';
            const std::size_t end = at + word.size();
            if (begins && (end >= words.size() || words[end] == ' ')) return true;
        }
        return false;
    }

    static bool holds_any(std::string_view list, std::string_view words) {
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find(' ', at), words.size());
            if (end > at) {
                std::string padded = " ";
                padded += words.substr(at, end - at);
                padded += ' ';
                if (list.find(padded) != std::string_view::npos) return true;
            }
            at = end + 1;
        }
        return false;
    }

    float salience(const Candidate& candidate, std::size_t distance, float decay = sentence_decay,
                   float frequency = frequency_weight) const {
        float score = candidate.role == Role::subject     ? subject_salience
                      : candidate.role == Role::object    ? object_salience
                      : candidate.role == Role::possessor ? possessor_salience
                                                          : other_salience;
        score -= decay * static_cast<float>(std::min<std::size_t>(distance, 6));
        if (candidate.entities.empty())
            return score + (candidate.role == Role::subject ? thing_salience : 2 * thing_salience);
        const Known& known = known_[index_of(candidate.entities.front())];
        score += frequency * std::log2(1.0F + static_cast<float>(known.mentions));
        if (known.in_heading) score += decay == nominal_decay ? heading_weight : 0.5F * heading_weight;
        // "the daughter of Ann": who is spoken of is not Ann.
        const Token& token = analysis_.tokens[candidate.head];
        if (token.deprel == Deprel::nmod && token.head != no_token && !in_name_[token.head] &&
            facts_.lemma(token.head).of(WordClass::noun) == person)
            score -= 1.5F;
        return score;
    }

    /// The token that an apposition or a coordination hangs on.
    TokenIndex argument_of(TokenIndex head) const {
        for (int step = 0; step < 4; ++step) {
            const Token& token = analysis_.tokens[head];
            if (token.head == no_token) break;
            if (token.deprel != Deprel::appos && token.deprel != Deprel::flat &&
                token.deprel != Deprel::conj && token.deprel != Deprel::nmod_desc)
                break;
            if (token.deprel == Deprel::conj && analysis_.tokens[token.head].upos == Upos::verb) break;
            head = token.head;
        }
        return head;
    }

    /// What a description or a pronoun that is no possessive cannot mean: the subject of its own clause, and
    /// whatever it is part of a description of ("X, the company's owner").
    std::vector<EntityId> clause_mates(TokenIndex anaphor) const {
        std::vector<EntityId> mates;
        const auto take = [&](TokenIndex head) {
            const std::vector<EntityId> found = entities_.referents(head);
            if (found.size() == 1) mates.push_back(found.front());  // "both" are still he and she
        };
        TokenIndex at = anaphor;
        for (int step = 0; step < 8; ++step) {
            const Token& token = analysis_.tokens[at];
            if (token.head == no_token) break;
            const TokenIndex above = token.head;
            if (analysis_.tokens[above].upos == Upos::verb || has_dependent(above, Deprel::cop)) {
                bool found = token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass;
                for (const TokenIndex dependent : dependents(above)) {
                    const Deprel relation = analysis_.tokens[dependent].deprel;
                    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
                    const bool object =
                        relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::obl_agent;
                    if (dependent == at || !(subject || (object && step == 0))) continue;
                    take(dependent);
                    found = found || subject;
                }
                // "asked to sell it", "before buying it": the subject is further out.
                const Deprel relation = analysis_.tokens[above].deprel;
                if (found || (relation != Deprel::xcomp && relation != Deprel::advcl)) break;
            } else if (token.deprel == Deprel::nmod_poss || token.deprel == Deprel::nmod) {
                take(above);
            } else if (token.deprel == Deprel::appos) {
                take(above);
            }
            at = above;
        }
        return mates;
    }

    /// Two arguments of one verb do not corefer, nor does a phrase with what it holds.
    bool same_clause(const Candidate& candidate, TokenIndex anaphor) const {
        if (candidate.sentence != sentence_) return false;
        const TokenIndex argument = argument_of(candidate.head);
        const Token& a = analysis_.tokens[anaphor];
        const Token& b = analysis_.tokens[argument];
        if (a.head == candidate.head || a.head == argument || b.head == anaphor) return true;
        const auto is_argument = [](Deprel relation) {
            return relation == Deprel::nsubj || relation == Deprel::obj || relation == Deprel::iobj ||
                   relation == Deprel::nsubj_pass || relation == Deprel::obl || relation == Deprel::obl_agent;
        };
        return a.head == b.head && is_argument(a.deprel) && is_argument(b.deprel);
    }

    // ---- several at once -----------------------------------------------------------------------------

    /// Subjects and objects that are no names compete for "it" and "they".
    void common_noun(TokenIndex i) {
        const Upos tag = analysis_.tokens[i].upos;
        if (tag != Upos::noun && tag != Upos::num && tag != Upos::propn) return;
        if (described_[i] || !entities_.referents(i).empty()) return;
        const Token& token = analysis_.tokens[i];
        const bool subject = token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass;
        const bool plural = token.xpos == Xpos::nns || token.upos == Upos::num;
        if (!subject && token.deprel != Deprel::obj &&
            !(plural && (token.deprel == Deprel::nmod || token.deprel == Deprel::obl)))
            return;
        // Persons, times and measures are not "it".
        if (token.xpos == Xpos::nn && facts_.lemma(i).of(WordClass::noun).contains(TypeId::person)) return;
        const Role role = subject ? Role::subject : token.deprel == Deprel::obj ? Role::object : Role::other;
        candidates_.push_back({{}, sentence_, {i, i + 1}, i, role, false, plural});
    }

    /// "both", "the two", "the pair", "the latter"
    bool several(TokenIndex i, const std::string& small) {
        const Token& token = analysis_.tokens[i];
        if (small == "both" || small == "two") {
            // "both companies" is dealt with at its noun.
            if (token.deprel == Deprel::det || token.deprel == Deprel::det_predet ||
                token.deprel == Deprel::amod || token.deprel == Deprel::cc_preconj ||
                token.deprel == Deprel::advmod)
                return false;
            if (token.deprel == Deprel::nummod && token.head != no_token && token.head > i &&
                analysis_.tokens[token.head].upos != Upos::adj)
                return false;
            if (small == "two" && !(i > 0 && folded(analysis_.form(i - 1)) == "the")) return false;
            if (has_dependent(i, Deprel::nmod)) return false;
        }
        if ((small == "latter" || small == "former")) {
            if (token.deprel == Deprel::amod || token.deprel == Deprel::compound) return false;
            if (!(i > 0 && folded(analysis_.form(i - 1)) == "the")) return false;
            const std::vector<EntityId> pair = last_several(2, TypeSet(), i);
            if (pair.size() != 2) return true;
            add({i, i + 1}, i, MentionKind::nominal, {small == "latter" ? pair.back() : pair.front()});
            return true;
        }
        if ((small == "pair" || small == "duo") && !(i > 0 && folded(analysis_.form(i - 1)) == "the"))
            return false;
        const std::vector<EntityId> pair = last_several(2, TypeSet(), i);
        if (pair.size() == 2) add({i, i + 1}, i, MentionKind::nominal, pair);
        return true;
    }

    void several_of(TokenIndex noun, TokenRange phrase, TypeSet types) {
        std::size_t count = 0;
        for (TokenIndex i = phrase.begin; i < noun; ++i) {
            const std::string small = folded(analysis_.form(i));
            if (small == "two" || small == "both") count = 2;
            if (small == "three") count = 3;
        }
        std::vector<EntityId> found = last_several(count, types, noun);
        if (found.size() < 2 && count == 0 && types.contains(TypeId::organization))
            found = two_in_one_sentence(types);
        if (found.size() < 2) return;
        add(trimmed(phrase, noun), noun, MentionKind::nominal, found);
    }

    /// "Acme will supply Borealis, the companies said": subject and object of one sentence, this or the last.
    std::vector<EntityId> two_in_one_sentence(TypeSet types) const {
        for (std::size_t back = 0; back < 2 && back <= sentence_; ++back) {
            std::vector<EntityId> found;
            std::size_t looked_at = 0;
            for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
                const Candidate& candidate = candidates_[c];
                if (candidate.sentence + back < sentence_) break;
                if (candidate.sentence + back != sentence_ || candidate.entities.size() != 1) continue;
                const EntityId id = candidate.entities.front();
                if (!types.contains(traits(id).type) ||
                    std::find(found.begin(), found.end(), id) != found.end())
                    continue;
                if (candidate.role == Role::subject || candidate.role == Role::object)
                    found.insert(found.begin(), id);
            }
            if (found.size() == 2) return found;
        }
        return {};
    }

    /// The things that were last named together, or the last ones named if `count` says how many; in the
    /// order of the text. An empty set of types means any, all of one type.
    std::vector<EntityId> last_several(std::size_t count, TypeSet types, TokenIndex anaphor) {
        std::size_t looked_at = 0;
        for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
            const Candidate& candidate = candidates_[c];
            if (sentence_ - candidate.sentence > max_pronoun_distance) break;
            std::vector<EntityId> listed =
                candidate.entities.size() > 1 ? candidate.entities : coordinated_with(candidate);
            if (listed.size() < 2 || (count != 0 && listed.size() != count)) continue;
            const bool fit = std::all_of(listed.begin(), listed.end(), [&](EntityId id) {
                return types.empty() ? traits(id).type == traits(listed.front()).type
                                     : types.contains(traits(id).type);
            });
            if (fit && !(candidate.sentence == sentence_ && candidate.head > anaphor)) return listed;
        }
        if (count == 0) return {};
        // Not named together: the most spoken of.
        std::vector<std::pair<float, EntityId>> ranked;
        EntityId nearest{};
        bool has_nearest = false;
        looked_at = 0;
        for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
            const Candidate& candidate = candidates_[c];
            const std::size_t distance = sentence_ - candidate.sentence;
            if (distance > max_pronoun_distance) break;
            if (candidate.entities.size() != 1) continue;
            const EntityId id = candidate.entities.front();
            if (types.empty() ? !(organization | person | TypeId::model).contains(traits(id).type)
                              : !types.contains(traits(id).type))
                continue;
            if (!has_nearest && candidate.is_name) {
                nearest = id;
                has_nearest = true;
            }
            const float score = salience(candidate, distance);
            const auto found =
                std::find_if(ranked.begin(), ranked.end(), [&](const auto& r) { return r.second == id; });
            if (found == ranked.end())
                ranked.emplace_back(score, id);
            else
                found->first = std::max(found->first, score);
        }
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        if (types.empty() && has_nearest) {
            // "Both": of the kind that was named last.
            const TypeId type = traits(nearest).type;
            std::erase_if(ranked, [&](const auto& r) { return traits(r.second).type != type; });
        }
        if (ranked.size() < count) return {};
        std::vector<EntityId> found;
        for (std::size_t r = 0; r < count; ++r) found.push_back(ranked[r].second);
        std::sort(found.begin(), found.end());
        return found;
    }

    std::vector<EntityId> coordinated_with(const Candidate& candidate) const {
        std::vector<EntityId> listed;
        if (analysis_.tokens[candidate.head].deprel == Deprel::conj) return listed;
        const auto take = [&](TokenIndex head) {
            for (const EntityId id : entities_.referents(head)) {
                if (std::find(listed.begin(), listed.end(), id) == listed.end()) listed.push_back(id);
            }
        };
        take(candidate.head);
        for (const TokenIndex dependent : dependents(candidate.head)) {
            if (analysis_.tokens[dependent].deprel == Deprel::conj) take(dependent);
        }
        // "A, the maker of B, and its rival C said", which wrong trees read as two subjects.
        const Token& token = analysis_.tokens[candidate.head];
        if (listed.size() == 1 && token.head != no_token && token.deprel == Deprel::nsubj) {
            for (const TokenIndex other : dependents(token.head)) {
                if (other <= candidate.head || analysis_.tokens[other].deprel != Deprel::nsubj) continue;
                bool joined = false;
                for (TokenIndex i = candidate.head + 1; i < other && i < candidate.head + 25; ++i)
                    joined = joined || analysis_.tokens[i].upos == Upos::cconj;
                if (joined) take(other);
            }
        }
        return listed;
    }

    // ---- pronouns ------------------------------------------------------------------------------------

    struct Agreement {
        TypeSet types;
        std::uint8_t gender = 0;
        bool plural = false;
    };

    static std::optional<Agreement> agreement_of(std::string_view small) {
        if (small == "it" || small == "its" || small == "itself") return Agreement{things, 0, false};
        if (small == "he" || small == "him" || small == "his" || small == "himself")
            return Agreement{person, 2, false};
        if (small == "she" || small == "her" || small == "hers" || small == "herself")
            return Agreement{person, 1, false};
        if (small == "they" || small == "them" || small == "their" || small == "theirs" ||
            small == "themselves")
            return Agreement{organization | person | TypeId::model | TypeId::product | TypeId::group, 0,
                             true};
        return std::nullopt;
    }

    void pronoun(TokenIndex i) {
        const Token& token = analysis_.tokens[i];
        const std::string small = folded(analysis_.form(i));
        if (token.xpos == Xpos::wdt || token.xpos == Xpos::wp || token.xpos == Xpos::wp_poss) {
            relative(i);
            return;
        }
        if (token.deprel == Deprel::expl) return;
        const Sentence& sentence = analysis_.sentences[sentence_];
        // "How good is it?" above a section: what it means comes later.
        if (sentence.is_heading && sentence_ > 0) return;
        if (small == "both") {
            several(i, small);
            return;
        }
        const bool first_person = small == "i" || small == "me" || small == "my" || small == "mine" ||
                                  small == "we" || small == "us" || small == "our" || small == "ours" ||
                                  small == "myself" || small == "ourselves";
        if (first_person) {
            if (const std::optional<EntityId> speaker = speaker_at(i))
                add({i, i + 1}, i, MentionKind::pronoun, {*speaker});
            return;
        }
        const std::optional<Agreement> agreement = agreement_of(small);
        if (!agreement) return;
        if (small == "it" && is_expletive(i)) return;
        if (small.ends_with("self") || small.ends_with("selves")) {
            if (const std::vector<EntityId> self = reflexive(i, *agreement); !self.empty())
                add({i, i + 1}, i, MentionKind::pronoun, self);
            return;
        }
        const std::vector<EntityId> found = antecedents(i, *agreement);
        if (!found.empty()) add({i, i + 1}, i, MentionKind::pronoun, found);
    }

    /// "Acme itself", "accused itself": the name before it, else the clause's subject.
    std::vector<EntityId> reflexive(TokenIndex i, const Agreement& agreement) const {
        const auto fits = [&](const std::vector<EntityId>& found) {
            return !found.empty() && agreement.types.contains(traits(found.front()).type);
        };
        if (!candidates_.empty() && candidates_.back().tokens.end == i && fits(candidates_.back().entities))
            return candidates_.back().entities;
        TokenIndex at = i;
        for (int step = 0; step < 6 && analysis_.tokens[at].head != no_token; ++step) {
            at = analysis_.tokens[at].head;
            for (const TokenIndex dependent : dependents(at)) {
                const Deprel relation = analysis_.tokens[dependent].deprel;
                if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
                std::vector<EntityId> found = entities_.referents(dependent);
                if (fits(found)) return found;
            }
        }
        return {};
    }

    /// "It is hard to …", "it seems that …": no thing is meant.
    bool is_expletive(TokenIndex i) const {
        const Token& token = analysis_.tokens[i];
        if (token.head == no_token || (token.deprel != Deprel::nsubj && token.deprel != Deprel::nsubj_pass))
            return false;
        const Token& governor = analysis_.tokens[token.head];
        static constexpr std::string_view weather[] = {"rain", "snow",   "seem", "appear",
                                                       "take", "matter", "turn", "emerge"};
        if (std::find(std::begin(weather), std::end(weather), governor.lemma) != std::end(weather) &&
            (has_dependent(token.head, Deprel::ccomp) || has_dependent(token.head, Deprel::csubj) ||
             governor.lemma == "rain" || governor.lemma == "snow"))
            return true;
        // "It took four hours for the argument to start."
        if (governor.lemma == "take" &&
            (has_dependent(token.head, Deprel::advcl) || has_dependent(token.head, Deprel::xcomp)))
            return true;
        // "It is the biggest purchase yet": a deed, or nothing that has a name.
        if (governor.upos == Upos::noun && has_dependent(token.head, Deprel::cop) &&
            facts_.lemma(token.head).of(WordClass::noun).empty())
            return true;
        if (governor.upos == Upos::adj && has_dependent(token.head, Deprel::cop))
            return has_dependent(token.head, Deprel::csubj) || has_dependent(token.head, Deprel::ccomp) ||
                   has_dependent(token.head, Deprel::xcomp) || has_dependent(token.head, Deprel::advcl);
        return has_dependent(token.head, Deprel::csubj);
    }

    /// "whose", "which", "who": what the relative clause hangs on.
    void relative(TokenIndex i) {
        TokenIndex at = i;
        for (int step = 0; step < 12; ++step) {
            const Token& token = analysis_.tokens[at];
            if (token.head == no_token) break;
            if (token.deprel == Deprel::acl_relcl) {
                const TokenIndex noun = token.head;
                if (noun >= i) break;
                std::vector<EntityId> found = referents_of(noun);
                const std::string small = folded(analysis_.form(i));
                if (small == "who" || small == "whom") {
                    // "Ann Lee of Acme, who …": who is the person that the phrase is
                    // about.
                    TokenIndex above = noun;
                    for (int climb = 0;
                         climb < 3 && !(found.size() == 1 && traits(found.front()).type == TypeId::person);
                         ++climb) {
                        const Token& link = analysis_.tokens[above];
                        if (link.head == no_token ||
                            (link.deprel != Deprel::nmod && link.deprel != Deprel::appos &&
                             link.deprel != Deprel::conj))
                            break;
                        above = link.head;
                        const std::vector<EntityId> further = referents_of(above);
                        if (further.size() == 1 && traits(further.front()).type == TypeId::person)
                            found = further;
                    }
                }
                if ((small == "who" || small == "whom") && !found.empty() &&
                    !(organization | person | TypeId::group).contains(traits(found.front()).type))
                    return;
                if (!found.empty()) add({i, i + 1}, i, MentionKind::pronoun, found);
                return;
            }
            at = token.head;
        }
        // The tree may have missed the clause: "Acme, which …" and "Acme, whose …".
        if (i >= 2 && analysis_.form(i - 1) == ",") {
            const Candidate* nearest = nullptr;
            if (!candidates_.empty()) nearest = &candidates_.back();
            if (nearest && !nearest->entities.empty() && nearest->tokens.end + 1 == i)
                add({i, i + 1}, i, MentionKind::pronoun, std::vector<EntityId>(nearest->entities));
        }
    }

    std::vector<EntityId> antecedents(TokenIndex i, const Agreement& agreement) {
        const Token& token = analysis_.tokens[i];
        const bool possessive = token.xpos == Xpos::prp_poss;
        if (const std::optional<EntityId> ahead = cataphora(i, agreement)) return {*ahead};
        const Role own_role = role_of(i);
        const std::vector<EntityId> shut_out = possessive ? owned_by(i) : clause_mates(i);
        const std::vector<TokenIndex> verbs = verbs_above(i);
        const TypeSet selected = selected_types(i);
        const float frequency = agreement.gender != 0 ? person_frequency_weight : frequency_weight;
        std::vector<EntityId> best;
        float best_score = agreement.plural ? 0.8F : minimal_score;
        std::size_t looked_at = 0;
        for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
            const Candidate& candidate = candidates_[c];
            const std::size_t distance = sentence_ - candidate.sentence;
            if (distance > max_pronoun_distance) break;
            if (inside_other_quotation(candidate.head, i)) continue;
            std::vector<EntityId> referents = candidate.entities;
            if (agreement.plural && referents.size() == 1) {
                std::vector<EntityId> listed = coordinated_with(candidate);
                if (listed.size() > 1) referents = std::move(listed);
            }
            if (referents.empty()) {
                // A common noun that the pronoun may mean as well: then nothing known is meant.
                if (agreement.gender != 0 || candidate.plural != agreement.plural) continue;
                if (same_clause(candidate, i) || contains(candidate, i) ||
                    (possessive && token.head == candidate.head))
                    continue;
                float score = salience(candidate, distance);
                if (distance == 0)
                    score += 0.5F - recency_weight *
                                        static_cast<float>(std::min<TokenIndex>(i - candidate.head, 40));
                if (candidate.role == own_role) score += parallel_weight;
                if (distance == 0) score += clause_bonus(candidate, verbs, i);
                if (!selected.empty() && possessive) score -= selection_weight;
                if (score > best_score) {
                    best_score = score;
                    best.clear();
                }
                continue;
            }
            if (!agreement.plural && referents.size() > 1) continue;
            const bool fit = std::all_of(referents.begin(), referents.end(), [&](EntityId id) {
                return agreement.types.contains(traits(id).type);
            });
            if (!fit) continue;
            const EntityId id = referents.front();
            const std::uint8_t genders = traits(id).genders;
            if (agreement.gender != 0 && genders != 0 && (genders & agreement.gender) == 0) continue;
            if (!possessive && same_clause(candidate, i)) continue;
            if (possessive && token.head == candidate.head) continue;
            if (contains(candidate, i)) continue;
            if (std::find(shut_out.begin(), shut_out.end(), id) != shut_out.end()) continue;
            float score = salience(candidate, distance, sentence_decay, frequency);
            if (!selected.empty() && agreement.gender == 0)
                score += selected.contains(traits(id).type) ? selection_weight : -0.6F * selection_weight;
            if (agreement.gender != 0 && genders == agreement.gender) score += gender_weight;
            if (agreement.plural) {
                if (referents.size() > 1)
                    score += 1.0F;
                else if (traits(id).type == TypeId::person || traits(id).type == TypeId::model ||
                         traits(id).type == TypeId::product)
                    continue;
                else if (traits(id).type == TypeId::organization && !may_be_they(id))
                    score -= 2.5F;
            } else if (!agreement.gender) {
                // "it" in news is a company or a thing before it is a place, a law or a group.
                const TypeId type = traits(id).type;
                if (type == TypeId::place || type == TypeId::technology) score -= 2.0F;
                if (type == TypeId::benchmark || type == TypeId::event || type == TypeId::work) score -= 0.7F;
            }
            if (candidate.role == own_role) score += parallel_weight;
            if (distance == 0) {
                score += 0.5F;
                score -= recency_weight *
                         static_cast<float>(std::min<TokenIndex>(i - std::min(i, candidate.head), 40));
                score += clause_bonus(candidate, verbs, i);
            }
            if (score > best_score) {
                best_score = score;
                best = std::move(referents);
            }
        }
        return best;
    }

    bool contains(const Candidate& candidate, TokenIndex i) const { return candidate.tokens.contains(i); }

    /// Clubs, sides and parties are "they".
    bool may_be_they(EntityId id) const {
        return holds_any(
            " town city united fc rovers wanderers athletic county albion party democrats liberals "
            "conservatives labour greens republicans ",
            known_[index_of(id)].name_words);
    }

    /// The verbs of the clauses around a token, innermost first.
    std::vector<TokenIndex> verbs_above(TokenIndex i) const {
        std::vector<TokenIndex> verbs;
        TokenIndex at = analysis_.tokens[i].head;
        for (int step = 0; step < 10 && at != no_token; ++step) {
            const bool clause = analysis_.tokens[at].upos == Upos::verb || has_dependent(at, Deprel::cop);
            if (clause) verbs.push_back(at);
            // A clause beside it that has a subject of its own ends what is near.
            if (clause && analysis_.tokens[at].deprel == Deprel::conj &&
                (has_dependent(at, Deprel::nsubj) || has_dependent(at, Deprel::nsubj_pass)))
                break;
            at = analysis_.tokens[at].head;
        }
        return verbs;
    }

    /// The subject of the clause that a pronoun stands in is nearest at hand, then those further out; of a
    /// verb of saying it is the likeliest of all, of "demanded that it …" it is not meant.
    float clause_bonus(const Candidate& candidate, const std::vector<TokenIndex>& verbs, TokenIndex i) const {
        TokenIndex argument = argument_of(candidate.head);
        if (candidate.role != Role::subject) {
            // "a spokeswoman for Acme said that it …", "Acme's spokesman"
            const Token& token = analysis_.tokens[argument];
            if (token.head == no_token || !analysis_.tokens[token.head].lemma.starts_with("spokes")) return 0;
            argument = token.head;
        }
        const TokenIndex verb = analysis_.tokens[argument].head;
        if (verb == no_token) return 0;
        for (std::size_t v = 0; v < verbs.size(); ++v) {
            if (verbs[v] != verb) continue;
            const std::string& lemma = analysis_.tokens[verb].lemma;
            const bool own_subject =
                analysis_.tokens[i].head == verbs.front() && analysis_.tokens[i].deprel == Deprel::nsubj;
            if (v == 1 && own_subject && analysis_.tokens[verbs.front()].deprel == Deprel::ccomp) {
                if (lemma == "demand" || lemma == "insist" || lemma == "order" || lemma == "require" ||
                    lemma == "propose")
                    return lemma == "insist" ? 0 : -speaker_weight;
                return speaker_weight;
            }
            return std::max(0.3F, clause_subject_weight - outer_clause_step * static_cast<float>(v));
        }
        return 0;
    }

    /// What the owner in "its rival" cannot be: what the phrase itself means ("X, its rival").
    std::vector<EntityId> owned_by(TokenIndex i) const {
        std::vector<EntityId> found;
        TokenIndex at = analysis_.tokens[i].head;
        for (int step = 0; step < 3 && at != no_token; ++step) {
            for (const EntityId id : entities_.referents(at)) found.push_back(id);
            const Token& token = analysis_.tokens[at];
            if (token.deprel != Deprel::appos && token.deprel != Deprel::nmod &&
                token.deprel != Deprel::nmod_poss)
                break;
            if (token.head != no_token && token.deprel == Deprel::appos) {
                for (const EntityId id : entities_.referents(token.head)) found.push_back(id);
                break;
            }
            at = token.head;
        }
        return found;
    }

    /// The types that the verb or the noun possessed asks for: "its customers", "approve it".
    TypeSet selected_types(TokenIndex i) const {
        const Token& token = analysis_.tokens[i];
        if (token.head == no_token) return {};
        const WordFacts& above = facts_.lemma(token.head);
        if (token.xpos == Xpos::prp_poss) {
            TypeSet types = above.of(WordClass::possessed);
            if (types.empty() && above.is(role_noun)) types = organization;
            return types;
        }
        if (token.deprel == Deprel::nsubj && analysis_.tokens[token.head].upos == Upos::noun)
            return above.of(WordClass::noun);  // "it is a good model"
        if (token.deprel == Deprel::nsubj) return above.of(WordClass::subject_of);
        if (token.deprel == Deprel::obj || token.deprel == Deprel::nsubj_pass)
            return above.of(WordClass::object_of);
        return {};
    }

    /// "By its maker's own account, Heron 3 …": a pronoun before the subject that it means.
    std::optional<EntityId> cataphora(TokenIndex i, const Agreement& agreement) const {
        if (agreement.plural) return std::nullopt;
        const TokenRange sentence = analysis_.sentences[sentence_].tokens;
        TokenIndex at = i;
        TokenIndex fronted = no_token;
        for (int step = 0; step < 8; ++step) {
            const Token& token = analysis_.tokens[at];
            if (token.head == no_token) return std::nullopt;
            if (token.deprel == Deprel::obl || token.deprel == Deprel::advcl) {
                fronted = at;
                break;
            }
            if (token.deprel == Deprel::nsubj || token.deprel == Deprel::ccomp ||
                token.deprel == Deprel::conj)
                return std::nullopt;
            at = token.head;
        }
        if (fronted == no_token) return std::nullopt;
        const TokenIndex verb = analysis_.tokens[fronted].head;
        if (verb == no_token || verb < fronted) return std::nullopt;
        for (const TokenIndex dependent : dependents(verb)) {
            if (dependent <= i || dependent >= sentence.end) continue;
            if (analysis_.tokens[dependent].deprel != Deprel::nsubj &&
                analysis_.tokens[dependent].deprel != Deprel::nsubj_pass)
                continue;
            if (in_name_[dependent]) {
                const std::vector<EntityId> named = entities_.referents(dependent);
                if (named.empty()) continue;
                const EntityId id = named.front();
                const EntityTraits& found = traits(id);
                if (!agreement.types.contains(found.type)) return std::nullopt;
                if (agreement.gender != 0 && found.genders != 0 && (found.genders & agreement.gender) == 0)
                    return std::nullopt;
                return id;
            }
        }
        return std::nullopt;
    }

    // ---- quotations ----------------------------------------------------------------------------------

    void find_quotations() {
        quotation_at_.assign(analysis_.tokens.size(), 0);
        std::uint32_t count = 0;
        bool open = false;
        std::uint32_t paragraph = 0;
        for (const Sentence& sentence : analysis_.sentences) {
            if (sentence.paragraph != paragraph) open = false;  // a mark that was forgotten ends there
            paragraph = sentence.paragraph;
            for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const std::string_view form = analysis_.form(i);
                const bool opens = form == "\xE2\x80\x9C" || form == "``";
                const bool closes = form == "\xE2\x80\x9D" || form == "''";
                if (opens || (form == "\"" && !open)) {
                    open = true;
                    ++count;
                    continue;
                }
                if (closes || form == "\"") {
                    open = false;
                    continue;
                }
                if (open) quotation_at_[i] = count;
            }
        }
    }

    /// A pronoun in a quotation seldom means what only the writer named, and the other way round; what the
    /// speaker says of "it" may still be the article's subject, so only other quotations are shut out.
    bool inside_other_quotation(TokenIndex candidate, TokenIndex anaphor) const {
        const std::uint32_t a = quotation_at_[candidate];
        const std::uint32_t b = quotation_at_[anaphor];
        return a != 0 && b != a;
    }

    /// Who speaks in the quotation around `i`: the subject of a verb of saying beside it.
    std::optional<EntityId> speaker_at(TokenIndex i) {
        const std::uint32_t quotation = quotation_at_[i];
        if (quotation == 0) return std::nullopt;
        if (speaker_quotation_ == quotation) return speaker_;
        speaker_quotation_ = quotation;
        speaker_.reset();
        // Its sentence first, then the ones around it in the paragraph, nearest first.
        const std::uint32_t paragraph = analysis_.sentences[sentence_].paragraph;
        for (const int offset : {0, -1, 1, -2, 2}) {
            const auto place = static_cast<std::ptrdiff_t>(sentence_) + offset;
            if (place < 0 || place >= static_cast<std::ptrdiff_t>(analysis_.sentences.size())) continue;
            const Sentence& sentence = analysis_.sentences[static_cast<std::size_t>(place)];
            if (sentence.paragraph != paragraph) continue;
            const TokenRange near{
                std::max(sentence.tokens.begin, i > max_speaker_distance ? i - max_speaker_distance : 0),
                std::min(sentence.tokens.end, i + max_speaker_distance)};
            if (near.begin >= near.end) continue;
            if (const std::optional<EntityId> found = sayer_in(near)) {
                speaker_ = found;
                break;
            }
        }
        return speaker_;
    }

    std::optional<EntityId> sayer_in(TokenRange tokens) const {
        static constexpr std::string_view saying[] = {
            "say",      "tell",    "add",   "write",   "insist", "argue",   "recall", "joke",
            "admit",    "concede", "warn",  "predict", "claim",  "reply",   "note",   "explain",
            "quip",     "tweet",   "post",  "call",    "ask",    "declare", "state",  "announce",
            "complain", "remark",  "boast", "respond", "accuse", "praise"};
        for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
            if (quotation_at_[i] != 0 || analysis_.tokens[i].upos != Upos::verb) continue;
            if (std::find(std::begin(saying), std::end(saying), analysis_.tokens[i].lemma) ==
                std::end(saying))
                continue;
            TokenIndex verb = i;
            // "put it on sale, calling it …": who calls is the subject further out.
            for (int step = 0; step < 3 && !has_dependent(verb, Deprel::nsubj); ++step) {
                const Token& token = analysis_.tokens[verb];
                if (token.head == no_token || (token.deprel != Deprel::advcl &&
                                               token.deprel != Deprel::conj && token.deprel != Deprel::xcomp))
                    break;
                verb = token.head;
            }
            for (const TokenIndex dependent : dependents(verb)) {
                if (analysis_.tokens[dependent].deprel != Deprel::nsubj || quotation_at_[dependent] != 0)
                    continue;
                const std::vector<EntityId> found = referents_of(dependent);
                if (found.size() == 1 && (organization | person).contains(traits(found.front()).type))
                    return found.front();
            }
        }
        return std::nullopt;
    }

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
    std::size_t sentence_ = 0;
    std::pair<std::size_t, std::size_t> sentence_names_;
};

}  // namespace

void resolve_coreference(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
                         const Dependents& dependents, const std::vector<EntityTraits>& traits,
                         Entities& entities) {
    Resolver(analysis, gazetteer, facts, dependents, traits, entities).resolve();
}

}  // namespace newsgraph
