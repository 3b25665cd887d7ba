#include "ingest/entity/coreference.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/entity/resolver.hpp"

namespace newsgraph {
namespace coreference {
namespace {

// Salience, as in centering theory: the subject is spoken of, the object less, the possessor least.
constexpr float subject_salience = 3.0F;
constexpr float object_salience = 1.6F;
constexpr float other_salience = 1.0F;
constexpr float possessor_salience = 1.2F;
constexpr float heading_weight = 0.6F;  // named in a heading: what the article is about
constexpr float thing_salience = 0.0F;  // of a common noun that "it" may mean, against a name

}  // namespace

Resolver::Resolver(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
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

void Resolver::resolve() {
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
                     token.upos == Upos::adj ||
                     (token.upos == Upos::cconj && token.deprel != Deprel::cc_preconj &&
                      token.deprel != Deprel::cc && folded(analysis_.form(i)) == "both"))
                nominal(i);
            decision_ = {};
            common_noun(i);
        }
    }
}

Role Resolver::role_of(TokenIndex head) const {
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

void Resolver::remember(TokenRange tokens, TokenIndex head, std::vector<EntityId> entities, bool is_name) {
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

void Resolver::add(TokenRange tokens, TokenIndex head, MentionKind kind,
                   const std::vector<EntityId>& referents) {
    for (const EntityId id : referents)
        entities_.add(analysis_, Mention{tokens, head, kind, id, decision_.link, decision_.antecedent});
    decision_ = {};
    remember(tokens, head, referents, false);
}

bool Resolver::has_dependent(TokenIndex governor, Deprel relation) const {
    for (const TokenIndex dependent : dependents(governor)) {
        if (analysis_.tokens[dependent].deprel == relation) return true;
    }
    return false;
}

bool Resolver::holds_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const bool begins = at == 0 || words[at - 1] == ' ';
        const std::size_t end = at + word.size();
        if (begins && (end >= words.size() || words[end] == ' ')) return true;
    }
    return false;
}

bool Resolver::holds_any(std::string_view list, std::string_view words) {
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

float Resolver::salience(const Candidate& candidate, std::size_t distance, float decay,
                         float frequency) const {
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

TokenIndex Resolver::argument_of(TokenIndex head) const {
    for (int step = 0; step < 4; ++step) {
        const Token& token = analysis_.tokens[head];
        if (token.head == no_token) break;
        if (token.deprel != Deprel::appos && token.deprel != Deprel::flat && token.deprel != Deprel::conj &&
            token.deprel != Deprel::nmod_desc)
            break;
        if (token.deprel == Deprel::conj && analysis_.tokens[token.head].upos == Upos::verb) break;
        head = token.head;
    }
    return head;
}

}  // namespace coreference

void resolve_coreference(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
                         const Dependents& dependents, const std::vector<EntityTraits>& traits,
                         Entities& entities) {
    coreference::Resolver(analysis, gazetteer, facts, dependents, traits, entities).resolve();
}

}  // namespace newsgraph
