#pragma once
// The articles that a command line names.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
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

    /// Logs what is worth a look but no failure.
    void note(const Error& error);

    /// Is called before each message, e.g. to clear the line that shows progress.
    void set_before(std::function<void()> before) { before_ = std::move(before); }

  private:
    std::function<void()> before_;
    std::size_t count_ = 0;
};

/// A file that a command line names, directly or by its folder.
struct ArticleFile {
    std::string path;
    /// Of the document in it, unless the file holds JSON Lines, which have their own: its name without the
    /// ending, e.g. "news"; of one in a folder the way from there, "2026/news". Where several files have one
    /// name, it is the whole path.
    std::string id;
};

/// The files that `inputs` name, those of folders in the order of their names; "-" is standard input. Where
/// there is no file of a name with `*`, `?` or `[`, it is a pattern as the shell knows them. A file that is
/// named twice is listed once. What can't be listed goes to `failures`. Ids depend on which files there are,
/// not on their order.
std::vector<ArticleFile> list_article_files(std::span<const std::string> inputs, Failures& failures);

/// Is given a document, or what is wrong with it, and where it stands: "news.txt", "news.jsonl:212".
using DocumentUse = std::function<void(Result<Document>, const std::string& where)>;

/// Reads the article in a file, or the articles in one of JSON Lines, one after the other. "-" is standard
/// input: a text, or JSON Lines where it begins with "{". A store or a graph is a problem: it is no article.
void for_each_document(const ArticleFile& file, const DocumentUse& use);

/// What to tell of a document that could be read but not wholly, e.g. that its date is none.
std::optional<Problem> doubt_about(const Document& document, const std::string& where);

/// The article in the file, or on standard input where it is "-"; of JSON Lines the only one. Throws Error
/// naming the file where it can't be read or holds no single article, with how to go on.
Document read_article(const std::string& input);

/// Reads articles one by one and sees to it that no two have the same id.
class ArticleReader {
  public:
    /// `id` is for a single article, `date` for those that state none; either may be empty.
    ArticleReader(std::string id, std::string date);

    /// Gives `use` each article in the file: several where it holds JSON Lines. What can't be read, or makes
    /// `use` throw Error, goes to `failures`.
    void read_all(const ArticleFile& file, Failures& failures, const std::function<void(Document)>& use);

  private:
    Document named(Document document, const std::string& where, Failures& failures);

    std::string id_;
    std::string date_;
    std::set<std::string> ids_;
};

}  // namespace newsgraph
