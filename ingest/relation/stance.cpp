#include "ingest/relation/stance.hpp"

#include <algorithm>

namespace newsgraph {

void Affiliations::add(EntityId member, EntityId body) {
    if (member != body) pairs_.emplace_back(member, body);
}

void Affiliations::settle() {
    std::ranges::sort(pairs_);
    const auto repeated = std::ranges::unique(pairs_);
    pairs_.erase(repeated.begin(), repeated.end());
}

bool Affiliations::is_member(EntityId member, EntityId body) const {
    return std::ranges::binary_search(pairs_, std::pair{member, body});
}

std::optional<EntityId> Affiliations::body_of(EntityId member) const {
    const auto first = std::ranges::lower_bound(pairs_, std::pair{member, EntityId{0}});
    if (first == pairs_.end() || first->first != member) return std::nullopt;
    return first->second;
}

bool Affiliations::are_one_side(EntityId a, EntityId b) const {
    if (a == b || is_member(a, b) || is_member(b, a)) return true;
    // A chief and her company's model: both belong to the company.
    const auto first = std::ranges::lower_bound(pairs_, std::pair{a, EntityId{0}});
    for (auto pair = first; pair != pairs_.end() && pair->first == a; ++pair) {
        if (is_member(b, pair->second)) return true;
    }
    return false;
}

Stance stance_of(const StanceQuestion& question, const ModalityReading& reading,
                 const Attribution& attribution, const Affiliations& affiliations, const Entities& entities) {
    Stance stance;
    stance.decided_by = reading.decided_by;
    stance.modality = reading.modality;
    // What a sentence before reported goes on in "It beats Bolt by three points", not in "Rovers beat Town
    // 3-1".
    const std::string& head_type = entities.entities[index_of(question.head)].type;
    const bool goes_on = question.measured && head_type != "organization" && head_type != "person";
    const bool attributed = attribution.hold != Hold::none && (goes_on || !attribution.carried);
    const auto name_speaker = [&] {
        if (attributed && !attribution.speakers.empty()) {
            stance.attributed_to = entities.entities[index_of(attribution.speakers.front())].name;
        }
    };
    if (reading.modality == Modality::negated || reading.modality == Modality::possible) {
        name_speaker();
        return stance;
    }
    if (question.speech_act) {
        stance.modality = Modality::asserted;
        stance.decided_by = no_token;
        return stance;
    }
    if (!attributed) return stance;

    const auto of_a_party = [&](EntityId speaker) {
        return affiliations.are_one_side(speaker, question.head) ||
               affiliations.are_one_side(speaker, question.tail);
    };
    std::vector<EntityId> speakers = attribution.speakers;
    if (attribution.by_maker) {
        for (const EntityId party : {question.head, question.tail}) {
            if (const std::optional<EntityId> maker = affiliations.body_of(party);
                maker && speakers.empty()) {
                speakers.push_back(*maker);
            }
        }
    }
    const bool announced = attribution.hold == Hold::announces && !question.measured;
    const bool by_all =
        attribution.by_all_parties || (speakers.size() > 1 && std::ranges::all_of(speakers, of_a_party));
    if (announced || by_all) {
        stance.modality = reading.modality;
        return stance;
    }
    stance.decided_by = attribution.verb;
    const bool claims = attribution.by_maker || std::ranges::any_of(speakers, of_a_party);
    stance.modality = claims ? Modality::claimed : Modality::reported;
    if (!speakers.empty()) stance.attributed_to = entities.entities[index_of(speakers.front())].name;
    return stance;
}

}  // namespace newsgraph
