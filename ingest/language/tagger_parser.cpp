#include "ingest/language/tagger_parser.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include "ingest/language/exponential.hpp"
#include "ingest/language/kernels/kernels.hpp"
#include "ingest/language/model_file.hpp"
#include "ingest/language/trees.hpp"
#include "ingest/language/word_features.hpp"

namespace newsgraph {

namespace {

using kernels::Kernels;
using kernels::panel;

constexpr std::size_t longest_piece = 200;  // tokens parsed together: keeps the square of a sentence bounded
constexpr std::size_t batch_tokens = 256;  // what the network reads at once: fits into the second-level cache

template <typename Value>
struct AlignedDelete {
    void operator()(Value* values) const { ::operator delete[](values, std::align_val_t{64}); }
};

/// Uninitialised, aligned to a cache line.
template <typename Value>
using AlignedArray = std::unique_ptr<Value[], AlignedDelete<Value>>;

template <typename Value>
AlignedArray<Value> aligned_array(std::size_t size) {
    void* memory = ::operator new[](std::max<std::size_t>(size, 1) * sizeof(Value), std::align_val_t{64});
    return AlignedArray<Value>(static_cast<Value*>(memory));
}

std::size_t panels_of(std::size_t outputs) { return (outputs + panel - 1) / panel; }

/// Where `Product::packed` wants the value of an output and an input.
std::size_t packed_place(std::size_t output, std::size_t input, std::size_t quads) {
    return ((output / panel * quads + input / 4) * panel + output % panel) * 4 + input % 4;
}

/// What makes up for the zero point of the bytes that weights of this sum are multiplied with.
std::int32_t offset_for(std::int32_t sum_of_weights) { return -kernels::zero_point * sum_of_weights; }

/// A dense layer: out = weights * in + bias, weights of 7 bits with one scale an output.
class Linear {
  public:
    Linear(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs,
           float input_units)
        : outputs_(outputs),
          quads_(inputs / 4),
          packed_(aligned_array<std::int8_t>(panels_of(outputs) * panel * inputs)),
          offset_(panels_of(outputs) * panel, 0),
          scale_(panels_of(outputs) * panel, 0.0F),
          bias_(panels_of(outputs) * panel, 0.0F) {
        const auto weights = file.array<std::int8_t>(name + ".weight", outputs * inputs);
        const auto scale = file.array<float>(name + ".scale", outputs);
        const auto bias = file.array<float>(name + ".bias", outputs);
        std::fill_n(packed_.get(), scale_.size() * inputs, std::int8_t{0});
        for (std::size_t n = 0; n < outputs; ++n) {
            std::int32_t sum = 0;
            for (std::size_t k = 0; k < inputs; ++k) {
                const std::int8_t weight = weights[n * inputs + k];
                if (std::abs(weight) > kernels::max_weight) file.refuse("its weights are out of range");
                packed_[packed_place(n, k, quads_)] = weight;
                sum += weight;
            }
            offset_[n] = offset_for(sum);
            scale_[n] = scale[n] / input_units;
            bias_[n] = bias[n];
        }
    }

    std::size_t width() const { return scale_.size(); }  // outputs with their padding

    /// `in` has rows of as many values as inputs, a multiple of four; `out` rows of `width()`.
    void run(const Kernels& kernels, const std::uint8_t* in, std::size_t rows, float* out) const {
        kernels.multiply({.a = in,
                          .rows = rows,
                          .a_stride = quads_ * 4,
                          .packed = packed_.get(),
                          .quads = quads_,
                          .panels = panels_of(outputs_),
                          .offset = offset_.data(),
                          .scale = scale_.data(),
                          .bias = bias_.data(),
                          .out = out,
                          .out_stride = width()});
    }

