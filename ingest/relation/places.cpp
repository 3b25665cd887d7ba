#include "ingest/relation/places.hpp"

#include <algorithm>
#include <array>

#include "ingest/relation/qualifying.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_nested = 4;       // nouns within nouns that a phrase is looked for in
constexpr std::size_t max_steps_above = 5;  // from a word to the clauses around it

/// "the Green Alliance party": said after a body's name of the body itself, not of a part of it.
bool is_kind_of_body(std::string_view noun) {
    static constexpr std::array<std::string_view, 16> kinds = {
        "party",    "company", "firm",  "group",   "club",  "bank",   "charity",  "newspaper",
        "magazine", "startup", "union", "airline", "chain", "agency", "start-up", "movement"};
    return std::ranges::find(kinds, noun) != kinds.end();
}

}  // namespace

std::vector<Referent> PlaceReader::resolve(const Clause& clause, const Trigger& trigger,
                                           const std::vector<Place>& places,
                                           const std::vector<std::string>& types, bool& uses_anchor) const {
    for (const Place& place : places) {
        if (place.kind == Place::Kind::understood) {
            if (has_holder(clause) || argument_has_holder(clause)) continue;
            // "was dismissed by Acme": from there, whatever the text is about.
            if (has_other_doer(clause, types)) continue;
            // Where only a person can be the head, it is the body that she belongs to.
            const RelationType& relation = reading_.ontology.relations()[trigger.relation];
            const bool of_persons =
                relation.head_types.size() == 1 && relation.head_types.front() == "person";
            if (const Post* post = of_persons && party_ ? posts_.of(*party_) : nullptr;
                post != nullptr && admits(types, reading_.type_of(post->body)) &&
                !is_aimed_at(clause, post->body))
                return {{post->body, clause.predicate}};
            if (of_persons) {
                const std::vector<Referent> body = body_of_other_person(clause, types);
                if (!body.empty()) return body;
            }
            const auto referent = reading_.understood(clause.predicate, types, party_);
            // "Ana Roe, a doctor at Acme, hailed the decision": another's than that of her own body.
            if (referent && !of_persons && belongs_to(referent->entity)) return {};
            if (referent && is_told(referent->token)) return {};
            // "left for Acme" leaves another.
            if (referent && is_aimed_at(clause, referent->entity)) return {};
            if (referent) return {*referent};
            continue;
        }
        if (place.kind == Place::Kind::predecessor) {
            const std::vector<Referent> found = body_of_other_person(clause, types);
            if (!found.empty()) return found;
            continue;
        }
        if (place.kind == Place::Kind::above) {
            const std::vector<Referent> found = subject_above(clause, types);
            if (!found.empty()) return found;
            continue;
        }
        bool lent = false;
        std::vector<Referent> found = resolve(clause, trigger, place, types, lent);
        if (found.empty()) continue;
        uses_anchor = uses_anchor || lent;
        return found;
    }
    return {};
}

