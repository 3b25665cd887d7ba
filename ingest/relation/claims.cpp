#include "ingest/relation/claims.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "ingest/relation/attribution.hpp"
#include "ingest/relation/matching.hpp"
#include "ingest/relation/modality.hpp"
#include "ingest/relation/open_relations.hpp"
#include "ingest/relation/reading.hpp"
#include "ingest/relation/repair/repair.hpp"
#include "ingest/relation/stance.hpp"

namespace newsgraph {
namespace {

/// What makes two claims the same relation.
using RelationKey = std::tuple<EntityId, std::string, EntityId>;

RelationKey key_of(const Claim& claim) { return {claim.head, claim.type, claim.tail}; }

/// Of two readings the one that says less: negated, possible, reported, asserted. Two negations would cancel,
/// but the verb that lends itself to a noun and the noun are negated together ("has no deal").
ModalityReading weaker(const ModalityReading& a, const ModalityReading& b) {
    const auto rank = [](Modality modality) {
        switch (modality) {
            case Modality::negated:
                return 3;
            case Modality::possible:
                return 2;
            case Modality::claimed:
            case Modality::reported:
                return 1;
            default:
                return 0;
        }
    };
    return rank(b.modality) > rank(a.modality) ? b : a;
}

/// Is the verb in the past: "left", "has left", "was fired"; not "will have left", "is leaving"?
bool has_happened(const Analysis& analysis, const Dependents& dependents, TokenIndex verb) {
    const Token& word = analysis.tokens[verb];
    if (word.xpos == Xpos::vbd) return true;
    if (word.xpos != Xpos::vbn) return false;
    bool past = false;
    for (const TokenIndex child : dependents.of(verb)) {
        const Token& helper = analysis.tokens[child];
        if (helper.deprel != Deprel::aux && helper.deprel != Deprel::aux_pass) continue;
        if (helper.xpos == Xpos::md || helper.xpos == Xpos::vb) return false;
        past |= helper.xpos == Xpos::vbd || lower_lemma(analysis, child) == "have";
    }
    return past;
}

/// Who belongs to whom, as the claims say it.
Affiliations affiliations_of(const std::vector<Draft>& drafts, const Ontology& ontology) {
    Affiliations affiliations;
    for (const Draft& draft : drafts) {
        const std::optional<Implication::Part> member = ontology.relations()[draft.relation].member;
        if (member == Implication::Part::head) affiliations.add(draft.claim.head, draft.claim.tail);
        if (member == Implication::Part::tail) affiliations.add(draft.claim.tail, draft.claim.head);
    }
    affiliations.settle();
    return affiliations;
}

/// Gives each draft its modality, its source and the words that state it.
class Finisher {
  public:
    Finisher(const Reading& reading, const std::vector<Draft>& drafts)
        : reading_(reading),
          attributions_(reading.analysis, reading.dependents, reading.entities, reading.ontology.modality()),
          affiliations_(affiliations_of(drafts, reading.ontology)) {}

    /// The claim of the draft; `basis` tells why it is held so.
    Claim finish(const Draft& draft, ClaimBasis& basis) const {
        Claim claim = draft.claim;
        // "urged them to reject X": to urge it is to be against it, whether they do or not.
        const TokenIndex governor = reading_.analysis.tokens[draft.predicate].head;
        const bool by_governor = draft.said == Modality::asserted && governor != no_token;
        const TokenIndex predicate = by_governor ? governor : draft.predicate;
        const TokenIndex anchor = by_governor ? governor : draft.anchor;
        ModalityReading words = reading_of(predicate);
        // "urged them not to reject X"
        if (const ModalityReading own = reading_of(draft.predicate);
            by_governor && own.modality == Modality::negated)
            words = own;
        if (anchor != predicate) words = weaker(words, reading_of(anchor));
        if (draft.holds_negation && words.modality == Modality::negated) words = {};
        for (const TokenIndex argument : {draft.head_token, draft.tail_token}) {
            if (!claim.open && !by_governor) words = weaker(words, reading_of_argument(argument, anchor));
        }
        if (draft.presupposed) words = {};
        if (draft.said) words = weaker(words, {*draft.said, draft.predicate});
        StanceQuestion question{claim.head, claim.tail, false, false};
        if (!claim.open) {
            question.speech_act = reading_.ontology.relations()[draft.relation].speech_act;
            question.measured = reading_.ontology.relations()[draft.relation].measured;
        }
        const Attribution attribution = attributions_.of(anchor, {{draft.head_token, draft.tail_token}});
        const Stance stance = stance_of(question, words, attribution, affiliations_, reading_.entities);
        if (!claim.open) date_by_announcement(claim, draft, attribution);
        basis = {words, attribution, stance};
        claim.modality = stance.modality;
        claim.attributed_to = stance.attributed_to;
        const Span span = reading_.analysis.span(draft.evidence);
        claim.evidence = {reading_.document.id, span,
                          std::string(reading_.analysis.text.substr(span.begin, span.size))};
        return claim;
    }