  private:
    std::size_t outputs_;
    std::size_t quads_;
    AlignedArray<std::int8_t> packed_;
    std::vector<std::int32_t> offset_;
    std::vector<float> scale_;
    std::vector<float> bias_;
};

struct Sizes {
    std::uint32_t embedding, vector, units, layers, arc, label, reach, trained_words, vocabulary, slots;
};

Sizes read_sizes(const ModelFile& file) {
    Sizes sizes{};
    static_assert(sizeof(Sizes) == 10 * sizeof(std::uint32_t));
    const auto values = file.array<std::uint32_t>("sizes", 10);
    std::memcpy(&sizes, values.data(), sizeof sizes);
    const auto within = [](std::uint32_t value, std::uint32_t from, std::uint32_t to) {
        return from <= value && value <= to && value % 4 == 0;
    };
    if (!within(sizes.embedding, 4, 1024) || !within(sizes.vector, 4, 1024) ||
        !within(sizes.units, 4, 1024) || !within(sizes.arc, 4, 1024) || !within(sizes.label, 4, 1024) ||
        sizes.layers < 1 || sizes.layers > 16 || sizes.reach > 1024 || sizes.vocabulary < 1 ||
        sizes.trained_words < 1 || sizes.trained_words > sizes.vocabulary ||
        sizes.slots <= sizes.vocabulary || (sizes.slots & (sizes.slots - 1)) != 0) {
        file.refuse("its sizes are out of range");
    }
    return sizes;
}

/// The tags that the names in the file stand for.
template <typename Tag>
std::vector<Tag> read_tags(const ModelFile& file, std::string_view array,
                           std::optional<Tag> (*tag_from)(std::string_view)) {
    std::vector<Tag> tags;
    for (const std::string& name : file.lines(array)) {
        const std::optional<Tag> tag = tag_from(name);
        if (!tag) file.refuse("\"" + name + "\" is not among the program's " + std::string(array));
        tags.push_back(*tag);
    }
    return tags;
}

/// The values of row `index` that a layer's one product holds for each head, in this order.
struct HeadPlaces {
    std::size_t upos, xpos, names, dependent, governor, label_dependent, label_governor, end;

