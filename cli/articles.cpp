#include "cli/articles.hpp"

#include <spdlog/spdlog.h>

#include <glob.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <system_error>
#include <utility>

#include "cli/graph_formats.hpp"
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

void read_lines(std::istream& in, const std::string& name, const DocumentUse& use) {
    JsonLines lines(in, name);
    while (auto line = lines.next()) {
        const std::string where = lines.where();
        if (auto* problem = std::get_if<Problem>(&*line))
            use(std::move(*problem), where);
        else
            use(document_from_json(std::get<std::string>(*line), where), where);
    }
}

/// The first bytes of a file without its white space.
std::string beginning_of(const std::string& path) {
    std::string beginning(256, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    if (beginning.starts_with("\xEF\xBB\xBF")) beginning.erase(0, 3);
    std::erase_if(beginning, [](char c) { return c == ' ' || ('\t' <= c && c <= '\r'); });
    return beginning;
}

/// Whether a file begins as JSON objects and GraphML do; texts may begin with "{" or "<" as well.
bool looks_like_graph(std::string_view beginning) {
    return beginning.starts_with("{\"") || beginning.starts_with("<?xml") ||
           beginning.starts_with("<graphml");
}

/// Whether a file begins as the Markdown report of a graph does.
bool looks_like_report(const std::string& beginning) {
    static const std::regex heading("^#What[0-9]+document(says|ssay)[0-9]+entit");
    return std::regex_search(beginning, heading);
}

/// A graph's text would be read as an article's, and a report's quotations as so many sources.
void refuse_graph(const std::string& path) {
    std::error_code ignored;
    if (is_web_page(path) || !fs::is_regular_file(path, ignored)) return;
    if (holds_store(path))
        throw Error(path, "is a store, not an article",
                    "newsgraph query, view and export take it; newsgraph add puts articles into it");
    const std::string beginning = beginning_of(path);
    if (looks_like_report(beginning))
        throw Error(path, "is a report that newsgraph wrote, not an article",
                    "give the articles that the report was made from");
    if (looks_like_graph(beginning))
        throw Error(
            path, "is a graph or other JSON or XML, not an article",
            "newsgraph query, view and export take a graph; to put graphs together, add their articles "
            "to a store with newsgraph add");
}

/// Where several files have one name, their whole paths are their ids.
void tell_apart(std::vector<ArticleFile>& files) {
    std::map<std::string, std::size_t> counts, path_counts;
    const auto path_of = [](const ArticleFile& file) {
        return valid_utf8(fs::path(file.path).lexically_normal().replace_extension().generic_string());
    };
    for (const ArticleFile& file : files) {
        ++counts[file.id];
        ++path_counts[path_of(file)];
    }
    for (ArticleFile& file : files) {
        if (counts[file.id] < 2) continue;
        const std::string path = path_of(file);
        file.id = path_counts[path] > 1 ? valid_utf8(file.path) : path;
    }
}

}  // namespace

void Failures::add(const Error& error) {
    ++count_;
    if (before_) before_();
    spdlog::warn("{}", printable(error.what()));
}

void Failures::note(const Error& error) {
    if (before_) before_();
    spdlog::info("{}", printable(error.what()));
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
        if (input != standard_input) {
            for (const std::string& path : matching(input)) list_input(path);
        } else if (std::ranges::find(files, input, &ArticleFile::path) == files.end()) {
            files.push_back({input, "stdin"});
        } else {
            spdlog::info("standard input is named twice; read once");
        }
    }
    tell_apart(files);
    return files;
}

void for_each_document(const ArticleFile& file, const DocumentUse& use) {
    const std::string& input = file.path;
    try {
        if (input == standard_input) {
            const int first = std::getc(stdin);
            std::ungetc(first, stdin);
            if (first == '{') return read_lines(std::cin, "stdin", use);
            return use(read_document(stdin, "stdin"), "stdin");
        }
        if (!is_json_lines(input)) {
            refuse_graph(input);
            Document document = read_document(fs::path(input));
            document.id = file.id;
            return use(std::move(document), input);
        }
        std::ifstream lines(input, std::ios::binary);
        if (!lines) throw Error(input, "can't be opened", "check the path and its permissions");
        read_lines(lines, valid_utf8(input), use);
    } catch (const Error& error) {
        use(Problem{error.where(), error.problem(), error.fix()}, input);
    }
}

std::optional<Problem> doubt_about(const Document& document, const std::string& where) {
    if (document.unread_date.empty()) return std::nullopt;
    return Problem{where, "date \"" + document.unread_date + "\" can't be read; the document is without one",
                   "write dates as 2026-04-08"};
}

Document read_article(const std::string& input) {
    std::error_code ignored;
    if (fs::is_directory(input, ignored))
        throw Error(input, "is a folder, and one article is wanted", "name a file in it");
    if (input != standard_input && holds_store(input))
        throw Error(input, "is a store, and one article is wanted",
                    "take it from there: newsgraph show " + input + " DOC --text | newsgraph COMMAND - ...");
    std::optional<Document> article;
    std::size_t count = 0;
    for_each_document({input, valid_utf8(fs::path(input).stem().string())},
                      [&](Result<Document> read, const std::string&) {
                          if (const auto* problem = std::get_if<Problem>(&read))
                              throw Error(problem->where, problem->what, problem->fix);
                          if (++count == 1) article = std::get<Document>(std::move(read));
                      });
    const std::string name = input == standard_input ? "stdin" : input;
    if (count == 0) throw Error(name, "holds no article", "give lines with \"id\" and \"text\"");
    if (count > 1)
        throw Error(
            name, "holds " + std::to_string(count) + " articles, and one is wanted",
            "put them into a store, newsgraph add news.ng " + input +
                ", and take one from there: newsgraph show news.ng DOC --text | newsgraph COMMAND - ...");
    return *article;
}

ArticleReader::ArticleReader(std::string id, std::string date) : id_(std::move(id)), date_(std::move(date)) {}

void ArticleReader::read_all(const ArticleFile& file, Failures& failures,
                             const std::function<void(Document)>& use) {
    for_each_document(file, [&](Result<Document> read, const std::string& where) {
        if (const auto* problem = std::get_if<Problem>(&read))
            return failures.add({problem->where, problem->what, problem->fix});
        try {
            auto& document = std::get<Document>(read);
            if (const auto doubt = doubt_about(document, where))
                failures.note({doubt->where, doubt->what, doubt->fix});
            use(named(std::move(document), where, failures));
        } catch (const Error& error) {
            failures.add(error);
        }
    });
}

Document ArticleReader::named(Document document, const std::string& where, Failures& failures) {
    if (!id_.empty()) document.id = id_;
    if (document.date.empty()) document.date = date_;
    std::string id = document.id;
    for (int count = 2; !ids_.insert(id).second; ++count) id = document.id + "-" + std::to_string(count);
    if (id != document.id)
        failures.note({where,
                       "another article has the id \"" + document.id + "\" too; this one is \"" + id + "\"",
                       ""});
    document.id = std::move(id);
    return document;
}

}  // namespace newsgraph