  private:
    ModalityReading reading_of(TokenIndex predicate) const {
        return modality_of(reading_.analysis, reading_.dependents, reading_.ontology.modality(), predicate);
    }

    ModalityReading reading_of_argument(TokenIndex argument, TokenIndex predicate) const {
        return modality_of_argument(reading_.analysis, reading_.dependents, reading_.ontology.modality(),
                                    argument, predicate);
    }

    /// "Acme will buy Bolt, the two announced on Monday": the day of the announcement, where no other is
    /// told.
    void date_by_announcement(Claim& claim, const Draft& draft, const Attribution& attribution) const {
        if (attribution.hold != Hold::announces || attribution.carried || attribution.verb == no_token)
            return;
        for (const QualifierSource& source : reading_.ontology.relations()[draft.relation].qualifiers) {
            if (source.value != QualifierValue::date) continue;
            if (std::ranges::find(claim.qualifiers, source.name, &Qualifier::name) != claim.qualifiers.end())
                return;
            for (const Value* value :
                 values_of(reading_.analysis, reading_.dependents, reading_.values, attribution.verb)) {
                if (value->kind != ValueKind::date) continue;
                claim.qualifiers.push_back({source.name, value->text, value->normalized});
                return;
            }
        }
    }

    const Reading& reading_;
    Attributions attributions_;
    Affiliations affiliations_;
};

/// "Ana stepped down as chief executive of Acme": what is over once that has happened. A post is over only
/// where the words don't name another one that was left.
class FormerMarker {
  public:
    FormerMarker(const Reading& reading, const std::vector<Draft>& drafts, std::vector<Claim>& claims)
        : reading_(reading), drafts_(drafts), claims_(claims) {}

    void mark() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (is_told(i) && !over(i).empty()) endings_.push_back(i);
        }
        if (endings_.empty()) return;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (!claims_[i].open) beside_[key(i)].push_back(i);
        }
        for (const std::size_t ending : endings_) {
            for (const std::size_t other : beside_[key(ending)]) end(ending, other);
        }
    }

  private:
    /// What is said in one sentence of one pair.
    using Key = std::tuple<std::size_t, EntityId, EntityId>;

    Key key(std::size_t i) const { return {drafts_[i].sentence, claims_[i].head, claims_[i].tail}; }

    const RelationType& relation(std::size_t i) const {
        return reading_.ontology.relations()[drafts_[i].relation];
    }

    const std::vector<std::string>& over(std::size_t i) const { return relation(i).makes_former; }

    bool is_told(std::size_t i) const {
        const Claim& claim = claims_[i];
        return !claim.open && claim.modality != Modality::negated && claim.modality != Modality::possible &&
               has_happened(reading_.analysis, reading_.dependents, drafts_[i].anchor);
    }

    static const Qualifier* qualifier(const Claim& claim, std::string_view name) {
        const auto found = std::ranges::find(claim.qualifiers, name, &Qualifier::name);
        return found == claim.qualifiers.end() ? nullptr : &*found;
    }

    void end(std::size_t ending, std::size_t held) const {
        Claim& claim = claims_[held];
        if (std::ranges::find(over(ending), claim.type) == over(ending).end()) return;
        const Qualifier* const left_role = qualifier(claims_[ending], "role");
        const Qualifier* const held_role = qualifier(claim, "role");
        if (left_role != nullptr && held_role != nullptr && left_role->value != held_role->value) return;
        if (relation(held).has_qualifier("status") && qualifier(claim, "status") == nullptr)
            claim.qualifiers.push_back({"status", "former", {}});
    }

    const Reading& reading_;
    const std::vector<Draft>& drafts_;
    std::vector<Claim>& claims_;
    std::vector<std::size_t> endings_;
    std::map<Key, std::vector<std::size_t>> beside_;
};

/// What follows from the claims by the ontology.
class Implier {
  public:
    Implier(const Ontology& ontology, Entities& entities, const std::vector<Claim>& claims)
        : ontology_(ontology), entities_(entities) {
        for (const Claim& claim : claims) known_.insert({key_of(claim), 0});
        for (std::size_t i = 0; i < entities.entities.size(); ++i) {
            const Entity& entity = entities.entities[i];
            by_name_.emplace(entity.name, static_cast<EntityId>(i));
            for (const std::string& alias : entity.aliases) by_name_.emplace(alias, static_cast<EntityId>(i));
        }
    }

