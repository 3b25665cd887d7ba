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
constexpr double bias = 0.51;
constexpr std::array<Weight, fact_feature_count> weights{{
    {"verb", 0.41},
    {"adjective", -0.04},
    {"copula", 0.05},
    {"apposition", 0.26},
    {"title", 0.19},
    {"listed", -0.03},
    {"possessor", -0.84},
    {"gapped", 0},
    {"main_clause", 0.43},
    {"complement_clause", -0.10},
    {"relative_clause", 0.12},
    {"reduced_clause", -0.30},
    {"adverbial_clause", -0.00},
    {"aside", 0.15},
    {"within_phrase", -0.31},
    {"nested", -0.12},
    {"deeply_nested", -0.60},
    {"coordinated", -0.12},
    {"chained", 0.12},
    {"infinitive", -0.14},
    {"participle", -0.14},
    {"past_tense", 0.26},
    {"passive", 0.15},
    {"negated", -0.04},
    {"subordinated", -0.18},
    {"subject_name", 0.14},
    {"subject_noun", -0.09},
    {"subject_pronoun", 0.02},
    {"subject_other", -0.07},
    {"subject_shared", 0.02},
    {"subject_controlled", -0.06},
    {"subject_described", -0.32},
    {"subject_after", -0.05},
    {"subject_far", -0.22},
    {"second_object", 0.08},
    {"second_complement", 0.13},
    {"second_clause", 0.02},
    {"second_phrase", 0.22},
    {"second_loose", -0.03},
    {"second_pronoun", -0.12},
    {"later_member", -0.21},
    {"further_argument", -0.21},
    {"several_further_arguments", -0.24},
    {"short_first", -0.17},
    {"long_first", -0.35},
    {"short_second", -0.21},
    {"long_second", -0.19},
    {"short_relation", -0.14},
    {"long_relation", 0.10},
    {"short_sentence", 0.07},
    {"long_sentence", -0.21},
    {"very_long_sentence", -0.20},
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
