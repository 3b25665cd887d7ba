#pragma once
// Articles as JSON Lines: one object a line, with "id" and "text", and "title", "date" and "url" if known.

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// Goes through the lines of a stream, each within bounds.
class JsonLines {
  public:
    /// `name` is for messages. The stream must outlive it.
    JsonLines(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

    /// The next line that is not blank; nothing at the stream's end. A problem where it is too long
    /// (`max_document_bytes`, ingest/read/bytes.hpp); the next call goes on behind it.
    std::optional<Result<std::string>> next();

    /// Where the last line stands: "news.jsonl:212".
    std::string where() const { return name_ + ':' + std::to_string(line_); }

  private:
    std::istream& in_;
    std::string name_;
    std::size_t line_ = 0;
};

/// The document that a line holds, or what is wrong with it, e.g. `news.jsonl:212: field "text" is missing;
/// each line needs "id" and "text"`. The text's paragraphs are found as in plain text; "url" becomes the
/// source. Other members are passed over.
Result<Document> document_from_json(std::string_view line, const std::string& where);

}  // namespace newsgraph
