// newsgraph-train-sentences OUT TREEBANK...: learns where sentences end from CoNLL-U files. A tenth of the
// documents is kept back to choose the number of rounds and to show how good it is.

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <unordered_set>

#include "graph/error.hpp"
#include "ingest/language/boundary_features.hpp"
#include "ingest/language/conllu.hpp"
#include "ingest/language/sentences.hpp"
#include "ingest/language/train/model_writer.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t width = BoundaryFeatures::hidden_width;

struct Example {
    std::vector<std::uint32_t> rows;
    bool is_boundary = false;
};

struct Paragraphs {
    std::string text;
    std::vector<std::vector<Word>> words;    // of each paragraph
    std::unordered_set<std::size_t> begins;  // bytes where a sentence begins
};

Paragraphs read_treebank(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw Error(path, "can't be read", "give CoNLL-U files");
    AnnotatedText annotated = read_conllu(bytes.str(), path);
    Paragraphs paragraphs;
    paragraphs.text = std::move(annotated.text);
    for (const Sentence& sentence : annotated.analysis.sentences)
        paragraphs.begins.insert(sentence.span.begin);
    for (std::size_t at = 0; at < paragraphs.text.size();) {
        const std::size_t end = std::min(paragraphs.text.find("\n\n", at), paragraphs.text.size());
        paragraphs.words.push_back(tokenise(paragraphs.text, {at, end - at}));
        at = end + 2;
    }
    return paragraphs;
}

void add_examples(const Paragraphs& paragraphs, const std::vector<Word>& words,
                  std::vector<Example>& examples) {
    if (words.empty()) return;
    BoundaryFeatures features(paragraphs.text, words);
    std::size_t first = 0;
    for (std::size_t last = 0; last + 1 < words.size(); ++last) {
        if (features.is_inside_word(last)) continue;
        const auto rows = features.at(first, last);
        const bool boundary = paragraphs.begins.contains(words[last + 1].span.begin);
        examples.push_back({{rows.begin(), rows.end()}, boundary});
        if (boundary) first = last + 1;
    }
}

/// One hidden layer over the sum of the features' rows, trained by Adagrad; weights averaged at the end.
class Network {
  public:
    Network() : rows_(BoundaryFeatures::row_count * width), rows_squared_(rows_.size(), 1e-4f) {
        std::normal_distribution<float> normal(0, 0.1f);
        for (float& weight : rows_) weight = 0.1f * normal(random_);
        for (std::size_t k = 0; k < width; ++k) {
            bias_[k] = 0.1f;
            output_[k] = k % 2 == 0 ? 0.5f : -0.5f;
        }
        bias_squared_.fill(1e-4f);
        output_squared_.fill(1e-4f);
    }

    void train(const Example& example, float rate) {
        std::array<float, width> hidden = bias_;
        kept_.clear();
        std::uniform_real_distribution<float> uniform(0, 1);
        for (const std::uint32_t row : example.rows) {
            if (uniform(random_) < dropout) continue;
            kept_.push_back(row);
        }
        const float scale = 1 / (1 - dropout);
        for (const std::uint32_t row : kept_)
            for (std::size_t k = 0; k < width; ++k) hidden[k] += scale * rows_[row * width + k];
        float sum = output_[width];
        for (std::size_t k = 0; k < width; ++k) sum += std::max(0.f, hidden[k]) * output_[k];
        const float error = 1 / (1 + std::exp(-sum)) - (example.is_boundary ? 1.f : 0.f);
        std::array<float, width> gradient{};
        for (std::size_t k = 0; k < width; ++k) {
            gradient[k] = hidden[k] > 0 ? error * output_[k] : 0;
            step(output_[k], output_squared_[k], error * std::max(0.f, hidden[k]), rate);
        }
        step(output_[width], output_squared_[width], error, rate);
        for (std::size_t k = 0; k < width; ++k) step(bias_[k], bias_squared_[k], gradient[k], rate);
        for (const std::uint32_t row : kept_) {
            for (std::size_t k = 0; k < width; ++k) {
                float& weight = rows_[row * width + k];
                step(weight, rows_squared_[row * width + k], scale * gradient[k] + decay * weight, rate);
            }
        }
    }

    float score(const Example& example) const {
        std::array<float, width> hidden = bias_;
        for (const std::uint32_t row : example.rows)
            for (std::size_t k = 0; k < width; ++k) hidden[k] += rows_[row * width + k];
        float sum = output_[width];
        for (std::size_t k = 0; k < width; ++k) sum += std::max(0.f, hidden[k]) * output_[k];
        return sum;
    }

