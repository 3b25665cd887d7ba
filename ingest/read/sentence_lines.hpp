#pragma once
// Sentences that someone has parted already, one a line.

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// Some lines, read together. The document's text is theirs with the treebanks' escapes undone, byte for byte
/// in the same places: "-LRB-" is "(    ", "``" is "\" ". Each line with a word is a paragraph.
struct SentenceLines {
    Document document;
    std::string as_read;             // as long as the document's text
    std::vector<std::size_t> lines;  // of each paragraph: its line in the stream, from 1

    /// The words of the paragraph as they were read, white space at its ends and all.
    std::string_view line(std::size_t paragraph) const;
};

/// The words at `span` of the document's text as they were read: "(" may be "-LRB-". `span` ends with a word.
std::string_view word_as_read(std::string_view as_read, Span span);

/// Reads a stream by and by, so that its length costs no memory.
class SentenceReader {
  public:
    /// `name` is for messages. The stream must outlive the reader.
    SentenceReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

    /// The next lines, some hundreds; nothing at the end.
    std::optional<SentenceLines> next();

    /// What was wrong with lines since it was asked last: they are left out. `stdin:12: is no UTF-8; …`
    std::vector<Problem> problems();

  private:
    std::istream& in_;
    std::string name_;
    std::size_t line_ = 0;
    std::vector<Problem> problems_;
};

inline constexpr std::size_t max_sentence_bytes = 100'000;  // beyond, a line is no sentence

}  // namespace newsgraph