    std::vector<Claim> imply(const std::vector<Claim>& claims) {
        std::vector<Claim> implied;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const RelationType* type = claims[i].open ? nullptr : ontology_.relation(claims[i].type);
            const bool firm =
                claims[i].modality != Modality::negated && claims[i].modality != Modality::possible;
            if (type == nullptr || !firm) continue;
            for (const Implication& implication : type->implications) {
                for (Claim& claim : follow(claims[i], implication)) {
                    claim.inferred_from = {static_cast<std::uint32_t>(i)};
                    if (known_.insert({key_of(claim), 0}).second) implied.push_back(std::move(claim));
                }
            }
        }
        return implied;
    }

  private:
    std::vector<Claim> follow(const Claim& claim, const Implication& implication) {
        const RelationType& type = ontology_.relations()[implication.relation];
        std::vector<Claim> result;
        for (const EntityId head : part(claim, implication.head, implication.qualifier)) {
            for (const EntityId tail : part(claim, implication.tail, implication.qualifier)) {
                if (head == tail || !admits(type.head_types, type_of(head)) ||
                    !admits(type.tail_types, type_of(tail)))
                    continue;
                if (type.same_kind && type_of(head) != type_of(tail)) continue;
                result.push_back(derived(claim, type, head, tail, implication));
            }
        }
        return result;
    }

    const std::string& type_of(EntityId id) const { return entities_.entities[index_of(id)].type; }

    bool belongs_to(EntityId thing, const std::string& name) const {
        const auto owner = by_name_.find(name);
        if (owner == by_name_.end()) return false;
        return owner->second == thing ||
               std::ranges::any_of(ontology_.relations(), [&](const RelationType& type) {
                   return type.member == Implication::Part::tail &&
                          known_.contains({owner->second, type.name, thing});
               });
    }

    std::vector<EntityId> part(const Claim& claim, Implication::Part part,
                               const std::string& qualifier) const {
        if (part == Implication::Part::head) return {claim.head};
        if (part == Implication::Part::tail) return {claim.tail};
        std::vector<EntityId> named;
        for (const Qualifier& filled : claim.qualifiers) {
            if (filled.name != qualifier) continue;
            const auto known = by_name_.find(filled.value);
            if (known != by_name_.end()) named.push_back(known->second);
        }
        return named;
    }

    Claim derived(const Claim& claim, const RelationType& type, EntityId head, EntityId tail,
                  const Implication& implication) const {
        Claim result = claim;
        // "Acme says that Lux beats Zed on Quiz": of its own model it claims a score, of another's it reports
        // one.
        if (result.modality == Modality::claimed && implication.head == Implication::Part::tail &&
            !belongs_to(head, result.attributed_to))
            result.modality = Modality::reported;
        result.head = head;
        result.type = type.name;
        result.tail = tail;
        result.inferred = true;
        const bool same_pair = implication.head != Implication::Part::qualifier &&
                               implication.tail != Implication::Part::qualifier;
        std::erase_if(result.qualifiers, [&](const Qualifier& qualifier) {
            return !same_pair || !type.has_qualifier(qualifier.name);
        });
        return result;
    }

    const Ontology& ontology_;
    Entities& entities_;
    std::map<RelationKey, int> known_;
    std::map<std::string, EntityId> by_name_;
};

}  // namespace

std::vector<Claim> find_claims(const Document& document, const Analysis& analysis, Entities& entities,
                               const Ontology& ontology, const ClaimObserver& observer) {
    const Analysis repaired = repair_trees(analysis, entities);
    const Dependents dependents(repaired);
    const Reading reading(document, repaired, dependents, entities, ontology);
    std::vector<Attempt> attempts;
    std::vector<Draft> drafts = match_triggers(reading, observer ? &attempts : nullptr);
    std::vector<Entity> phrases;
    std::vector<Draft> open = find_open_relations(reading, drafts, phrases);

    const Finisher finisher(reading, drafts);
    std::ranges::move(open, std::back_inserter(drafts));
    std::ranges::stable_sort(drafts, {}, [](const Draft& draft) { return draft.evidence.begin; });
    std::vector<Claim> claims;
    claims.reserve(drafts.size());
    std::vector<ClaimBasis> bases(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) claims.push_back(finisher.finish(drafts[i], bases[i]));

    FormerMarker(reading, drafts, claims).mark();
    std::ranges::move(phrases, std::back_inserter(entities.entities));
    for (Claim& claim : Implier(ontology, entities, claims).imply(claims)) claims.push_back(std::move(claim));
    if (observer) observer({reading, attempts, drafts, bases, claims});
    return claims;
}

}  // namespace newsgraph
