// Descriptions that stand alone: "the company", "the Toronto firm".
#include "ingest/entity/resolver.hpp"

#include <algorithm>

namespace newsgraph::coreference {
namespace {

constexpr std::size_t max_nominal_distance = 10;   // sentences: "the institute" may take up an early name
constexpr std::size_t max_own_noun_distance = 40;  // for "the bill", where one thing is named a bill
constexpr float topic_frequency_weight = 0.8F;     // for descriptions: "the company" is the article's
constexpr float same_noun_weight = 4.0F;           // "a non-profit … the non-profit"
constexpr float name_noun_weight = 4.0F;           // "Moss Institute … the institute"
constexpr float modifier_weight = 4.0F;            // "a Toronto firm … the Toronto company"
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

}  // namespace

void Resolver::nominal(TokenIndex i) {
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
    if (small == "old" && is_age(i)) {
        const std::vector<EntityId> found = antecedents(i, Agreement{person, 0, false});
        if (!found.empty()) add({i, i + 1}, i, MentionKind::nominal, found);
        return;
    }
    if (token.upos != Upos::noun) return;
    const TypeSet types = facts_.lemma(i).of(WordClass::reference);
    if (token.deprel == Deprel::compound || token.deprel == Deprel::flat) return;
    const TokenRange phrase = phrase_of(i);
    // "the Acme phone": the name right before the word for its kind says which.
    if (!candidates_.empty() && candidates_.back().is_name && candidates_.back().tokens.end == i &&
        candidates_.back().entities.size() == 1) {
        const Candidate& name = candidates_.back();
        const EntityId id = name.entities.front();
        const TypeSet kinds = types | facts_.lemma(i).of(WordClass::noun);
        const bool thing = (TypeSet(TypeId::product) | TypeId::model | TypeId::event | TypeId::law |
                            TypeId::work | TypeId::technology)
                               .contains(traits(id).type);
        if (thing && kinds.contains(traits(id).type) && analysis_.tokens[name.head].head == i) {
            decision_ = {Link::beside, name.head};
            add(trimmed(phrase, i), i, MentionKind::nominal, {id});
            return;
        }
    }
    if (types.empty()) return;
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

bool Resolver::is_age(TokenIndex old) const {
    // "the 23-year-old": nothing follows that it would modify.
    const TokenIndex begin = analysis_.sentences[sentence_].tokens.begin;
    if (old < begin + 5 || analysis_.form(old - 1) != "-" || folded(analysis_.form(old - 2)) != "year" ||
        analysis_.form(old - 3) != "-" || folded(analysis_.form(old - 5)) != "the")
        return false;
    const Upos next = old + 1 < analysis_.tokens.size() ? analysis_.tokens[old + 1].upos : Upos::punct;
    return next != Upos::noun && next != Upos::propn && next != Upos::adj;
}

bool Resolver::is_definite(TokenIndex noun, TokenRange phrase) const {
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

bool Resolver::is_restricted(TokenIndex noun, TokenRange phrase) const {
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

bool Resolver::narrows(TokenIndex dependent) const {
    for (const TokenIndex under : dependents(dependent)) {
        if (analysis_.tokens[under].deprel != Deprel::case_) continue;
        const std::string small = folded(analysis_.form(under));
        return small == "of" || small == "behind" || small == "with" || small == "for";
    }
    return true;
}

bool Resolver::has_name_before(TokenIndex noun, TokenRange phrase) const {
    for (TokenIndex i = phrase.begin; i < noun; ++i) {
        if (in_name_[i]) return true;
    }
    return false;
}

bool Resolver::follows_comma(TokenIndex noun, TokenIndex dependent) const {
    for (TokenIndex i = noun + 1; i < dependent && i < noun + 6; ++i) {
        if (analysis_.form(i) == "," || analysis_.form(i) == "\xE2\x80\x94") return true;
    }
    return false;
}

std::optional<EntityId> Resolver::antecedent_of_description(TokenIndex noun, TokenRange phrase,
                                                            TypeSet types) {
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
    // "the Acme phone" is no other phone.
    if (noun > phrase.begin && in_name_[noun - 1] && !modifiers.empty() && types.contains(TypeId::product))
        return std::nullopt;
    const bool is_in_a_name = names_hold(lemma);
    std::optional<EntityId> best;
    float best_score = minimal_score;
    std::size_t looked_at = 0;
    for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
        const Candidate& candidate = candidates_[c];
        const std::size_t distance = sentence_ - candidate.sentence;
        if (distance > max_own_noun_distance) break;
        if (candidate.entities.size() != 1) continue;
        const EntityId id = candidate.entities.front();
        if (!types.contains(traits(id).type)) continue;
        if (phrase.contains(candidate.head)) continue;
        if (std::find(shut_out.begin(), shut_out.end(), id) != shut_out.end()) continue;
        const Known& known = known_[index_of(id)];
        const bool same_noun = std::find(known.nouns.begin(), known.nouns.end(), lemma) != known.nouns.end();
        const bool in_own_name = holds_word(known.name_words, lemma);
        if (distance > max_nominal_distance && !same_noun && !in_own_name) continue;
        float score = salience(candidate, distance, nominal_decay, topic_frequency_weight);
        if (same_noun) score += same_noun_weight;
        if (in_own_name) score += name_noun_weight;
        bool has_modifier = false;
        for (const std::string& modifier : modifiers) {
            if (std::find(known.modifiers.begin(), known.modifiers.end(), modifier) != known.modifiers.end())
                has_modifier = true;
        }
        // "the American agency" is not the Italian Space Agency.
        if (!has_modifier && has_other_nationality(modifiers, id)) continue;
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
                // "the university" is the Moss Institute only where no university is named.
                if (!is_in_a_name) score += 2.5F;
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
            if (word.is(female_word) && genders_of(id) == 2) continue;
            if (word.is(male_word) && genders_of(id) == 1) continue;
        }
        if ((type == TypeId::place || type == TypeId::law || type == TypeId::event || type == TypeId::work) &&
            !same_noun && !in_own_name) {
            if (type == TypeId::place) continue;
            const bool any_law =
                lemma == "law" || lemma == "legislation" || lemma == "measure" || lemma == "statute";
            // What a parliament passes is a bill, whatever it is called.
            const bool act = lemma == "bill" && holds_word(known.name_words, "act");
            const bool bill = lemma == "act" && holds_word(known.name_words, "bill");
            if (type == TypeId::law && !any_law && !act && !bill) continue;
            score -= 1.5F;
        }
        if (type == TypeId::product && !same_noun && !in_own_name) score -= 1.0F;
        // Older than that only by its own noun.
        if (distance > max_pronoun_distance && !same_noun && !in_own_name && !has_modifier)
            score -= 0.1F * static_cast<float>(distance - max_pronoun_distance);
        if (score > best_score) {
            best_score = score;
            best = id;
            decision_ = {same_noun      ? Link::noun
                         : in_own_name  ? Link::own_name
                         : has_modifier ? Link::modifier
                         : body         ? Link::kind
                                        : Link::salience,
                         candidate.head};
        }
    }
    return best;
}

/// Whether a nationality stands in the entity's name, and another one among the words beside the description.
bool Resolver::has_other_nationality(const std::vector<std::string>& modifiers, EntityId id) const {
    const auto is_nationality = [&](const std::string& word) {
        return gazetteer_.types(word) == TypeSet(TypeId::group);
    };
    if (std::none_of(modifiers.begin(), modifiers.end(), is_nationality)) return false;
    const std::string& name = entities_.entities[index_of(id)].name;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string word = name.substr(begin, end - begin);
        if (is_nationality(word) && std::find(modifiers.begin(), modifiers.end(), word) == modifiers.end())
            return true;
        begin = end + 1;
    }
    return false;
}

/// Whether one of the bodies spoken of not long ago is called so.
bool Resolver::names_hold(const std::string& lemma) const {
    std::size_t looked_at = 0;
    for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
        const Candidate& candidate = candidates_[c];
        if (sentence_ - candidate.sentence > max_nominal_distance) break;
        if (candidate.entities.size() == 1 &&
            holds_word(known_[index_of(candidate.entities.front())].name_words, lemma))
            return true;
    }
    return false;
}

void Resolver::common_noun(TokenIndex i) {
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

}  // namespace newsgraph::coreference
