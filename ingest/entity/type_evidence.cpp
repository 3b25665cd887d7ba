#include "ingest/entity/type_evidence.hpp"

#include <algorithm>

namespace newsgraph {
namespace {

constexpr float repeated = 0.25F;  // of its weight, for evidence of a kind that was seen before
constexpr float repeated_limit = 1.6F;
// Names without any evidence are organisations more often than anything else: in news two names of five.
constexpr float organization_prior = 1.0F;

}  // namespace

void TypeEvidence::add(EvidenceKind kind, TypeId type, float weight) {
    float& score = scores_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(type)];
    if (score == 0) {
        score = weight;
        return;
    }
    score = std::max({score, weight, std::min(score + repeated * weight, repeated_limit * weight)});
}

void TypeEvidence::add(EvidenceKind kind, TypeSet types, float weight) {
    if (types.empty()) return;
    const float share = weight / static_cast<float>(types.size());
    for (std::size_t t = 0; t < max_type_count; ++t) {
        if (types.contains(static_cast<TypeId>(t))) add(kind, static_cast<TypeId>(t), share);
    }
}

void TypeEvidence::merge(const TypeEvidence& other) {
    for (std::size_t k = 0; k < evidence_kind_count; ++k) {
        for (std::size_t t = 0; t < max_type_count; ++t) {
            if (other.scores_[k][t] > 0)
                add(static_cast<EvidenceKind>(k), static_cast<TypeId>(t), other.scores_[k][t]);
        }
    }
}

float TypeEvidence::score(TypeId type) const {
    float sum = 0;
    for (const auto& kind : scores_) sum += kind[static_cast<std::size_t>(type)];
    return sum;
}

float TypeEvidence::score(EvidenceKind kind, TypeId type) const {
    return scores_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(type)];
}

float TypeEvidence::total() const {
    float sum = 0;
    for (const auto& kind : scores_) {
        for (const float score : kind) sum += score;
    }
    return sum;
}

float TypeEvidence::total(EvidenceKind kind) const {
    float sum = 0;
    for (const float score : scores_[static_cast<std::size_t>(kind)]) sum += score;
    return sum;
}

TypeId best_type(const TypeEvidence& evidence) {
    TypeId best = TypeId::organization;
    float best_score = evidence.score(best) + organization_prior;
    for (std::size_t t = 1; t < max_type_count; ++t) {
        const float score = evidence.score(static_cast<TypeId>(t));
        if (score > best_score) {
            best_score = score;
            best = static_cast<TypeId>(t);
        }
    }
    return best;
}

}  // namespace newsgraph