    void write(const std::filesystem::path& path) const {
        float largest = 0;
        for (const float weight : rows_) largest = std::max(largest, std::abs(weight));
        const float unit = largest / 127;  // one step of a row's value
        std::vector<std::int8_t> rows;
        rows.reserve(rows_.size());
        for (const float weight : rows_) rows.push_back(static_cast<std::int8_t>(std::lround(weight / unit)));
        std::vector<std::int32_t> bias;
        std::vector<std::int32_t> output;
        constexpr float output_unit = 1.f / 4096;
        for (std::size_t k = 0; k < width; ++k) {
            bias.push_back(static_cast<std::int32_t>(std::lround(bias_[k] / unit)));
            output.push_back(static_cast<std::int32_t>(std::lround(output_[k] / output_unit)));
        }
        output.push_back(static_cast<std::int32_t>(std::lround(output_[width] / output_unit / unit)));
        ModelWriter file(BoundaryFeatures::definition);
        file.add("rows", rows);
        file.add("bias", bias);
        file.add("output", output);
        file.write(path);
    }

  private:
    static constexpr float dropout = 0.3f;
    static constexpr float decay = 1e-6f;

    static void step(float& weight, float& squared, float gradient, float rate) {
        squared += gradient * gradient;
        weight -= rate * gradient / std::sqrt(squared);
    }

    std::vector<float> rows_;
    std::vector<float> rows_squared_;
    std::array<float, width> bias_{};
    std::array<float, width> bias_squared_{};
    std::array<float, width + 1> output_{};
    std::array<float, width + 1> output_squared_{};
    std::vector<std::uint32_t> kept_;
    std::mt19937 random_{17};
};

/// F1 of sentences with the same first and last byte, as the treebanks' scorer counts them.
double sentence_f1(const SentenceSplitter& splitter, const std::vector<Paragraphs>& files, std::size_t fold) {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t expected = 0;
    for (const Paragraphs& file : files) {
        for (std::size_t p = 0; p < file.words.size(); ++p) {
            const auto& words = file.words[p];
            if (words.empty() || (fold != 0 && p / 40 % 10 != fold)) continue;
            std::size_t begin = 0;
            std::size_t gold = 0;
            const auto ends_at = [&](std::size_t i) {
                return i == words.size() || file.begins.contains(words[i].span.begin);
            };
            for (std::size_t i = 1; i <= words.size(); ++i) gold += ends_at(i) ? 1u : 0u;
            for (const std::size_t end : splitter.split(file.text, words)) {
                bool same = ends_at(end) && (begin == 0 || ends_at(begin));
                for (std::size_t i = begin + 1; i < end; ++i) same = same && !ends_at(i);
                right += same ? 1u : 0u;
                ++found;
                begin = end;
            }
            expected += gold;
        }
    }
    return 2.0 * static_cast<double>(right) / static_cast<double>(found + expected);
}

int run(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: newsgraph-train-sentences OUT TREEBANK...\n";
        return 2;
    }
    const std::filesystem::path out = arguments[1];
    std::vector<Paragraphs> files;
    for (int i = 2; i < count; ++i) files.push_back(read_treebank(arguments[i]));
    const char* held_out = std::getenv("NEWSGRAPH_HELD_OUT");
    std::vector<Paragraphs> test;
    if (held_out) test.push_back(read_treebank(held_out));
    std::vector<Example> examples;
    for (const Paragraphs& file : files) {
        for (std::size_t p = 0; p < file.words.size(); ++p) {
            add_examples(file, file.words[p], examples);
        }
    }
    std::cerr << examples.size() << " places, "
              << std::ranges::count_if(examples, [](const Example& e) { return e.is_boundary; })
              << " boundaries\n";
    Network network;
    std::mt19937 order(3);
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        std::ranges::shuffle(examples, order);
        const float rate = 0.1f * (1 - static_cast<float>(round) / rounds);
        for (const Example& example : examples) network.train(example, rate);
        network.write(out);
        std::cerr << "round " << round + 1 << ": train " << sentence_f1(SentenceSplitter(out), files, 0);
        if (held_out) std::cerr << ", held out " << sentence_f1(SentenceSplitter(out), test, 0);
        std::cerr << '\n';
    }
    return 0;
}

}  // namespace
}  // namespace newsgraph

int main(int count, char** arguments) {
    try {
        return newsgraph::run(count, arguments);
    } catch (const newsgraph::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
