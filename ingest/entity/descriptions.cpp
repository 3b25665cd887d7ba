// Descriptions that stand beside a name: "the chipmaker Acme", "Acme, a chipmaker".
#include "ingest/entity/resolver.hpp"

#include <algorithm>

namespace newsgraph::coreference {
namespace {

constexpr TokenIndex max_phrase_tokens = 16;      // before a noun
constexpr std::size_t max_neighbours = 32;        // names of a sentence looked at around one
constexpr std::size_t max_sentences_unnamed = 4;  // from what is spoken of to its name

}  // namespace

bool Resolver::is_described_by(TokenIndex noun, EntityId id) const {
    const Token& token = analysis_.tokens[noun];
    if (token.upos != Upos::noun || in_name_[noun]) return false;
    const TypeSet types = facts_.lemma(noun).of(WordClass::noun);
    return types.contains(traits(id).type);
}

void Resolver::describe_names() {
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

bool Resolver::belongs_to_other(TokenIndex noun, std::size_t name) const {
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

void Resolver::named(const Mention& name) {
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

void Resolver::beside(const Mention& name) {
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
                // "According to Acme, the regulator may …": without a comma behind it the noun is a subject.
                if (i + 1 < sentence.end && token.deprel == Deprel::nsubj &&
                    (analysis_.tokens[i + 1].upos == Upos::aux || is_finite(analysis_.tokens[i + 1].xpos)))
                    break;
                if (!described_[i] && is_described_by(i, name.entity)) mention_description(i, name);
                break;
            }
            // "the frozen-food chain"
            if (token.upos == Upos::verb && i + 1 < sentence.end && analysis_.form(i + 1) == "-") continue;
            if (token.upos == Upos::verb || token.upos == Upos::adp) break;
        }
    }
}

void Resolver::learn(TokenIndex noun, EntityId id) {
    Known& known = known_[index_of(id)];
    const std::string& lemma = analysis_.tokens[noun].lemma;
    if (std::find(known.nouns.begin(), known.nouns.end(), lemma) == known.nouns.end() &&
        known.nouns.size() < 16)
        known.nouns.push_back(lemma);
    if (traits(id).type == TypeId::person) {
        const WordFacts& word = facts_.lemma(noun);
        if (word.is(female_word)) known.genders |= 1U;
        if (word.is(male_word)) known.genders |= 2U;
    }
    const TokenRange phrase = phrase_of(noun);
    for (TokenIndex i = phrase.begin; i < noun; ++i) {
        if (in_name_[i]) add_modifier(id, i);
    }
    for (const TokenIndex dependent : dependents(noun)) {
        if (dependent > noun && in_name_[dependent]) add_modifier(id, dependent);
    }
}

void Resolver::add_modifier(EntityId id, TokenIndex token) {
    std::vector<std::string>& modifiers = known_[index_of(id)].modifiers;
    const std::string word(analysis_.form(token));
    if (modifiers.size() < 16 && std::find(modifiers.begin(), modifiers.end(), word) == modifiers.end())
        modifiers.push_back(word);
}

/// "A vaccine made by Acme works. The vaccine, Nova, …": what was spoken of before it was named.
void Resolver::name_later(TokenIndex noun, const Mention& name) {
    if (!has_determiner(noun, "the") || known_[index_of(name.entity)].mentions > 0 || sentence_ == 0) return;
    const std::size_t first = sentence_ > max_sentences_unnamed ? sentence_ - max_sentences_unnamed : 0;
    const TokenIndex end = analysis_.sentences[sentence_].tokens.begin;
    constexpr TokenIndex max_tokens_unnamed = 120;
    const TokenIndex begin = std::max(analysis_.sentences[first].tokens.begin,
                                      end > max_tokens_unnamed ? end - max_tokens_unnamed : 0);
    for (TokenIndex i = end; i-- > begin;) {
        const Token& token = analysis_.tokens[i];
        if (token.upos != Upos::noun || token.lemma != analysis_.tokens[noun].lemma || in_name_[i]) continue;
        const bool unnamed = token.xpos == Xpos::nn && !described_[i] && entities_.referents(i).empty() &&
                             (has_determiner(i, "a") || has_determiner(i, "an"));
        if (unnamed)
            entities_.add(analysis_,
                          Mention{{i, i + 1}, i, MentionKind::nominal, name.entity, Link::noun, noun});
        return;
    }
}

bool Resolver::has_determiner(TokenIndex noun, std::string_view word) const {
    for (const TokenIndex dependent : dependents(noun)) {
        if (analysis_.tokens[dependent].deprel == Deprel::det && folded(analysis_.form(dependent)) == word)
            return true;
    }
    return false;
}

void Resolver::mention_description(TokenIndex noun, const Mention& name) {
    name_later(noun, name);
    learn(noun, name.entity);
    described_[noun] = true;
    TokenRange phrase = phrase_of(noun);
    // "Meta's model, Muse Spark": the description ends before the name.
    if (phrase.begin <= name.tokens.begin && name.tokens.begin > noun)
        phrase.end = std::min(phrase.end, name.tokens.begin);
    if (name.tokens.end <= noun) phrase.begin = std::max(phrase.begin, name.tokens.end);
    phrase = trimmed(phrase, noun);
    entities_.add(analysis_,
                  Mention{phrase, noun, MentionKind::nominal, name.entity, Link::beside, name.head});
}

TokenRange Resolver::phrase_of(TokenIndex noun) const {
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

bool Resolver::belongs_to_phrase(TokenIndex token, TokenIndex noun) const {
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

TokenRange Resolver::trimmed(TokenRange range, TokenIndex head) const {
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

}  // namespace newsgraph::coreference