    HeadPlaces(const Sizes& sizes, std::size_t upos_tags, std::size_t xpos_tags, std::size_t name_tags)
        : upos(0),
          xpos(upos_tags),
          names(xpos + xpos_tags),
          dependent(names + name_tags),
          governor(dependent + sizes.arc),
          label_dependent(governor + sizes.arc),
          label_governor(label_dependent + sizes.label),
          end(label_governor + sizes.label) {}
};

std::size_t greatest(const float* values, std::size_t size) {
    return static_cast<std::size_t>(std::max_element(values, values + size) - values);
}

/// What one thread works with.
struct Workspace {
    AlignedArray<std::uint8_t> input;      // embedding and vector of each token
    AlignedArray<std::uint8_t> quantised;  // a layer's input
    AlignedArray<float> x;                 // the same as floats
    AlignedArray<float> wide;              // what a product gives
    AlignedArray<float> heads;             // what the heads' product gives
    AlignedArray<std::uint8_t> dependent;
    AlignedArray<float> query;
    AlignedArray<std::uint8_t> query_quantised;
    AlignedArray<std::int8_t> governors;  // packed, as a product's matrix
    std::vector<std::int32_t> offset;     // of that product
    AlignedArray<float> arcs;
    AlignedArray<std::uint8_t> label_input;
    AlignedArray<float> labels;
    std::vector<float> embedding;
    std::vector<float> state;
};

}  // namespace

struct TaggerParser::Model {
    explicit Model(const std::filesystem::path& path)
        : file(path, word_feature_definition),
          sizes(read_sizes(file)),
          upos(read_tags<Upos>(file, "upos", upos_from)),
          xpos(read_tags<Xpos>(file, "xpos", xpos_from)),
          deprels(read_tags<Deprel>(file, "deprels", deprel_from)),
          names(file.lines("names")),
          go_together(file.array<std::uint8_t>("tag.pairs", upos.size() * xpos.size())),
          places(sizes, upos.size(), xpos.size(), 2 * names.size() + 1),
          scales(file.array<float>("scales", 7)),
          units(file.array<float>("units", sizes.layers + 6)),
          input(file, "input", sizes.units, sizes.embedding + sizes.vector, units[0]),
          heads(file, "heads", places.end, sizes.units, units[sizes.layers + 1]),
          arc(file, "arc", sizes.arc, sizes.arc, units[sizes.layers + 2]),
          label(file, "label", deprels.size(), sizes.label, units[sizes.layers + 5]),
          slots(file.array<std::uint32_t>("vocabulary.slots", sizes.slots)),
          keys(file.array<std::uint32_t>("vocabulary.keys", sizes.vocabulary)),
          vectors(file.array<std::int8_t>("vectors", std::size_t{sizes.vocabulary} * sizes.vector)),
          root_arc(file.array<float>("root.arc", sizes.arc)),
          root_label(file.array<float>("root.label", sizes.label)),
          distance(file.array<float>("distance", 2 * sizes.reach + 1)),
          least_governor(std::min(0.0F, *std::min_element(root_arc.begin(), root_arc.end()))),
          fastest(kernels::best()) {
        for (const float unit : units) {
            if (!(unit > 0 && unit < 1e9F)) file.refuse("its units are out of range");
        }
        for (std::size_t i = 0; i < sizes.layers; ++i) {
            layers.emplace_back(file, "layer" + std::to_string(i), std::size_t{3} * sizes.units, sizes.units,
                                units[1 + i]);
        }
        tables.push_back(
            file.array<std::int8_t>("table.word", std::size_t{sizes.trained_words} * sizes.embedding));
        for (std::size_t i = 0; i < hashed_rows.size(); ++i) {
            tables.push_back(file.array<std::int8_t>("table." + std::to_string(i),
                                                     std::size_t{hashed_rows[i]} * sizes.embedding));
        }
        if (std::any_of(slots.begin(), slots.end(),
                        [&](std::uint32_t row) { return row >= sizes.vocabulary; })) {
            file.refuse("its vocabulary is damaged");
        }
        root_deprel = static_cast<std::size_t>(std::find(deprels.begin(), deprels.end(), Deprel::root) -
                                               deprels.begin());
    }

    Workspace workspace() const;
    std::uint32_t vocabulary_row(std::uint64_t hash) const;
    void read_word(std::string_view form, Workspace& work, std::uint8_t* out) const;
    void encode(const Analysis& analysis, std::span<const TokenRange> pieces, Workspace& work) const;
    void tag(Analysis& analysis, TokenRange piece, const float* rows) const;
    std::pair<std::size_t, std::size_t> best_pair(const float* of_upos, const float* of_xpos) const;
    void parse(Analysis& analysis, TokenRange piece, const float* rows, Workspace& work) const;
    std::int32_t pack_governor(const float* values, bool is_root, std::int8_t* packed) const;
    void find_names(Analysis& analysis, TokenRange piece, const float* rows) const;
    void annotate(Analysis& analysis, std::span<const TokenRange> pieces, Workspace& work) const;

