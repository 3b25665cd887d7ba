// Pronouns: "it", "she", "their", "whose", "itself".
#include "ingest/entity/resolver.hpp"

#include <algorithm>

namespace newsgraph::coreference {
namespace {

constexpr float person_frequency_weight = 0.8F;  // for "he" and "she": a portrait's subject lasts
constexpr float clause_subject_weight = 1.5F;    // the subject of the clause that a pronoun stands in
constexpr float outer_clause_step = 0.5F;        // less, for each clause further out
constexpr float speaker_weight = 2.0F;           // "Acme said that it …"
constexpr float selection_weight = 1.0F;         // fits the verb or the noun possessed
constexpr float recency_weight = 0.02F;          // for each token between, in one sentence
constexpr float parallel_weight = 0.6F;          // same role in its clause
constexpr float gender_weight = 1.5F;

}  // namespace

std::vector<EntityId> Resolver::clause_mates(TokenIndex anaphor) const {
    std::vector<EntityId> mates;
    const auto take_one = [&](TokenIndex head) {
        const std::vector<EntityId> found = entities_.referents(head);
        if (found.size() == 1) mates.push_back(found.front());  // "both" are still he and she
    };
    const auto take = [&](TokenIndex head) {
        take_one(head);
        // "Acme and Bolt put it into the company": neither is the company.
        for (const TokenIndex member : dependents(head)) {
            if (analysis_.tokens[member].deprel == Deprel::conj) take_one(member);
        }
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

bool Resolver::same_clause(const Candidate& candidate, TokenIndex anaphor) const {
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

std::optional<Resolver::Agreement> Resolver::agreement_of(std::string_view small) {
    if (small == "it" || small == "its" || small == "itself") return Agreement{things, 0, false};
    if (small == "he" || small == "him" || small == "his" || small == "himself")
        return Agreement{person, 2, false};
    if (small == "she" || small == "her" || small == "hers" || small == "herself")
        return Agreement{person, 1, false};
    if (small == "they" || small == "them" || small == "their" || small == "theirs" || small == "themselves")
        return Agreement{organization | person | TypeId::model | TypeId::product | TypeId::group, 0, true};
    return std::nullopt;
}

void Resolver::pronoun(TokenIndex i) {
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
        if (const std::optional<EntityId> speaker = speaker_at(i)) {
            decision_ = {Link::speaker, speaker_token_};
            add({i, i + 1}, i, MentionKind::pronoun, {*speaker});
        }
        return;
    }
    const std::optional<Agreement> agreement = agreement_of(small);
    if (!agreement) return;
    if (small == "it" && is_expletive(i)) return;
    if (small.ends_with("self") || small.ends_with("selves")) {
        decision_.link = Link::subject;
        if (const std::vector<EntityId> self = reflexive(i, *agreement); !self.empty())
            add({i, i + 1}, i, MentionKind::pronoun, self);
        return;
    }
    const std::vector<EntityId> found = antecedents(i, *agreement);
    if (!found.empty()) add({i, i + 1}, i, MentionKind::pronoun, found);
}

std::vector<EntityId> Resolver::reflexive(TokenIndex i, const Agreement& agreement) const {
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

bool Resolver::is_expletive(TokenIndex i) const {
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
        !has_dependent(token.head, Deprel::case_) && facts_.lemma(token.head).of(WordClass::noun).empty())
        return true;
    if (governor.upos == Upos::adj && has_dependent(token.head, Deprel::cop))
        return has_dependent(token.head, Deprel::csubj) || has_dependent(token.head, Deprel::ccomp) ||
               has_dependent(token.head, Deprel::xcomp) || has_dependent(token.head, Deprel::advcl);
    return has_dependent(token.head, Deprel::csubj);
}

void Resolver::relative(TokenIndex i) {
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
            decision_ = {Link::relative, noun};
            if (!found.empty()) add({i, i + 1}, i, MentionKind::pronoun, found);
            return;
        }
        at = token.head;
    }
    // The tree may have missed the clause: "Acme, which …" and "Acme, whose …".
    if (i >= 2 && analysis_.form(i - 1) == ",") {
        const Candidate* nearest = nullptr;
        if (!candidates_.empty()) nearest = &candidates_.back();
        decision_ = {Link::relative, nearest ? nearest->head : no_token};
        if (nearest && !nearest->entities.empty() && nearest->tokens.end + 1 == i)
            add({i, i + 1}, i, MentionKind::pronoun, std::vector<EntityId>(nearest->entities));
    }
}

std::vector<EntityId> Resolver::antecedents(TokenIndex i, const Agreement& agreement) {
    const Token& token = analysis_.tokens[i];
    const bool possessive = token.xpos == Xpos::prp_poss;
    if (const std::optional<EntityId> ahead = cataphora(i, agreement)) {
        decision_.link = Link::ahead;
        return {*ahead};
    }
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
                score +=
                    0.5F - recency_weight * static_cast<float>(std::min<TokenIndex>(i - candidate.head, 40));
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
        const bool fit = std::all_of(referents.begin(), referents.end(),
                                     [&](EntityId id) { return agreement.types.contains(traits(id).type); });
        if (!fit) continue;
        const EntityId id = referents.front();
        const std::uint8_t genders = genders_of(id);
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
            decision_ = {Link::salience, candidate.head};
        }
    }
    return best;
}

bool Resolver::may_be_they(EntityId id) const {
    return holds_any(
        " town city united fc rovers wanderers athletic county albion party democrats liberals "
        "conservatives labour greens republicans ",
        known_[index_of(id)].name_words);
}

std::vector<TokenIndex> Resolver::verbs_above(TokenIndex i) const {
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

float Resolver::clause_bonus(const Candidate& candidate, const std::vector<TokenIndex>& verbs,
                             TokenIndex i) const {
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

std::vector<EntityId> Resolver::owned_by(TokenIndex i) const {
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

TypeSet Resolver::selected_types(TokenIndex i) const {
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
    if (token.deprel == Deprel::nsubj) {
        const TypeSet types = above.of(WordClass::subject_of);
        return types.empty() ? compared_types(token.head) : types;
    }
    if (token.deprel == Deprel::obj || token.deprel == Deprel::nsubj_pass)
        return above.of(WordClass::object_of);
    return {};
}

/// "It beats Bolt": what is compared is of the kind of what it is compared with.
TypeSet Resolver::compared_types(TokenIndex verb) const {
    static constexpr std::string_view comparing[] = {
        "beat",     "outperform", "surpass", "match",   "exceed",   "rival", "top",     "trail",
        "undercut", "outscore",   "outsell", "eclipse", "resemble", "equal", "overtake"};
    const std::string& lemma = analysis_.tokens[verb].lemma;
    if (std::find(std::begin(comparing), std::end(comparing), lemma) == std::end(comparing)) return {};
    for (const TokenIndex dependent : dependents(verb)) {
        if (analysis_.tokens[dependent].deprel != Deprel::obj || !in_name_[dependent]) continue;
        const std::vector<EntityId> named = entities_.referents(dependent);
        if (!named.empty()) return TypeSet(traits(named.front()).type);
    }
    return {};
}

std::optional<EntityId> Resolver::cataphora(TokenIndex i, const Agreement& agreement) const {
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
        // "before she joined it, Ann …": the clause's own subject may look ahead, what is under another may
        // not.
        if ((token.deprel == Deprel::nsubj && at != i) || token.deprel == Deprel::ccomp ||
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

}  // namespace newsgraph::coreference
