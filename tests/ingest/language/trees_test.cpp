#include "ingest/language/trees.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace newsgraph;

namespace {

bool is_tree(const std::vector<std::size_t>& heads) {
    std::size_t roots = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        roots += heads[i] == 0;
        std::size_t at = i + 1;
        for (std::size_t steps = 0; at != 0; ++steps) {
            if (steps > heads.size()) return false;
            at = heads[at - 1];
        }
    }
    return roots == 1;
}

float score(const std::vector<std::size_t>& heads, const std::vector<float>& scores) {
    float sum = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
    return sum;
}

/// The best of all trees, by trying every choice of heads.
float best_of_all(std::size_t words, const std::vector<float>& scores) {
    std::vector<std::size_t> heads(words, 0);
    float best = -1e9F;
    for (;;) {
        if (is_tree(heads)) best = std::max(best, score(heads, scores));
        std::size_t i = 0;
        while (i < words && ++heads[i] > words) heads[i++] = 0;
        if (i == words) return best;
    }
}

}  // namespace

TEST_CASE("no tree scores more than the one found", "[language][trees]") {
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        const std::size_t words = 1 + random() % 5;
        std::vector<float> scores(words * (words + 1));
        for (float& value : scores) value = static_cast<float>(random() % 64) * 0.25F;
        const std::vector<std::size_t> heads = best_tree(scores, words, words + 1);
        CAPTURE(round, words, heads);
        REQUIRE(is_tree(heads));
        REQUIRE(score(heads, scores) == best_of_all(words, scores));
    }
}

TEST_CASE("whatever the scores, a tree has one root and no cycle", "[language][trees]") {
    std::mt19937 random(2);
    for (const std::size_t words : {1U, 2U, 17U, 60U, 200U}) {
        for (int round = 0; round < 10; ++round) {
            std::vector<float> scores(words * (words + 3));
            // Few different values: many ties; or large ones.
            for (float& value : scores) {
                value = static_cast<float>(random() % (round % 2 == 0 ? 3 : 100'000)) - 50.0F;
            }
            CAPTURE(words, round);
            REQUIRE(is_tree(best_tree(scores, words, words + 3)));
        }
        REQUIRE(is_tree(best_tree(std::vector<float>(words * (words + 1), 0.0F), words, words + 1)));
    }
}