    ModelFile file;
    Sizes sizes;
    std::vector<Upos> upos;
    std::vector<Xpos> xpos;
    std::vector<Deprel> deprels;
    std::vector<std::string> names;  // types; tag 0 is none, 1 + 2 * type begins one, 2 + 2 * type goes on
    std::span<const std::uint8_t>
        go_together;  // of each universal tag, each Penn tag: 1 where treebanks have both
    HeadPlaces places;
    std::span<const float> scales;  // of the vectors, of the words' table, of the hashed tables
    std::span<const float> units;   // of the input, each layer's input, the heads' input, arcs', labels'
    Linear input;
    std::vector<Linear> layers;
    Linear heads;
    Linear arc;
    Linear label;
    std::span<const std::uint32_t> slots;
    std::span<const std::uint32_t> keys;
    std::span<const std::int8_t> vectors;
    std::vector<std::span<const std::int8_t>> tables;
    std::span<const float> root_arc;
    std::span<const float> root_label;
    std::span<const float> distance;
    float least_governor;  // the least value that a governor's side of an arc can have
    std::size_t root_deprel = 0;
    const Kernels& fastest;
};

Workspace TaggerParser::Model::workspace() const {
    constexpr std::size_t rows = batch_tokens + longest_piece;
    constexpr std::size_t piece = longest_piece;
    const std::size_t arc_columns = panels_of(piece + 1) * panel;
    Workspace work;
    work.input = aligned_array<std::uint8_t>(rows * (sizes.embedding + sizes.vector));
    work.quantised = aligned_array<std::uint8_t>(rows * sizes.units);
    work.x = aligned_array<float>(rows * std::max<std::size_t>(sizes.units, input.width()));
    work.wide = aligned_array<float>(rows * std::max(layers.front().width(), input.width()));
    work.heads = aligned_array<float>(rows * heads.width());
    work.dependent = aligned_array<std::uint8_t>(piece * sizes.arc);
    work.query = aligned_array<float>(piece * arc.width());
    work.query_quantised = aligned_array<std::uint8_t>(piece * sizes.arc);
    work.governors = aligned_array<std::int8_t>(arc_columns * sizes.arc);
    work.arcs = aligned_array<float>(piece * arc_columns);
    work.label_input = aligned_array<std::uint8_t>(piece * sizes.label);
    work.labels = aligned_array<float>(piece * label.width());
    work.embedding.resize(std::max(sizes.embedding, sizes.vector));
    work.state.resize(sizes.units);
    work.offset.resize(arc_columns);
    return work;
}

std::uint32_t TaggerParser::Model::vocabulary_row(std::uint64_t hash) const {
    const std::size_t mask = slots.size() - 1;
    // The table has empty slots, so this ends.
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t row = slots[slot];
        if (row == 0 || keys[row] == static_cast<std::uint32_t>(hash >> 32)) return row;
    }
}

void TaggerParser::Model::read_word(std::string_view form, Workspace& work, std::uint8_t* out) const {
    const WordFeatures features(form);
    const std::uint32_t row = vocabulary_row(features.vocabulary_hash);
    float* sum = work.embedding.data();
    const auto add = [&](std::size_t table, std::size_t at) {
        fastest.add_row(sum, tables[table].data() + at * sizes.embedding, scales[table + 1], sizes.embedding);
    };
    std::fill_n(sum, sizes.embedding, 0.0F);
    add(0, row < sizes.trained_words ? row : 0);
    for (std::size_t i = 0; i < features.rows.size(); ++i) add(i + 1, features.rows[i]);
    fastest.quantise(sum, out, sizes.embedding, units[0]);
    std::fill_n(sum, sizes.vector, 0.0F);
    fastest.add_row(sum, vectors.data() + std::size_t{row} * sizes.vector, scales[0], sizes.vector);
    fastest.quantise(sum, out + sizes.embedding, sizes.vector, units[0]);
}

/// Leaves what the heads' product says of each token of the pieces in `work.heads`.
void TaggerParser::Model::encode(const Analysis& analysis, std::span<const TokenRange> pieces,
                                 Workspace& work) const {
    std::size_t rows = 0;
    for (const TokenRange piece : pieces) {
        for (TokenIndex token = piece.begin; token < piece.end; ++token, ++rows) {
            read_word(analysis.form(token), work, work.input.get() + rows * (sizes.embedding + sizes.vector));
        }
    }
    input.run(fastest, work.input.get(), rows, work.wide.get());
    for (std::size_t row = 0; row < rows; ++row) {
        std::copy_n(work.wide.get() + row * input.width(), sizes.units, work.x.get() + row * sizes.units);
    }
    fastest.quantise(work.x.get(), work.quantised.get(), rows * sizes.units, units[1]);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].run(fastest, work.quantised.get(), rows, work.wide.get());
        std::size_t row = 0;
        for (const TokenRange piece : pieces) {
            fastest.recur({.gates = work.wide.get() + row * layers[i].width(),
                           .gates_stride = layers[i].width(),
                           .x = work.x.get() + row * sizes.units,
                           .quantised = work.quantised.get() + row * sizes.units,
                           .rows = piece.size(),
                           .size = sizes.units,
                           .units = units[2 + i],
                           .state = work.state.data()});
            row += piece.size();
        }
    }
    heads.run(fastest, work.quantised.get(), rows, work.heads.get());
}

