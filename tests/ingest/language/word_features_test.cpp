#include "ingest/language/word_features.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace newsgraph;

TEST_CASE("the program computes a word's features as the training does", "[language][model]") {
    struct Case {
        std::string form, normalised, shape;
        std::uint64_t hash;
        std::array<std::uint32_t, 5> rows;
    };
    // Printed by train/features.py.
    const std::vector<Case> cases = {
        {"Meta", "meta", "Xxx", 0xa5b18d38e18c13e0, {1609, 1505, 205, 1853, 782}},
        {"GPT-4o", "gpt-0o", "XX-dx", 0x12f7592d6f203d56, {2361, 1073, 2578, 3960, 495}},
        {"don’t", "don't", "xx'x", 0x4e088aaa7cba9fef, {2600, 1578, 1892, 5474, 920}},
        {"Café", "café", "Xxx", 0xf95e3c98feb12c57, {210, 2000, 2519, 1117, 782}},
        {"“", "\"", "\"", 0x97dc7ff6f1cc28d, {1905, 1759, 1210, 4478, 81}},
        {"1,234.5", "0,000.0", "d,dd.d", 0x2eb1bde6b853e01c, {826, 378, 2668, 4502, 491}},
        {"www.example.org", "<url>", "xx.xx.xx", 0x70461cd01ea9b9c5, {3774, 1319, 1449, 6098, 944}},
        {"ana@example.org", "<email>", "xx@xx.xx", 0xbef838d8ae189249, {2594, 1319, 3412, 2326, 599}},
        {"ÉLAN", "élan", "XX", 0xade1d78a9b1f43bd, {1974, 419, 3347, 5133, 165}},
        {"…", "...", "..", 0xff3d40fadaa1578a, {2952, 956, 4089, 735, 620}},
        {"日本語", "日本語", "xx", 0xe7f158e6de1c960f, {502, 1030, 3321, 6011, 911}},
        {"a", "a", "x", 0xf104580922a76390, {991, 1940, 673, 2145, 540}},
        {"iPhone", "iphone", "xXxx", 0x8939e5fcd6ebf771, {2591, 2044, 1013, 380, 507}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.form);
        CHECK(normalised(c.form) == c.normalised);
        CHECK(shape_of(c.form) == c.shape);
        const WordFeatures features(c.form);
        CHECK(features.vocabulary_hash == c.hash);
        CHECK(features.rows == c.rows);
    }
}

TEST_CASE("bytes that are no UTF-8 have features too", "[language][model]") {
    for (const std::string form : {"", "\xFF", "\xC3", "a\xE2\x80", "\x80\x80\x80\x80\x80", "\xF0\x9F\x98",
                                   "\xED\xA0\x80", "x\xC0\xAFy"}) {
        CAPTURE(form);
        const WordFeatures features(form);
        for (std::size_t i = 0; i < hashed_rows.size(); ++i) CHECK(features.rows[i] < hashed_rows[i]);
        CHECK(normalised(form) == form);
    }
    CHECK(normalised(std::string(100'000, 'A')) == std::string(100'000, 'a'));
}
