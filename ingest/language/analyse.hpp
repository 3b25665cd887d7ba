#pragma once
// The language engine: from a document's text to sentences, tokens, tags, trees and names.

#include <filesystem>
#include <memory>

#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// The learned models, read-only once loaded and shared by threads.
class LanguageModels {
  public:
    /// Loads what lies in `folder` (data/models). Throws Error naming the file that is missing, of another
    /// version, or damaged.
    explicit LanguageModels(const std::filesystem::path& folder);
    ~LanguageModels();
    LanguageModels(LanguageModels&&) noexcept;
    LanguageModels& operator=(LanguageModels&&) noexcept;

    struct Parts;
    const Parts& parts() const noexcept { return *parts_; }

  private:
    std::unique_ptr<const Parts> parts_;
};

/// The analysis of `document`, whose text it views. Linear in the text's length; the same result for the same
/// text and models on every machine. Safe from several threads.
Analysis analyse(const Document& document, const LanguageModels& models);

/// The same where each paragraph is known to be one sentence.
Analysis analyse_sentences(const Document& document, const LanguageModels& models);

}  // namespace newsgraph
