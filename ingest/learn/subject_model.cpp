#include "ingest/learn/subject_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace newsgraph {
namespace {

constexpr std::size_t table_size = std::size_t{1} << 20U;
constexpr int rounds = 8;  // through the examples
constexpr float step = 0.25F;
constexpr float least_error = 0.01F;
constexpr float decay = 0.1F;  // pulls each weight that is touched towards 0

std::size_t place_of(Feature feature) { return (feature ^ (feature >> 29U)) & (table_size - 1); }
std::size_t place_of(Feature feature, std::uint32_t relation) {
    return place_of(combined(feature, 0x51ed270b35ULL + relation));
}

struct Preference {
    Feature feature;
    float weight;
};

/// Where there are no examples.
const std::array<Preference, 12> untaught = {{
    {feature("subject of its clause", "1"), 2.0F},
    {feature("root subject", "1", "before"), 1.0F},
    {feature("first", "1", "before"), 1.0F},
    {feature("whole", "1"), 0.7F},
    {feature("kind", "name"), 1.0F},
    {feature("order", "before"), 0.7F},
    {feature("article", "1"), -1.0F},
    {feature("gap", "1", "before"), 0.5F},
    {feature("gap", "2", "before"), 0.5F},
    {feature("other sentence", "first", "pronoun"), 1.0F},
    {feature("absent"), 1.0F},
    {feature("absent: tag", "PRON"), 1.0F},
}};

}  // namespace

SubjectModel::SubjectModel() : weights_(table_size) {
    for (const Preference& preference : untaught) weights_[place_of(preference.feature)] = preference.weight;
}

float SubjectModel::score(const std::vector<Feature>& features, std::uint32_t relation) const {
    float sum = 0;
    for (const Feature feature : features)
        sum += weights_[place_of(feature)] + weights_[place_of(feature, relation)];
    return sum;
}

std::vector<float> SubjectModel::probabilities(const SubjectChoice& choice) const {
    std::vector<float> result;
    result.reserve(choice.options->size());
    for (std::size_t option = 0; option < choice.options->size(); ++option) {
        result.push_back(score((*choice.options)[option], choice.relation) +
                         score(choice.more[option], choice.relation));
    }
    const float most = result.empty() ? 0 : *std::ranges::max_element(result);
    float sum = 0;
    for (float& value : result) sum += value = std::exp(value - most);
    for (float& value : result) value /= sum;
    return result;
}

void SubjectModel::learn(std::span<const SubjectChoice* const> choices) {
    std::vector<float> travelled(table_size, 1.0F);
    const auto move = [&](std::size_t place, float slope) {
        slope += decay * weights_[place];
        travelled[place] += slope * slope;
        weights_[place] -= step * slope / std::sqrt(travelled[place]);
    };
    for (int round = 0; round < rounds; ++round) {
        for (const SubjectChoice* const given : choices) {
            const SubjectChoice& choice = *given;
            if (choice.right.empty()) continue;
            const std::vector<float> found = probabilities(choice);
            float right = 0;
            for (const std::uint32_t option : choice.right) right += found[option];
            for (std::uint32_t option = 0; option < found.size(); ++option) {
                const bool is_right = std::ranges::find(choice.right, option) != choice.right.end();
                // Of several right ones, each is pulled up by its share.
                const float slope =
                    found[option] - (is_right ? found[option] / std::max(right, 1e-9F) : 0.0F);
                if (std::abs(slope) < least_error) continue;
                for (const auto* features : {&(*choice.options)[option], &choice.more[option]}) {
                    for (const Feature feature : *features) {
                        move(place_of(feature), slope);
                        move(place_of(feature, choice.relation), slope);
                    }
                }
            }
        }
    }
}

}  // namespace newsgraph
