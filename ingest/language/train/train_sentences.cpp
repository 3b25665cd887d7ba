// newsgraph-train-sentences OUT [--measure TREEBANK] TREEBANK...: learns from CoNLL-U files where sentences
// end. The same files always give the same bytes.

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

AnnotatedText read_treebank(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw Error(path, "can't be read", "give CoNLL-U files");
    return read_conllu(bytes.str(), path);
}

void cut_paragraphs(Paragraphs& paragraphs) {
    for (std::size_t at = 0; at < paragraphs.text.size();) {
        const std::size_t end = std::min(paragraphs.text.find("\n\n", at), paragraphs.text.size());
        paragraphs.words.push_back(tokenise(paragraphs.text, {at, end - at}));
        at = end + 2;
    }
}

Paragraphs as_written(const AnnotatedText& treebank) {
    Paragraphs paragraphs;
    paragraphs.text = treebank.text;
    for (const Sentence& sentence : treebank.analysis.sentences)
        paragraphs.begins.insert(sentence.span.begin);
    cut_paragraphs(paragraphs);
    return paragraphs;
}

/// Puts other names in the place of some, of kinds that news has and the treebanks lack: products with
/// numbers, brands that begin in lower case, people with initials and titles, companies and cases with
/// abbreviations; and typographic quotation marks.
class Renaming {
  public:
    explicit Renaming(const std::vector<AnnotatedText>& treebanks) {
        for (const AnnotatedText& treebank : treebanks) {
            for (const Token& token : treebank.analysis.tokens) {
                const std::string name = treebank.text.substr(token.span.begin, token.span.size);
                if (is_name(token, name)) names_.push_back(name);
            }
        }
    }

    Paragraphs copy(const AnnotatedText& treebank) {
        constexpr double share = 0.3;  // of the names
        Paragraphs paragraphs;
        std::size_t copied = 0;
        std::unordered_set<std::size_t> begins;
        for (const Sentence& sentence : treebank.analysis.sentences) begins.insert(sentence.span.begin);
        for (const Token& token : treebank.analysis.tokens) {
            paragraphs.text.append(treebank.text, copied, token.span.begin - copied);
            if (begins.contains(token.span.begin)) paragraphs.begins.insert(paragraphs.text.size());
            const std::string form = treebank.text.substr(token.span.begin, token.span.size);
            if (form == "\"" && token.xpos == Xpos::open_quote) {
                paragraphs.text += "\u201C";
            } else if (form == "\"" && token.xpos == Xpos::close_quote) {
                paragraphs.text += "\u201D";
            } else if (is_name(token, form) && chance() < share) {
                paragraphs.text += other_name(form);
            } else {
                paragraphs.text += form;
            }
            copied = token.span.end();
        }
        cut_paragraphs(paragraphs);
        return paragraphs;
    }

  private:
    static bool is_name(const Token& token, const std::string& form) {
        return token.xpos == Xpos::nnp && form.size() > 2 && form[0] >= 'A' && form[0] <= 'Z' &&
               form[1] >= 'a' && form[1] <= 'z' && form.find('.') == std::string::npos;
    }

    double chance() { return static_cast<double>(random_()) / static_cast<double>(std::mt19937::max()); }
    std::size_t below(std::size_t limit) { return random_() % limit; }
    const std::string& name() { return names_[below(names_.size())]; }
    std::string digit() { return std::to_string(1 + below(9)); }
    std::string initial() { return std::string(1, static_cast<char>('A' + below(26))) + "."; }

    std::string other_name(const std::string& form) {
        static const std::array<std::string, 6> companies = {"Inc.", "Corp.", "Ltd.",
                                                             "Co.",  "Bros.", "& Co."};
        static const std::array<std::string, 10> titles = {"Mr.",   "Ms.", "Dr.", "Sen.", "Gen.",
                                                           "Prof.", "Mr",  "Ms",  "Dr",   "Mrs"};
        static const std::array<std::string, 4> sizes = {"B", "M", "o", "K"};
        static const std::array<std::string, 4> brands = {"i", "e", "m", "x"};
        switch (below(14)) {
            case 0:
                return form + ' ' + digit();
            case 1:
                return form + ' ' + digit() + '.' + digit();
            case 2:
                return form + ' ' + digit() + '.' + digit() + ' ' + name();
            case 3:
                return form + ' ' + digit() + ' ' + name();
            case 4:
                return form + ' ' + digit() + '.' + digit() + ' ' + digit() + '0' + sizes[below(4)];
            case 5:
                return form + '-' + digit() + sizes[below(4)];
            case 6:
                return form + ' ' + companies[below(companies.size())];
            case 7:
                return titles[below(titles.size())] + ' ' + form;
            case 8:
                return form + ' ' + initial() + ' ' + name();
            case 9:
                return initial() + ' ' + initial() + ' ' + form;
            case 10:
                return form + " v. " + name();
            case 11:
                return "the U.S. " + form;
            case 12:
                return brands[below(brands.size())] + form;
            default:
                return form + ' ' + name();
        }
    }