void TaggerParser::Model::tag(Analysis& analysis, TokenRange piece, const float* rows) const {
    for (TokenIndex i = piece.begin; i < piece.end; ++i, rows += heads.width()) {
        const auto [universal, penn] = best_pair(rows + places.upos, rows + places.xpos);
        analysis.tokens[i].upos = upos[universal];
        analysis.tokens[i].xpos = xpos[penn];
    }
}

/// The likeliest of the pairs of tags that treebanks have: each alone, where the two go together.
std::pair<std::size_t, std::size_t> TaggerParser::Model::best_pair(const float* of_upos,
                                                                   const float* of_xpos) const {
    std::pair best{greatest(of_upos, upos.size()), greatest(of_xpos, xpos.size())};
    if (go_together[best.first * xpos.size() + best.second] != 0) return best;
    float highest = -std::numeric_limits<float>::infinity();
    for (std::size_t u = 0; u < upos.size(); ++u) {
        for (std::size_t x = 0; x < xpos.size(); ++x) {
            const float score = of_upos[u] + of_xpos[x];
            if (go_together[u * xpos.size() + x] == 0 || score <= highest) continue;
            highest = score;
            best = {u, x};
        }
    }
    return best;
}

/// Packs a governor's values as a column of the arcs' matrix and gives their sum. They are counted from the
/// least one there can be, which makes all scores of a dependent's governors greater by the same.
std::int32_t TaggerParser::Model::pack_governor(const float* values, bool is_root,
                                                std::int8_t* packed) const {
    const float governor_units = units[sizes.layers + 4];
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < sizes.arc; ++k) {
        const float value = is_root ? values[k] : std::max(0.0F, values[k]);
        const float above = std::min((value - least_governor) * governor_units, 2.0F * kernels::max_weight);
        const std::int32_t weight = static_cast<std::int32_t>(above + 0.5F) - kernels::max_weight;
        packed[k / 4 * 4 * panel + k % 4] = static_cast<std::int8_t>(weight);
        sum += weight;
    }
    return sum;
}

