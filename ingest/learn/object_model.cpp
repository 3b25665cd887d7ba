#include "ingest/learn/object_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace newsgraph {
namespace {

constexpr int rounds = 8;  // through the examples
constexpr float step = 0.25F;
constexpr float least_error = 0.01F;  // smaller ones teach nothing
constexpr float decay = 0.1F;         // pulls each weight that is touched towards 0

/// Where there are no examples. In the order of `Hint`.
constexpr std::array<float, hint_count> untaught = {-4.5F, 2.2F,  1.0F, 1.6F, 0.8F, 0.7F,  -1.0F,
                                                    1.2F,  -2.0F, 2.0F, 1.5F, 0.3F, -0.6F, -2.0F,
                                                    -0.8F, 0,     0,    0,    0,    0,     0};

float logistic(float score) { return 1.0F / (1.0F + std::exp(-score)); }

/// The order of a round: a fixed shuffle (a linear congruential generator), the same on every machine.
void shuffle(std::vector<std::uint32_t>& places, std::uint64_t seed) {
    std::uint64_t state = seed * 2862933555777941757ULL + 3037000493ULL;
    for (std::size_t i = places.size(); i > 1; --i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        std::swap(places[i - 1], places[(state >> 33U) % i]);
    }
}

}  // namespace

void FeatureRows::count(std::span<const std::vector<Feature>> candidates) {
    ++text_;
    for (const std::vector<Feature>& features : candidates) {
        for (const Feature feature : features) {
            Seen& seen = seen_[feature];
            if (seen.text == text_) continue;
            seen.text = text_;
            ++seen.texts;
        }
    }
}

void FeatureRows::settle() {
    // By number, so that rows are the same wherever the table keeps its entries.
    std::vector<Feature> kept;
    for (const auto& [feature, seen] : seen_) {
        if (seen.texts >= 2) kept.push_back(feature);
    }
    std::ranges::sort(kept);
    std::erase_if(seen_, [](const auto& entry) { return entry.second.texts < 2; });
    for (std::size_t row = 0; row < kept.size(); ++row)
        seen_[kept[row]].row = static_cast<std::uint32_t>(row);
    size_ = kept.size();
}

std::vector<std::uint32_t> FeatureRows::rows(std::span<const Feature> features) const {
    std::vector<std::uint32_t> result;
    result.reserve(features.size());
    for (const Feature feature : features) {
        if (const auto found = seen_.find(feature); found != seen_.end()) result.push_back(found->second.row);
    }
    std::ranges::sort(result);
    result.erase(std::ranges::unique(result).begin(), result.end());
    return result;
}

ObjectModel::ObjectModel(std::size_t relations, std::size_t rows)
    : relations_(relations),
      weights_(relations * rows),
      hint_weights_(untaught.begin(), untaught.end()),
      bias_(relations) {}

void ObjectModel::scores(const ObjectInstance& instance, std::span<float> result) const {
    std::ranges::copy(bias_, result.begin());
    for (const std::uint32_t row : instance.rows) {
        const float* weights = &weights_[row * relations_];
        for (std::size_t relation = 0; relation < relations_; ++relation)
            result[relation] += weights[relation];
    }
    for (std::size_t relation = 0; relation < relations_; ++relation) {
        Hints hints = instance.hints[relation];
        while (hints != 0) {
            result[relation] += hint_weights_[static_cast<std::size_t>(__builtin_ctz(hints))];
            hints &= hints - 1;
        }
    }
}

void ObjectModel::probabilities(const ObjectInstance& instance, std::span<float> result) const {
    scores(instance, result);
    for (float& value : result) value = logistic(value);
}

void ObjectModel::learn(const std::vector<ObjectExample>& examples, std::span<const std::uint32_t> places,
                        float unlabelled_weight) {
    // Steps shrink as AdaGrad's do (Duchi, Hazan and Singer 2011).
    std::vector<float> travelled(weights_.size(), 1.0F);
    std::vector<float> hints_travelled(hint_weights_.size(), 1.0F);
    std::vector<float> bias_travelled(relations_, 1.0F);
    const auto move = [](float& weight, float& square_sum, float slope) {
        slope += decay * weight;
        square_sum += slope * slope;
        weight -= step * slope / std::sqrt(square_sum);
    };

    std::vector<std::uint32_t> order(places.begin(), places.end());
    std::vector<float> all;
    std::vector<std::int8_t> wanted;  // [candidate][relation]: 1 object, 0 none, -1 better left alone
    std::vector<bool> labelled;
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, static_cast<std::uint64_t>(round) + 1);
        for (const std::uint32_t place : order) {
            const ObjectExample& example = examples[place];
            all.resize(example.candidates.size() * relations_);
            wanted.assign(all.size(), 0);
            labelled.assign(relations_, false);
            const auto row_of = [&](std::size_t candidate) {
                return std::span<float>(all).subspan(candidate * relations_, relations_);
            };
            for (std::size_t candidate = 0; candidate < example.candidates.size(); ++candidate)
                scores(example.candidates[candidate], row_of(candidate));
            for (const ObjectTarget& target : example.targets) {
                labelled[target.relation] = true;
                std::uint32_t best = target.candidates.empty() ? 0 : target.candidates.front();
                for (const std::uint32_t candidate : target.candidates) {
                    wanted[candidate * relations_ + target.relation] = -1;
                    if (row_of(candidate)[target.relation] > row_of(best)[target.relation]) best = candidate;
                }
                if (!target.candidates.empty()) wanted[best * relations_ + target.relation] = 1;
            }
            for (std::size_t candidate = 0; candidate < example.candidates.size(); ++candidate) {
                const ObjectInstance& instance = example.candidates[candidate];
                for (std::size_t relation = 0; relation < relations_; ++relation) {
                    const std::int8_t want = wanted[candidate * relations_ + relation];
                    if (want < 0) continue;
                    const float found = logistic(all[candidate * relations_ + relation]);
                    float slope = found - static_cast<float>(want);
                    if (want == 0 && !labelled[relation]) slope *= unlabelled_weight;
                    if (std::abs(slope) < least_error) continue;
                    for (const std::uint32_t row : instance.rows) {
                        const std::size_t at = row * relations_ + relation;
                        move(weights_[at], travelled[at], slope);
                    }
                    move(bias_[relation], bias_travelled[relation], slope);
                    for (Hints hints = instance.hints[relation]; hints != 0; hints &= hints - 1) {
                        const auto at = static_cast<std::size_t>(__builtin_ctz(hints));
                        move(hint_weights_[at], hints_travelled[at], slope);
                    }
                }
            }
        }
    }
}

}  // namespace newsgraph
