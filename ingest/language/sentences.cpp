#include "ingest/language/sentences.hpp"

#include <algorithm>
#include <array>

#include "graph/error.hpp"
#include "ingest/language/boundary_features.hpp"
#include "ingest/language/characters.hpp"
#include "ingest/language/model_file.hpp"

namespace newsgraph {

struct SentenceSplitter::Model {
    static constexpr std::size_t width = BoundaryFeatures::hidden_width;

    explicit Model(const std::filesystem::path& path)
        : file(path, BoundaryFeatures::definition),
          rows(file.array<std::int8_t>("rows", BoundaryFeatures::row_count * width)),
          bias(file.array<std::int32_t>("bias", width)),
          output(file.array<std::int32_t>("output", width + 1)) {}

    /// Above 0 where a sentence ends. In whole numbers, so that every machine finds the same.
    std::int64_t score(std::span<const std::uint32_t> features) const {
        std::array<std::int32_t, width> hidden{};
        for (std::size_t k = 0; k < width; ++k) hidden[k] = bias[k];
        for (const std::uint32_t feature : features) {
            const std::int8_t* row = rows.data() + std::size_t{feature} * width;
            for (std::size_t k = 0; k < width; ++k) hidden[k] += row[k];
        }
        std::int64_t sum = output[width];
        for (std::size_t k = 0; k < width; ++k) {
            if (hidden[k] > 0) sum += std::int64_t{hidden[k]} * output[k];
        }
        return sum;
    }

    ModelFile file;
    std::span<const std::int8_t> rows;
    std::span<const std::int32_t> bias;
    std::span<const std::int32_t> output;  // a weight for each of the hidden values, then the constant
};

SentenceSplitter::SentenceSplitter(const std::filesystem::path& model_file)
    : model_(std::make_unique<Model>(model_file)) {}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

namespace {

/// The end of the dateline that a paragraph begins with ("OSLO, May 5 (Tribune) —"), which is a sentence of
/// its own in the treebanks; 0 if there is none.
std::size_t dateline_end(std::string_view text, std::span<const Word> words) {
    constexpr std::size_t longest = 14;  // words
    const auto form = [&](std::size_t i) { return text.substr(words[i].span.begin, words[i].span.size); };
    const auto is_capitals = [&](std::string_view word) {
        std::size_t letters = 0;
        for (std::size_t at = 0; at < word.size() && at < 64;) {
            const Character c = character_at(word, at);
            if (c.type == CharacterClass::lower) return false;
            letters += c.type == CharacterClass::upper ? 1u : 0u;
            at += c.size;
        }
        return letters >= 3;
    };
    const auto spaced = [&](std::size_t i) { return words[i - 1].span.end() < words[i].span.begin; };
    if (words.size() < 4 || !is_capitals(form(0))) return 0;
    for (std::size_t i = 1; i < longest && i + 2 < words.size(); ++i) {
        const Character first = character_at(form(i), 0);
        const bool is_dash = first.type == CharacterClass::dash || first.type == CharacterClass::hyphen;
        if (is_dash && spaced(i) && spaced(i + 1)) {
            const CharacterClass next = character_at(form(i + 1), 0).type;
            return next == CharacterClass::upper || next == CharacterClass::quote ? i + 1 : 0;
        }
        const bool fits = first.type == CharacterClass::upper || first.type == CharacterClass::digit ||
                          first.type == CharacterClass::open || first.type == CharacterClass::close ||
                          form(i) == "," || form(i) == "." || form(i) == "/";
        if (!fits) return 0;
    }
    return 0;
}

/// Whether a sentence begins after `words[last]` though its period is an abbreviation's too ("in the U.S.
/// He"): where a word follows that has a capital only at a sentence's start, and the abbreviation is none
/// that stands before names.
bool starts_after_abbreviation(std::string_view text, std::span<const Word> words, std::size_t last) {
    constexpr std::array<std::string_view, 14> closing = {"U.S.", "U.K.",  "E.U.", "U.N.", "U.S.A.",
                                                          "Inc.", "Corp.", "Ltd.", "Co.",  "Jr.",
                                                          "Sr.",  "a.m.",  "p.m.", "etc."};
    constexpr std::array<std::string_view, 20> starting = {
        "He",    "She", "It",  "They", "We",    "You",   "But",  "This",  "That",    "These",
        "Those", "His", "Her", "Its",  "Their", "There", "When", "While", "However", "Then"};
    const auto form = [&](std::size_t i) { return text.substr(words[i].span.begin, words[i].span.size); };
    return std::find(closing.begin(), closing.end(), form(last)) != closing.end() &&
           std::find(starting.begin(), starting.end(), form(last + 1)) != starting.end();
}

}  // namespace

std::vector<std::size_t> SentenceSplitter::split(std::string_view text, std::span<const Word> words) const {
    constexpr std::size_t longest = 10'000;  // words; bounds what the parser is given
    std::vector<std::size_t> ends;
    if (words.empty()) return ends;
    BoundaryFeatures features(text, words);
    const std::size_t opening = dateline_end(text, words);
    std::size_t first = opening;
    if (opening > 0) ends.push_back(opening);
    for (std::size_t last = first; last + 1 < words.size(); ++last) {
        if (features.is_inside_word(last)) continue;
        // "OSLO, May 5 - Acme Shipping": what follows a dateline is no one-word paragraph, as treebanks have
        // them.
        if (opening > 0 && last == opening) continue;
        if (last - first + 1 < longest && model_->score(features.at(first, last)) <= 0 &&
            !starts_after_abbreviation(text, words, last)) {
            continue;
        }
        first = last + 1;
        ends.push_back(first);
    }
    ends.push_back(words.size());
    return ends;
}

}  // namespace newsgraph