std::vector<Referent> PlaceReader::resolve(const Clause& clause, const Trigger& trigger, const Place& place,
                                           const std::vector<std::string>& types, bool& lent) const {
    std::vector<Referent> found;
    const auto take = [&](const Argument& argument) {
        // "Acme, a London firm, and Bolt": only Acme is in London.
        const bool alone =
            argument.role == Role::self && argument.origin == Origin::described && !is_plural(clause);
        std::vector<Referent> meant = referents(argument.head, types);
        if (meant.empty() && argument.origin == Origin::described) meant = governor_of(argument.head, types);
        if (meant.empty()) meant = doer_of(trigger.relation, argument.head, types);
        for (const Referent& referent : meant) {
            if (alone && is_other_member(argument.head, referent.token)) continue;
            if (std::ranges::find(found, referent.entity, &Referent::entity) == found.end())
                found.push_back(referent);
        }
    };
    const std::vector<Argument> arguments = arguments_at(clause, place);
    const bool is_self = place.kind == Place::Kind::role && place.role == Role::self;
    for (const Argument& argument : arguments) {
        if (is_self && argument.head == clause.predicate) continue;
        if (clause.kind == ClauseKind::noun && within_one_name(clause.predicate, argument.head)) continue;
        const bool is_lent =
            clause.kind == ClauseKind::noun && clause.anchor != clause.predicate && is_lent_by_verb(argument);
        if (is_lent && !lends(clause, trigger)) continue;
        if (is_lent && argument.role == Role::subject && has_possessor(trigger.head) &&
            has_other_owner(clause, argument.head))
            continue;
        // "Ana is among the clients of Acme": the verb is "be".
        const bool copular = clause.kind == ClauseKind::noun && clause.anchor == clause.predicate &&
                             argument.role == Role::subject;
        if (copular && !trigger.light.empty() && !is_light_for(trigger, "be")) continue;
        const bool was_empty = found.empty();
        take(argument);
        if (was_empty && !found.empty()) lent = is_lent || (is_self && clause.nominal_complement);
    }
    if (found.empty() && clause.kind == ClauseKind::verb && place.kind == Place::Kind::oblique &&
        !place.preposition.empty())
        take_from_objects(clause, place, take);
    if (found.empty() && clause.kind == ClauseKind::noun && place.kind == Place::Kind::oblique &&
        place.preposition == "by")
        take_from_participle(clause, trigger, take);
    // The noun itself, where nothing else says whom it describes: "its rival" that coreference has
    // resolved.
    if (is_self && found.empty()) take({Role::self, Origin::own, clause.predicate, {}});
    return found;
}

bool PlaceReader::has_other_owner(const Clause& noun, TokenIndex subject) const {
    const std::vector<Referent> doers = reading_.referents(subject, {});
    return std::ranges::any_of(noun.arguments, [&](const Argument& argument) {
        if (argument.role != Role::possessor || argument.origin != Origin::own) return false;
        const std::vector<Referent> owners = reading_.referents(argument.head, {});
        return !owners.empty() && std::ranges::none_of(owners, [&](const Referent& owner) {
            return std::ranges::find(doers, owner.entity, &Referent::entity) != doers.end();
        });
    });
}

template <typename Take>
void PlaceReader::take_from_objects(const Clause& clause, const Place& place, const Take& take) const {
    std::vector<TokenIndex> nouns;
    for (const Argument& argument : clause.arguments) {
        const bool bare =
            argument.role == Role::oblique && argument.preposition.empty();  // "costs less than a tenth of"
        if ((argument.role == Role::object || bare) && argument.head > clause.predicate)
            nouns.push_back(argument.head);
    }
    for (std::size_t next = 0; next < nouns.size() && next < max_nested; ++next) {
        const Clause* noun = reading_.noun_clause(nouns[next]);
        if (noun == nullptr) continue;
        // "offers Lux on Bolt" may hang so; "the chief of Acme" is no phrase of the verb.
        if (reading_.name_at(nouns[next]) != nullptr &&
            (place.preposition == "of" || place.preposition == "at"))
            continue;
        for (const Argument& argument : noun->arguments) {
            if (argument.role != Role::oblique || argument.origin != Origin::own) continue;
            if (argument.preposition == place.preposition) take(argument);
            nouns.push_back(argument.head);
        }
    }
}

template <typename Take>
void PlaceReader::take_from_participle(const Clause& noun, const Trigger& trigger, const Take& take) const {
    for (const TokenIndex child : near_dependents(reading_.dependents, noun.predicate)) {
        const Token& participle = reading_.analysis.tokens[child];
        if (participle.deprel != Deprel::acl || participle.xpos != Xpos::vbn) continue;
        const Clause* verb = reading_.verbal_clause(child);
        if (verb == nullptr ||
            (!is_light_for(trigger, verb->lemma) && !reading_.ontology.is_light(verb->lemma)))
            continue;
        for (const Argument& argument : verb->arguments) {
            if (argument.role == Role::subject && argument.head > child) take(argument);
        }
    }
}

std::vector<Referent> PlaceReader::body_of_other_person(const Clause& clause,
                                                        const std::vector<std::string>& types) const {
    const Post* post = posts_.of_other_person(clause, party_);
    if (post == nullptr || !admits(types, reading_.type_of(post->body))) return {};
    return {{post->body, clause.predicate}};
}