void TaggerParser::Model::parse(Analysis& analysis, TokenRange piece, const float* rows,
                                Workspace& work) const {
    const std::size_t words = piece.size();
    const std::size_t width = heads.width();
    const float dependent_units = units[sizes.layers + 2];
    const float query_units = units[sizes.layers + 3];
    const float governor_units = units[sizes.layers + 4];

    // score(i, j) = query(i) . governor(j) + distance(j - i)
    for (std::size_t i = 0; i < words; ++i) {
        fastest.quantise_positive(rows + i * width + places.dependent, work.dependent.get() + i * sizes.arc,
                                  sizes.arc, dependent_units);
    }
    arc.run(fastest, work.dependent.get(), words, work.query.get());
    for (std::size_t i = 0; i < words; ++i) {
        fastest.quantise(work.query.get() + i * arc.width(), work.query_quantised.get() + i * sizes.arc,
                         sizes.arc, query_units);
    }
    const std::size_t columns = panels_of(words + 1) * panel;
    const std::size_t quads = sizes.arc / 4;
    // Columns after the last are never looked at, but the product reads them.
    std::fill_n(work.governors.get(), columns * sizes.arc, std::int8_t{0});
    std::fill_n(work.offset.data(), columns, 0);
    for (std::size_t j = 0; j <= words; ++j) {
        const float* governor = j == 0 ? root_arc.data() : rows + (j - 1) * width + places.governor;
        std::int8_t* packed = work.governors.get() + packed_place(j, 0, quads);
        work.offset[j] = offset_for(pack_governor(governor, j == 0, packed));
    }
    static const std::vector<float> zeros(panels_of(longest_piece + 1) * panel, 0.0F);
    const std::vector<float> scale(columns, 1.0F / (query_units * governor_units));
    fastest.multiply({.a = work.query_quantised.get(),
                      .rows = words,
                      .a_stride = sizes.arc,
                      .packed = work.governors.get(),
                      .quads = quads,
                      .panels = columns / panel,
                      .offset = work.offset.data(),
                      .scale = scale.data(),
                      .bias = zeros.data(),
                      .out = work.arcs.get(),
                      .out_stride = columns});
    const auto reach = static_cast<std::ptrdiff_t>(sizes.reach);
    for (std::size_t i = 0; i < words; ++i) {
        float* row = work.arcs.get() + i * columns + 1;
        for (std::size_t j = 0; j < words; ++j) {
            const auto away = static_cast<std::ptrdiff_t>(j) - static_cast<std::ptrdiff_t>(i);
            row[j] += distance[static_cast<std::size_t>(std::clamp(away, -reach, reach) + reach)];
        }
    }
    const std::vector<std::size_t> governors = best_tree({work.arcs.get(), words * columns}, words, columns);

    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t j = governors[i];
        const float* governor = j == 0 ? root_label.data() : rows + (j - 1) * width + places.label_governor;
        fastest.quantise_positive_sum(rows + i * width + places.label_dependent, governor,
                                      work.label_input.get() + i * sizes.label, sizes.label,
                                      units[sizes.layers + 5]);
    }
    label.run(fastest, work.label_input.get(), words, work.labels.get());
    for (std::size_t i = 0; i < words; ++i) {
        Token& token = analysis.tokens[piece.begin + i];
        if (governors[i] == 0) {
            token.head = no_token;
            token.deprel = Deprel::root;
            continue;
        }
        token.head = piece.begin + static_cast<TokenIndex>(governors[i] - 1);
        float* scores = work.labels.get() + i * label.width();
        if (root_deprel < deprels.size()) scores[root_deprel] = -1e30F;
        token.deprel = deprels[greatest(scores, deprels.size())];
    }
}

/// Viterbi's algorithm over tags of which "goes on" may only follow its type's "begins" or "goes on".
void TaggerParser::Model::find_names(Analysis& analysis, TokenRange piece, const float* rows) const {
    const std::size_t tags = 2 * names.size() + 1;
    const std::size_t words = piece.size();
    const auto scores = [&](std::size_t word) { return rows + word * heads.width() + places.names; };
    for (std::size_t word = 0; word < words; ++word) {
        const TokenIndex token = piece.begin + static_cast<TokenIndex>(word);
        const char first = analysis.form(token).front();
        if (first < 'a' || first > 'z') analysis.name_scores.set(token, {scores(word) + 1, tags - 1});
    }
    std::vector<float> best(scores(0), scores(0) + tags);
    std::vector<float> next(tags);
    std::vector<std::uint16_t> origins(words * tags);
    for (std::size_t tag = 2; tag < tags; tag += 2) best[tag] = -1e30F;
    for (std::size_t word = 1; word < words; ++word) {
        std::uint16_t* origin = origins.data() + word * tags;
        const std::size_t any = greatest(best.data(), tags);
        for (std::size_t tag = 0; tag < tags; ++tag) {
            const bool goes_on = tag != 0 && tag % 2 == 0;
            const std::size_t from = !goes_on ? any : best[tag - 1] > best[tag] ? tag - 1 : tag;
            origin[tag] = static_cast<std::uint16_t>(from);
            next[tag] = best[from] + scores(word)[tag];
        }
        std::swap(best, next);
    }
    std::vector<std::size_t> path(words);
    path[words - 1] = greatest(best.data(), tags);
    for (std::size_t word = words - 1; word > 0; --word) path[word - 1] = origins[word * tags + path[word]];

    for (std::size_t begin = 0; begin < words;) {
        if (path[begin] == 0) {
            ++begin;
            continue;
        }
        const std::size_t type = (path[begin] - 1) / 2;
        std::size_t end = begin + 1;
        while (end < words && path[end] == 2 * type + 2) ++end;
        std::vector<float> of_type(names.size());
        for (std::size_t t = 0; t < names.size(); ++t) {
            for (std::size_t word = begin; word < end; ++word) {
                of_type[t] += scores(word)[2 * t + (word == begin ? 1 : 2)];
            }
        }
        const float highest = *std::max_element(of_type.begin(), of_type.end());
        float sum = 0;
        for (const float score : of_type) sum += exponential(score - highest);
        const float probability = exponential(of_type[type] - highest) / sum;
        analysis.names.push_back(
            {{piece.begin + static_cast<TokenIndex>(begin), piece.begin + static_cast<TokenIndex>(end)},
             names[type],
             probability});
        begin = end;
    }
}

