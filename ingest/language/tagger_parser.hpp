#pragma once
// The learned part of the language engine: tags, dependency trees and names of tokens.

#include <filesystem>
#include <memory>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// A network read from a model file, e.g. data/models/english.ngm; immutable, so threads can share it.
class TaggerParser {
  public:
    /// Maps the file into memory. Throws Error naming the file where it is missing, damaged, of another
    /// version, or made for other word features than this program's.
    explicit TaggerParser(const std::filesystem::path& model_file);
    ~TaggerParser();
    TaggerParser(TaggerParser&&) noexcept;
    TaggerParser& operator=(TaggerParser&&) noexcept;

    /// Sets `upos`, `xpos`, `head` and `deprel` of all tokens, one root a sentence, and replaces `names`.
    /// Requires `text`, the tokens' spans and `sentences`. Linear in the number of tokens: a sentence of more
    /// than 200 tokens is parsed in pieces, whose roots hang from the first piece's as `parataxis`.
    /// The same result on every machine.
    void annotate(Analysis& analysis) const;

  private:
    struct Model;
    std::unique_ptr<const Model> model_;
};

}  // namespace newsgraph