bool PlaceReader::is_told(TokenIndex token) const {
    const Token& word = reading_.analysis.tokens[token];
    return word.head != no_token && lower_lemma(reading_.analysis, word.head) == "tell" &&
           (word.deprel == Deprel::obj || word.deprel == Deprel::iobj);
}

bool PlaceReader::has_other_doer(const Clause& clause, const std::vector<std::string>& types) const {
    if (clause.kind != ClauseKind::verb || !party_) return false;
    return std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
        if (argument.role != Role::subject || argument.origin != Origin::own) return false;
        const std::vector<Referent> doers = reading_.referents(argument.head, types);
        return !doers.empty() && std::ranges::find(doers, *party_, &Referent::entity) == doers.end();
    });
}

bool PlaceReader::is_aimed_at(const Clause& clause, EntityId organization) const {
    return std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
        if (argument.preposition != "for" && argument.preposition != "to") return false;
        const std::vector<Referent> meant = reading_.referents(argument.head, {});
        return std::ranges::find(meant, organization, &Referent::entity) != meant.end();
    });
}

bool PlaceReader::belongs_to(EntityId organization) const {
    const Post* post = party_ ? posts_.of(*party_) : nullptr;
    return post != nullptr && post->body == organization;
}

std::vector<Referent> PlaceReader::subject_above(const Clause& clause,
                                                 const std::vector<std::string>& types) const {
    // "was drafted by Ana and opposed by Bo": who does it is told.
    const bool is_told =
        !party_ && clause.kind == ClauseKind::verb &&
        std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
            return argument.role == Role::subject && !reading_.referents(argument.head, types).empty();
        });
    if (is_told) return {};
    const auto& tokens = reading_.analysis.tokens;
    TokenIndex at = clause.anchor;
    for (std::size_t step = 0; step < max_steps_above && tokens[at].head != no_token; ++step) {
        if (tokens[at].deprel == Deprel::ccomp || tokens[at].deprel == Deprel::parataxis) break;
        at = tokens[at].head;
        const Clause* around = reading_.verbal_clause(at);
        if (around == nullptr) continue;
        for (const Argument& argument : around->arguments) {
            if (argument.role != Role::subject || argument.head == clause.predicate) continue;
            std::vector<Referent> found = reading_.referents(argument.head, types);
            std::erase_if(found, [&](const Referent& referent) { return referent.entity == party_; });
            if (!found.empty()) return found;
        }
    }
    return {};
}

