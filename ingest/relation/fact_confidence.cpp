#include "ingest/relation/fact_confidence.hpp"

namespace newsgraph {
namespace {

struct Weight {
    std::string_view name;
    double weight = 0;
};

// Fitted by logistic regression on the dev part of CaRB (Bhardwaj, Aggarwal and Mausam, EMNLP 2019; MIT
// licence): the target of a fact is the share of its words that the reader's fact has too, as CaRB counts it.
// By ingest/relation/train/fit_fact_confidence.py, which prints this table and what ten-fold cross-validation
// gives.
constexpr double bias = 0.58;
constexpr std::array<Weight, fact_feature_count> weights{{
    {"verb", 0.33},
    {"adjective", -0.07},
    {"copula", 0.16},
    {"apposition", 0.33},
    {"title", 0.14},
    {"listed", -0.02},
    {"possessor", -0.87},
    {"gapped", 0},
    {"main_clause", 0.50},
    {"complement_clause", -0.04},
    {"relative_clause", -0.02},
    {"reduced_clause", -0.33},
    {"adverbial_clause", -0.05},
    {"aside", 0.28},
    {"within_phrase", -0.34},
    {"nested", -0.09},
    {"deeply_nested", -0.46},
    {"coordinated", -0.13},
    {"chained", 0.11},
    {"infinitive", -0.14},
    {"participle", -0.22},
    {"past_tense", 0.18},
    {"passive", 0.20},
    {"negated", -0.06},
    {"subordinated", -0.20},
    {"subject_name", 0.13},
    {"subject_noun", -0.09},
    {"subject_pronoun", -0.03},
    {"subject_other", -0.00},
    {"subject_shared", 0.07},
    {"subject_controlled", -0.06},
    {"subject_described", -0.26},
    {"subject_after", -0.14},
    {"subject_far", -0.15},
    {"second_object", 0.10},
    {"second_complement", -0.03},
    {"second_clause", 0.14},
    {"second_phrase", 0.23},
    {"second_loose", -0.03},
    {"second_pronoun", -0.06},
    {"later_member", -0.15},
    {"further_argument", -0.11},
    {"several_further_arguments", -0.32},
    {"short_first", -0.20},
    {"long_first", -0.40},
    {"short_second", -0.22},
    {"long_second", -0.28},
    {"short_relation", -0.04},
    {"long_relation", 0.11},
    {"short_sentence", 0.01},
    {"long_sentence", -0.27},
    {"very_long_sentence", -0.28},
}};

/// e to the power of `x`, for small `x`: multiplications only, which are the same on every machine.
double exponential(double x) noexcept {
    double power = 1 + x / 4096;
    for (int doubling = 0; doubling < 12; ++doubling) power *= power;
    return power;
}

}  // namespace

std::string_view to_string(FactFeature feature) noexcept {
    return weights[static_cast<std::size_t>(feature)].name;
}

double confidence_of(const FactFeatures& features) noexcept {
    double sum = bias;
    for (std::size_t i = 0; i < fact_feature_count; ++i) {
        if (features[i]) sum += weights[i].weight;
    }
    return 1 / (1 + exponential(-sum));
}

}  // namespace newsgraph