    std::vector<std::string> names_;
    std::mt19937 random_{15};
};

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

/// One hidden layer over the sum of the features' rows, trained by Adagrad.
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

    /// Makes the weights as they are one of those that `write` takes the mean of: steadier than the last.
    void remember() {
        if (rows_sum_.empty()) rows_sum_.resize(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) rows_sum_[i] += rows_[i];
        for (std::size_t k = 0; k < width; ++k) bias_sum_[k] += bias_[k];
        for (std::size_t k = 0; k <= width; ++k) output_sum_[k] += output_[k];
        ++remembered_;
    }

    void write(const std::filesystem::path& path) const {
        const auto share = 1 / static_cast<float>(remembered_);
        float largest = 0;
        for (const float weight : rows_sum_) largest = std::max(largest, std::abs(weight));
        const float unit = largest / 127;  // one step of a row's value
        std::vector<std::int8_t> rows;
        rows.reserve(rows_.size());
        for (const float weight : rows_sum_)
            rows.push_back(static_cast<std::int8_t>(std::lround(weight / unit)));
        std::vector<std::int32_t> bias;
        std::vector<std::int32_t> output;
        constexpr float output_unit = 1.f / 4096;
        for (std::size_t k = 0; k < width; ++k) {
            bias.push_back(static_cast<std::int32_t>(std::lround(bias_sum_[k] / unit)));
            output.push_back(static_cast<std::int32_t>(std::lround(share * output_sum_[k] / output_unit)));
        }
        output.push_back(static_cast<std::int32_t>(std::lround(output_sum_[width] / output_unit / unit)));
        ModelWriter file(BoundaryFeatures::definition);
        file.add("rows", rows);
        file.add("bias", bias);
        file.add("output", output);
        file.write(path);
    }

  private:
    static constexpr float dropout = 0.4f;
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
    std::vector<float> rows_sum_;
    std::array<float, width> bias_sum_{};
    std::array<float, width + 1> output_sum_{};
    std::size_t remembered_ = 0;
    std::vector<std::uint32_t> kept_;
    std::mt19937 random_{17};
};

/// F1 of sentences with the same first and last byte, as the treebanks' scorer counts them.
double sentence_f1(const SentenceSplitter& splitter, const std::vector<Paragraphs>& files) {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t expected = 0;
    for (const Paragraphs& file : files) {
        for (const std::vector<Word>& words : file.words) {
            if (words.empty()) continue;
            const auto ends_at = [&](std::size_t i) {
                return i == words.size() || file.begins.contains(words[i].span.begin);
            };
            for (std::size_t i = 1; i <= words.size(); ++i) expected += ends_at(i) ? 1u : 0u;
            std::size_t begin = 0;
            for (const std::size_t end : splitter.split(file.text, words)) {
                bool same = ends_at(end) && (begin == 0 || ends_at(begin));
                for (std::size_t i = begin + 1; i < end; ++i) same = same && !ends_at(i);
                right += same ? 1u : 0u;
                ++found;
                begin = end;
            }
        }
    }
    return 2.0 * static_cast<double>(right) / static_cast<double>(found + expected);
}

int run(std::vector<std::string> arguments) {
    std::vector<Paragraphs> measured;
    if (arguments.size() > 2 && arguments[1] == "--measure") {
        measured.push_back(as_written(read_treebank(arguments[2])));
        arguments.erase(arguments.begin() + 1, arguments.begin() + 3);
    }
    if (arguments.size() < 2) {
        std::cerr << "usage: newsgraph-train-sentences OUT [--measure TREEBANK] TREEBANK...\n";
        return 2;
    }
    const std::filesystem::path out = arguments[0];
    std::vector<AnnotatedText> treebanks;
    for (std::size_t i = 1; i < arguments.size(); ++i) treebanks.push_back(read_treebank(arguments[i]));
    Renaming renaming(treebanks);
    std::vector<Example> examples;
    for (const AnnotatedText& treebank : treebanks) {
        for (const Paragraphs& file : {as_written(treebank), renaming.copy(treebank)}) {
            for (const std::vector<Word>& words : file.words) add_examples(file, words, examples);
        }
    }
    std::cerr << examples.size() << " places, "
              << std::ranges::count_if(examples, [](const Example& e) { return e.is_boundary; })
              << " boundaries\n";

    Network network;
    std::mt19937 order(7);
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        std::ranges::shuffle(examples, order);
        const float rate = 0.1f * (1 - static_cast<float>(round) / rounds);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            network.train(examples[i], rate);
            if (round + 1 == rounds && i % (examples.size() / 8) == 0) network.remember();
        }
        std::cerr << "round " << round + 1 << " of " << rounds << '\n';
    }
    network.write(out);
    if (!measured.empty()) std::cerr << "F1 " << sentence_f1(SentenceSplitter(out), measured) << '\n';
    return 0;
}

}  // namespace
}  // namespace newsgraph

int main(int count, char** arguments) {
    try {
        return newsgraph::run({arguments + 1, arguments + count});
    } catch (const newsgraph::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