std::vector<Referent> PlaceReader::governor_of(TokenIndex noun, const std::vector<std::string>& types) const {
    TokenIndex at = noun;
    for (std::size_t step = 0; step < max_nested; ++step) {
        const Token& here = reading_.analysis.tokens[at];
        if (here.deprel != Deprel::nmod || here.head == no_token || here.head > at) return {};
        at = here.head;
        std::vector<Referent> found = reading_.referents(at, types);
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<Referent> PlaceReader::doer_of(std::size_t relation, TokenIndex deed,
                                           const std::vector<std::string>& types) const {
    const std::vector<std::string>& deeds = reading_.ontology.relations()[relation].deeds;
    const Clause* noun = deeds.empty() ? nullptr : reading_.noun_clause(deed);
    if (noun == nullptr || std::ranges::find(deeds, noun->lemma) == deeds.end()) return {};
    for (const Argument& argument : noun->arguments) {
        const bool names = argument.role == Role::possessor || argument.preposition == "by";
        if (!names || argument.origin != Origin::own) continue;
        std::vector<Referent> found = reading_.referents(argument.head, types);
        if (!found.empty()) return found;
    }
    return {};
}

bool PlaceReader::is_plural(const Clause& clause) const {
    const Xpos tag = reading_.analysis.tokens[clause.predicate].xpos;
    return tag == Xpos::nns || tag == Xpos::nnps;
}

bool PlaceReader::is_other_member(TokenIndex first, TokenIndex member) const {
    const auto& tokens = reading_.analysis.tokens;
    // "Acme and the firm Bolt": the name stands beside the member.
    for (std::size_t step = 0; step < max_nested && tokens[member].deprel == Deprel::appos; ++step) {
        if (tokens[member].head == no_token || tokens[member].head == first) break;
        member = tokens[member].head;
    }
    return member != first && reading_.analysis.tokens[member].deprel == Deprel::conj;
}

std::vector<Referent> PlaceReader::referents(TokenIndex head, const std::vector<std::string>& types) const {
    std::vector<Referent> found = reading_.referents(head, types);
    if (found.empty()) add_classified(head, types, found);
    if (found.empty()) add_measured(head, types, found);
    if (!found.empty() || !admits(types, "organization")) return found;
    const Clause* noun = reading_.noun_clause(head);
    if (noun == nullptr || !is_body(noun->lemma)) return found;
    for (const Argument& argument : noun->arguments) {
        const bool of_board = noun->lemma == "board" && argument.preposition == "of";
        if (argument.role != Role::possessor && !of_board) continue;
        for (const Referent& owner : reading_.referents(argument.head, {"person"})) {
            if (const Post* post = posts_.of(owner.entity)) found.push_back({post->body, head});
        }
        // "the president of Acme's games business": the unit has no name but its owner's.
        if (!is_part(noun->lemma) && noun->lemma != "board") continue;
        for (const Referent& owner : reading_.referents(argument.head, {"organization"}))
            found.push_back({owner.entity, head});
    }
    return found;
}

void PlaceReader::add_classified(TokenIndex head, const std::vector<std::string>& types,
                                 std::vector<Referent>& found) const {
    // What stands behind a name is often tagged as one more of its words.
    const Upos tag = reading_.analysis.tokens[head].upos;
    if (tag != Upos::noun && (tag != Upos::propn || reading_.name_at(head) != nullptr)) return;
    std::vector<TokenIndex> modifiers;
    for (const TokenIndex child : near_dependents(reading_.dependents, head)) {
        if (child < head && is_compound(child)) modifiers.push_back(child);
    }
    for (std::size_t next = 0; next < modifiers.size() && next < max_nested; ++next) {
        const Mention* name = reading_.name_at(modifiers[next]);
        if (name == nullptr) {
            for (const TokenIndex child : near_dependents(reading_.dependents, modifiers[next])) {
                if (child < head && is_compound(child)) modifiers.push_back(child);
            }
            continue;
        }
        const std::string& type = reading_.type_of(name->entity);
        const bool thing = type == "product" || type == "model" || type == "technology" || type == "event" ||
                           type == "benchmark" || type == "law";
        const bool body = type == "organization" && is_kind_of_body(lower_lemma(reading_.analysis, head));
        if ((thing || body) && admits(types, type)) found.push_back({name->entity, modifiers[next]});
    }
}

void PlaceReader::add_measured(TokenIndex head, const std::vector<std::string>& types,
                               std::vector<Referent>& found) const {
    const Clause* noun = reading_.noun_clause(head);
    if (noun == nullptr || !is_figure(*noun)) return;
    for (const Argument& argument : noun->arguments) {
        if (argument.role != Role::possessor || argument.origin != Origin::own) continue;
        for (const Referent& owner : reading_.referents(argument.head, types)) found.push_back(owner);
    }
}

bool PlaceReader::is_figure(const Clause& noun) const {
    if (reading_.analysis.tokens[noun.predicate].upos == Upos::sym || noun.lemma == "%") return true;
    static constexpr std::array<std::string_view, 9> figures = {
        "score", "result", "performance", "accuracy", "price", "rating", "figure", "speed", "percent"};
    return std::ranges::find(figures, noun.lemma) != figures.end();
}

bool PlaceReader::is_compound(TokenIndex token) const {
    const Deprel relation = reading_.analysis.tokens[token].deprel;
    return relation == Deprel::compound || relation == Deprel::nmod_unmarked || relation == Deprel::amod;
}

bool PlaceReader::is_lent_by_verb(const Argument& argument) {
    return argument.role == Role::subject || argument.role == Role::object ||
           argument.role == Role::indirect ||
           (argument.role == Role::oblique && argument.origin == Origin::shared);
}

bool PlaceReader::lends(const Clause& clause, const Trigger& trigger) const {
    if (clause.anchor == clause.predicate) return false;
    const Clause* anchor = reading_.verbal_clause(clause.anchor);
    if (anchor == nullptr) return false;
    return is_light_for(trigger, anchor->lemma);
}

bool PlaceReader::is_light_for(const Trigger& trigger, const std::string& verb) const {
    if (trigger.any_light) return reading_.ontology.is_light(verb);
    return std::ranges::any_of(trigger.light,
                               [&](const std::string& light) { return light == "*" || light == verb; });
}

bool PlaceReader::within_one_name(TokenIndex a, TokenIndex b) const {
    const Mention* name = reading_.name_at(a);
    return name != nullptr && name->tokens.contains(b);
}

bool PlaceReader::has_holder(const Clause& clause) const {
    if (clause.kind != ClauseKind::noun) return false;
    return std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
        if (argument.role == Role::possessor) return true;
        if (argument.role == Role::modifier)
            return reading_.analysis.tokens[argument.head].upos == Upos::propn;
        return argument.role == Role::oblique && argument.origin == Origin::own &&
               (argument.preposition == "of" || argument.preposition == "at" || argument.preposition == "to");
    });
}

