// What refers to several things at once: "both companies", "the two", "the latter".
#include "ingest/entity/resolver.hpp"

#include <algorithm>

namespace newsgraph::coreference {

bool Resolver::several(TokenIndex i, const std::string& small) {
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
        decision_.link = Link::several;
        add({i, i + 1}, i, MentionKind::nominal, {small == "latter" ? pair.back() : pair.front()});
        return true;
    }
    if ((small == "pair" || small == "duo") && !(i > 0 && folded(analysis_.form(i - 1)) == "the"))
        return false;
    const std::vector<EntityId> pair = last_several(2, TypeSet(), i);
    decision_.link = Link::several;
    if (pair.size() == 2) add({i, i + 1}, i, MentionKind::nominal, pair);
    return true;
}

void Resolver::several_of(TokenIndex noun, TokenRange phrase, TypeSet types) {
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
    decision_.link = Link::several;
    add(trimmed(phrase, noun), noun, MentionKind::nominal, found);
}

std::vector<EntityId> Resolver::two_in_one_sentence(TypeSet types) const {
    for (std::size_t back = 0; back < 2 && back <= sentence_; ++back) {
        std::vector<EntityId> found;
        std::size_t looked_at = 0;
        for (std::size_t c = candidates_.size(); c-- > 0 && looked_at < max_candidates; ++looked_at) {
            const Candidate& candidate = candidates_[c];
            if (candidate.sentence + back < sentence_) break;
            if (candidate.sentence + back != sentence_ || candidate.entities.size() != 1) continue;
            const EntityId id = candidate.entities.front();
            if (!types.contains(traits(id).type) || std::find(found.begin(), found.end(), id) != found.end())
                continue;
            if (candidate.role == Role::subject || candidate.role == Role::object)
                found.insert(found.begin(), id);
        }
        if (found.size() == 2) return found;
    }
    return {};
}

std::vector<EntityId> Resolver::last_several(std::size_t count, TypeSet types, TokenIndex anaphor) {
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
        if (fit && !(candidate.sentence == sentence_ && candidate.head > anaphor)) {
            decision_.antecedent = candidate.head;
            return listed;
        }
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

std::vector<EntityId> Resolver::coordinated_with(const Candidate& candidate) const {
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

}  // namespace newsgraph::coreference
