#pragma once
// The articles that a command line names.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// What went wrong with single articles while the others went on: each is logged at once.
class Failures {
  public:
    void add(const Error& error);
    std::size_t count() const noexcept { return count_; }

    /// Is called before each message, e.g. to clear the line that shows progress.
    void set_before(std::function<void()> before) { before_ = std::move(before); }

  private:
    std::function<void()> before_;
    std::size_t count_ = 0;
};

/// A file that a command line names, directly or by its folder.
struct ArticleFile {
    std::string path;
    std::string name;  // without its ending, e.g. "news"; of one in a folder the way from there, "2026/news"
};

/// The files that `inputs` name, those of folders in the order of their names; "-" is standard input. Where
/// there is no file of a name with `*`, `?` or `[`, it is a pattern as the shell knows them. A file that is
/// named twice is listed once. What can't be listed goes to `failures`.
std::vector<ArticleFile> list_article_files(std::span<const std::string> inputs, Failures& failures);

/// Their paths.
std::vector<std::string> list_inputs(std::span<const std::string> inputs, Failures& failures);

/// Reads the article in a file, or the articles in one of JSON Lines, one after the other: `use` is given
/// each, or what is wrong with it. "-" is standard input: a text, or JSON Lines where it begins with "{".
void for_each_document(const std::string& input, const std::function<void(Result<Document>)>& use);

/// Reads articles one by one and sees to it that no two have the same id.
class ArticleReader {
  public:
    /// `id` is for a single article, `date` for those that state none; either may be empty.
    ArticleReader(std::string id, std::string date);

    /// Throws Error naming the file where it can't be read.
    Document read(const std::string& input);

    /// Gives `use` each article in the file: several where it holds JSON Lines. What can't be read, or makes
    /// `use` throw Error, goes to `failures`.
    void read_all(const std::string& input, Failures& failures, const std::function<void(Document)>& use);

  private:
    Document named(Document document);

    std::string id_;
    std::string date_;
    std::set<std::string> ids_;
};

}  // namespace newsgraph