void TaggerParser::Model::annotate(Analysis& analysis, std::span<const TokenRange> pieces,
                                   Workspace& work) const {
    encode(analysis, pieces, work);
    const float* rows = work.heads.get();
    for (const TokenRange piece : pieces) {
        tag(analysis, piece, rows);
        parse(analysis, piece, rows, work);
        find_names(analysis, piece, rows);
        rows += piece.size() * heads.width();
    }
}

namespace {

/// Where a long sentence is best cut: after a mark in the second half of what fits, else where it must be.
TokenIndex cut_of(const Analysis& analysis, TokenRange rest) {
    if (rest.size() <= longest_piece) return rest.end;
    constexpr std::string_view marks = ".;:!?,)";
    const auto furthest = static_cast<TokenIndex>(rest.begin + longest_piece);
    for (TokenIndex end = furthest; end > rest.begin + longest_piece / 2; --end) {
        const std::string_view form = analysis.form(end - 1);
        if (form.size() == 1 && marks.find(form[0]) != marks.npos) return end;
    }
    return furthest;
}

/// The sentences, long ones cut.
std::vector<TokenRange> pieces_of(const Analysis& analysis) {
    std::vector<TokenRange> pieces;
    for (const Sentence& sentence : analysis.sentences) {
        TokenRange rest = sentence.tokens;
        while (!rest.empty()) {
            const TokenIndex cut = cut_of(analysis, rest);
            pieces.push_back({rest.begin, cut});
            rest.begin = cut;
        }
    }
    return pieces;
}

/// One root a sentence: the roots of its further pieces hang from the first's.
void join_pieces(Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
        if (sentence.tokens.size() <= longest_piece) continue;
        TokenIndex first = no_token;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            Token& token = analysis.tokens[i];
            if (token.head != no_token) continue;
            if (first == no_token) {
                first = i;
            } else {
                token.head = first;
                token.deprel = Deprel::parataxis;
            }
        }
    }
}

}  // namespace

TaggerParser::TaggerParser(const std::filesystem::path& model_file)
    : model_(std::make_unique<const Model>(model_file)) {}
TaggerParser::~TaggerParser() = default;
TaggerParser::TaggerParser(TaggerParser&&) noexcept = default;
TaggerParser& TaggerParser::operator=(TaggerParser&&) noexcept = default;

void TaggerParser::annotate(Analysis& analysis) const {
    analysis.names.clear();
    analysis.name_scores.clear();
    analysis.name_scores.types = model_->names;
    const std::vector<TokenRange> pieces = pieces_of(analysis);
    if (pieces.empty()) return;
    Workspace work = model_->workspace();
    for (std::size_t begin = 0; begin < pieces.size();) {
        std::size_t end = begin;
        std::size_t tokens = 0;
        while (end < pieces.size() && tokens < batch_tokens) tokens += pieces[end++].size();
        model_->annotate(analysis, std::span(pieces).subspan(begin, end - begin), work);
        begin = end;
    }
    join_pieces(analysis);
}

}  // namespace newsgraph
