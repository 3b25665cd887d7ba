#pragma once
// Words to sentences: a small learned network says where one ends.

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/language/tokenise.hpp"

namespace newsgraph {

/// The learned splitter; immutable once loaded, so threads can share it.
class SentenceSplitter {
  public:
    /// Maps the file (data/models/sentences.ngm) into memory. Throws Error naming it where it is missing,
    /// damaged, of another version, or made for other features than this program's.
    explicit SentenceSplitter(const std::filesystem::path& model_file);
    ~SentenceSplitter();
    SentenceSplitter(SentenceSplitter&&) noexcept;
    SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

    /// Where the sentences of a paragraph end: for each, the place after its last word in `words`, the last
    /// of them `words.size()`. Empty for no words. Linear in the number of words; no sentence is longer than
    /// 10,000 words.
    std::vector<std::size_t> split(std::string_view text, std::span<const Word> words) const;

  private:
    struct Model;
    std::unique_ptr<const Model> model_;
};

}  // namespace newsgraph