bool PlaceReader::argument_has_holder(const Clause& clause) const {
    if (clause.kind != ClauseKind::verb) return false;
    return std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
        const Clause* noun = reading_.noun_clause(argument.head);
        if (noun == nullptr) return false;
        if (argument.role == Role::oblique && argument.preposition == "as") return has_holder(*noun);
        return argument.role == Role::object &&
               std::ranges::any_of(noun->arguments,
                                   [](const Argument& part) { return part.role == Role::possessor; });
    });
}

std::vector<Referent> PlaceReader::resolve_name(const Clause& clause, const std::vector<Place>& places,
                                                const std::vector<std::string>& types, bool is_name) const {
    for (const Place& place : places) {
        std::vector<Referent> found;
        const bool is_self = place.kind == Place::Kind::role && place.role == Role::self;
        if (is_self && is_name) {
            for (const Referent& referent : reading_.referents(clause.predicate, types)) {
                if (!is_other_member(clause.predicate, referent.token) ||
                    shares_possessor(clause, referent.token))
                    found.push_back(referent);
            }
        } else {
            for (const Argument& argument : arguments_at(clause, place)) {
                if (argument.origin == Origin::shared || within_one_name(clause.predicate, argument.head))
                    continue;
                if (is_self && argument.head != clause.predicate && argument.origin != Origin::described)
                    continue;
                // "Ana, a doctor at Acme, and Bob": only Ana is at Acme.
                const bool alone = is_self && argument.head != clause.predicate && !is_plural(clause);
                // "Ana Roe of the Acme party"
                const std::vector<Referent> meant = admits(types, "organization")
                                                        ? referents(argument.head, types)
                                                        : reading_.referents(argument.head, types);
                for (const Referent& referent : meant) {
                    if (alone && is_other_member(argument.head, referent.token)) continue;
                    found.push_back(referent);
                }
                if (is_self && !found.empty()) break;
            }
        }
        if (!found.empty()) return found;
    }
    return {};
}

bool PlaceReader::shares_possessor(const Clause& clause, TokenIndex member) const {
    const bool possessed = std::ranges::any_of(clause.arguments, [](const Argument& argument) {
        return argument.role == Role::possessor && argument.origin == Origin::own;
    });
    if (!possessed) return false;
    return std::ranges::none_of(near_dependents(reading_.dependents, member), [&](TokenIndex child) {
        const Deprel relation = reading_.analysis.tokens[child].deprel;
        return relation == Deprel::det || relation == Deprel::nmod_poss || relation == Deprel::case_;
    });
}

bool has_possessor(const std::vector<Place>& places) {
    return std::ranges::any_of(places, [](const Place& place) {
        return place.kind == Place::Kind::role && place.role == Role::possessor;
    });
}

bool is_body(std::string_view noun) {
    static constexpr std::array<std::string_view, 14> bodies = {
        "party", "company",    "firm",   "group", "employer", "club",     "bank",
        "up",    "university", "agency", "side",  "fund",     "start-up", "board"};
    return std::ranges::find(bodies, noun) != bodies.end() || is_part(noun);
}

bool is_part(std::string_view noun) {
    static constexpr std::array<std::string_view, 8> parts = {"unit",      "division", "arm", "department",
                                                              "operation", "business", "lab", "team"};
    return std::ranges::find(parts, noun) != parts.end();
}

}  // namespace newsgraph
