#include "cli/articles.hpp"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <system_error>
#include <utility>

#include "cli/text_width.hpp"
#include "ingest/read/read.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

constexpr const char* standard_input = "-";

}  // namespace

void Failures::add(const Error& error) {
    ++count_;
    spdlog::warn("{}", printable(error.what()));
}

std::vector<std::string> list_inputs(std::span<const std::string> inputs, Failures& failures) {
    std::vector<std::string> files;
    std::set<fs::path> known;
    const auto list = [&](const fs::path& file) {
        std::error_code error;
        fs::path real = fs::canonical(file, error);
        if (error || known.insert(std::move(real)).second)
            files.push_back(file.string());
        else
            spdlog::info("{}: is named twice; read once", file.string());
    };
    for (const std::string& input : inputs) {
        std::error_code error;
        if (input == standard_input) {
            files.push_back(input);
        } else if (fs::is_directory(input, error)) {
            const FolderListing listing = list_articles(input);
            for (const Problem& problem : listing.problems)
                failures.add({problem.where, problem.what, problem.fix});
            if (listing.files.empty())
                failures.add({input, "there are no articles in this folder",
                              "their names end in .txt, .text, .md or .markdown"});
            for (const fs::path& file : listing.files) list(file);
        } else {
            list(input);
        }
    }
    return files;
}

ArticleReader::ArticleReader(std::string id, std::string date) : id_(std::move(id)), date_(std::move(date)) {}

Document ArticleReader::read(const std::string& input) {
    Document document =
        input == standard_input ? read_document(stdin, "stdin") : read_document(fs::path(input));
    if (!id_.empty()) document.id = id_;
    if (document.date.empty()) document.date = date_;
    std::string id = document.id;
    for (int count = 2; !ids_.insert(id).second; ++count) id = document.id + "-" + std::to_string(count);
    document.id = std::move(id);
    return document;
}

}  // namespace newsgraph
