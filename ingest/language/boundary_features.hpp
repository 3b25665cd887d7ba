#pragma once
// What the sentence splitter looks at between two words.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/language/tokenise.hpp"

namespace newsgraph {

/// The features of the places between the words of one paragraph, as rows of the splitter's table. Training
/// and splitting share it: a change of any feature needs another `definition` and a new training.
class BoundaryFeatures {
  public:
    static constexpr std::string_view definition = "sentence boundaries 1";
    static constexpr std::size_t row_count = 1u << 16;
    static constexpr std::size_t hidden_width = 16;  // values of a row

    /// `words` are those of one paragraph of `text`, and must live as long as this.
    BoundaryFeatures(std::string_view text, std::span<const Word> words);

    /// The rows for "a sentence that began with word `first` ends after word `last`", which is not the
    /// paragraph's last word. Valid until the next call.
    std::span<const std::uint32_t> at(std::size_t first, std::size_t last);

    /// Whether a sentence can't end after word `last`: the next one is written together with it.
    bool is_inside_word(std::size_t last) const { return words_[last + 1].continues_word; }

  private:
    enum class Shape : std::uint8_t;
    struct Look {
        std::uint32_t word = 0;  // hash of the form in lower case, digits as one
        Shape shape{};
        bool space_before = false;
        bool abbreviated = false;
        bool in_quotation = false;  // a quotation is open after the word
        bool in_brackets = false;
        std::uint32_t core = 0;  // the last word up to here that is no closing quotation mark or bracket
    };

    Look look_at(std::string_view text, std::size_t i) const;
    const Look& look(std::ptrdiff_t i) const;

    std::span<const Word> words_;
    std::vector<Look> looks_;
    bool ends_with_terminal_ = false;
    std::vector<std::uint32_t> rows_;
};

}  // namespace newsgraph
