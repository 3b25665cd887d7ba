#include "cli/articles.hpp"

#include <spdlog/spdlog.h>

#include <glob.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

#include "export/text_width.hpp"
#include "graph/utf8.hpp"
#include "ingest/read/json_lines.hpp"
#include "ingest/read/read.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

constexpr const char* standard_input = "-";

/// The paths that `input` stands for: itself, or where there is no such file, what it matches as a pattern.
std::vector<std::string> matching(const std::string& input) {
    std::error_code error;
    if (fs::exists(input, error) || input.find_first_of("*?[") == input.npos) return {input};
    glob_t found{};
    std::vector<std::string> paths;
    if (::glob(input.c_str(), 0, nullptr, &found) == 0)
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    return paths.empty() ? std::vector{input} : paths;
}

void read_lines(std::istream& in, const std::string& name, const std::function<void(Result<Document>)>& use) {
    JsonLines lines(in, name);
    while (auto line = lines.next()) {
        if (auto* problem = std::get_if<Problem>(&*line))
            use(std::move(*problem));
        else
            use(document_from_json(std::get<std::string>(*line), lines.where()));
    }
}

}  // namespace

void Failures::add(const Error& error) {
    ++count_;
    if (before_) before_();
    spdlog::warn("{}", printable(error.what()));
}

std::vector<ArticleFile> list_article_files(std::span<const std::string> inputs, Failures& failures) {
    std::vector<ArticleFile> files;
    std::set<fs::path> known;
    const auto list = [&](const fs::path& file, const fs::path& name) {
        std::error_code error;
        fs::path real = fs::canonical(file, error);
        if (error || known.insert(std::move(real)).second)
            files.push_back({file.string(), valid_utf8(fs::path(name).replace_extension().generic_string())});
        else
            spdlog::info("{}: is named twice; read once", file.string());
    };
    const auto list_input = [&](const std::string& input) {
        std::error_code error;
        if (!fs::is_directory(input, error)) return list(input, fs::path(input).filename());
        const FolderListing listing = list_articles(input);
        for (const Problem& problem : listing.problems)
            failures.add({problem.where, problem.what, problem.fix});
        if (listing.files.empty())
            failures.add({input, "there are no articles in this folder",
                          "their names end in .txt, .text, .md, .markdown, .html, .htm, .jsonl or .ndjson"});
        for (const fs::path& file : listing.files) list(file, file.lexically_relative(input));
    };
    for (const std::string& input : inputs) {
        if (input == standard_input)
            files.push_back({input, "stdin"});
        else
            for (const std::string& path : matching(input)) list_input(path);
    }
    return files;
}

std::vector<std::string> list_inputs(std::span<const std::string> inputs, Failures& failures) {
    std::vector<std::string> paths;
    for (ArticleFile& file : list_article_files(inputs, failures)) paths.push_back(std::move(file.path));
    return paths;
}

void for_each_document(const std::string& input, const std::function<void(Result<Document>)>& use) {
    try {
        if (input == standard_input) {
            const int first = std::getc(stdin);
            std::ungetc(first, stdin);
            if (first == '{') return read_lines(std::cin, "stdin", use);
            return use(read_document(stdin, "stdin"));
        }
        if (!is_json_lines(input)) return use(read_document(fs::path(input)));
        std::ifstream file(input, std::ios::binary);
        if (!file) throw Error(input, "can't be opened", "check the path and its permissions");
        read_lines(file, valid_utf8(input), use);
    } catch (const Error& error) {
        use(Problem{error.where(), error.problem(), error.fix()});
    }
}

ArticleReader::ArticleReader(std::string id, std::string date) : id_(std::move(id)), date_(std::move(date)) {}

Document ArticleReader::read(const std::string& input) {
    return named(input == standard_input ? read_document(stdin, "stdin") : read_document(fs::path(input)));
}

void ArticleReader::read_all(const std::string& input, Failures& failures,
                             const std::function<void(Document)>& use) {
    for_each_document(input, [&](Result<Document> read) {
        if (const auto* problem = std::get_if<Problem>(&read))
            return failures.add({problem->where, problem->what, problem->fix});
        try {
            use(named(std::get<Document>(std::move(read))));
        } catch (const Error& error) {
            failures.add(error);
        }
    });
}

Document ArticleReader::named(Document document) {
    if (!id_.empty()) document.id = id_;
    if (document.date.empty()) document.date = date_;
    std::string id = document.id;
    for (int count = 2; !ids_.insert(id).second; ++count) id = document.id + "-" + std::to_string(count);
    document.id = std::move(id);
    return document;
}

}  // namespace newsgraph
