#pragma once
// The articles that a command line names.

#include <cstddef>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// What went wrong with single articles while the others went on: each is logged at once.
class Failures {
  public:
    void add(const Error& error);
    std::size_t count() const noexcept { return count_; }

  private:
    std::size_t count_ = 0;
};

/// The files that `inputs` name, those of folders in the order of their names; "-" is standard input. A file
/// that is named twice is listed once. What can't be listed goes to `failures`.
std::vector<std::string> list_inputs(std::span<const std::string> inputs, Failures& failures);

/// Reads articles one by one and sees to it that no two have the same id.
class ArticleReader {
  public:
    /// `id` is for a single article, `date` for those that state none; either may be empty.
    ArticleReader(std::string id, std::string date);

    /// Throws Error naming the file where it can't be read.
    Document read(const std::string& input);

  private:
    std::string id_;
    std::string date_;
    std::set<std::string> ids_;
};

}  // namespace newsgraph
