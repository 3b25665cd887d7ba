#pragma once
// Lemmas: the dictionary form of a word, from its form and tag.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Learned rules that change a word's ending, by tag; immutable once loaded, so threads can share it.
class Lemmatiser {
  public:
    /// Maps the file (data/models/lemmas.ngm) into memory. Throws Error naming it where it is missing,
    /// damaged, or of another version.
    explicit Lemmatiser(const std::filesystem::path& model_file);
    ~Lemmatiser();
    Lemmatiser(Lemmatiser&&) noexcept;
    Lemmatiser& operator=(Lemmatiser&&) noexcept;

    /// "was", vbd -> "be"; "Chips", nns -> "chip"; a name stays as it is: "Chips", nnp -> "Chips".
    std::string lemma(std::string_view form, Xpos tag) const;

    /// Sets `lemma` of all tokens. Requires their spans, tags and trees, which tell "is" from "has" in "'s".
    void annotate(Analysis& analysis) const;

  private:
    struct Model;
    std::unique_ptr<const Model> model_;
};

}  // namespace newsgraph
