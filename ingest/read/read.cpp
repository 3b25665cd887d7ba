#include "ingest/read/read.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "graph/utf8.hpp"
#include "ingest/read/bytes.hpp"
#include "ingest/read/html.hpp"
#include "ingest/read/markdown.hpp"
#include "ingest/read/text.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> text_endings{".txt", ".text"};
constexpr std::array<std::string_view, 2> markdown_endings{".md", ".markdown"};
constexpr std::array<std::string_view, 2> html_endings{".html", ".htm"};
constexpr std::array<std::string_view, 2> json_lines_endings{".jsonl", ".ndjson"};
constexpr int deepest_folder = 64;  // keeps the recursion bounded

bool has_ending(const fs::path& file, const std::array<std::string_view, 2>& endings) {
    std::string ending = file.extension().string();
    for (char& c : ending) {
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

class Walk {
  public:
    FolderListing listing;

    void visit(const fs::path& folder, int depth) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error) return refuse(folder, "can't be opened: " + error.message(), "");
        if (!visited_.insert(real).second)
            return refuse(folder, "leads to a folder that is read already: " + real.string(),
                          "remove the link");
        if (depth > deepest_folder) return refuse(folder, "lies too deep to be read", "name it by itself");

        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (!entry->path().filename().string().starts_with('.')) entries.push_back(*entry);
        }
        if (error) refuse(folder, "can't be listed: " + error.message(), "");
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            if (entry.is_directory(error))
                visit(entry.path(), depth + 1);
            else if (is_article(entry.path()))
                listing.files.push_back(entry.path());
        }
    }

  private:
    void refuse(const fs::path& folder, std::string what, std::string fix) {
        listing.problems.push_back({folder.string(), std::move(what), std::move(fix)});
    }

    std::set<fs::path> visited_;
};

}  // namespace

bool is_article(const fs::path& file) {
    return has_ending(file, text_endings) || has_ending(file, markdown_endings) || is_web_page(file) ||
           is_json_lines(file);
}

bool is_web_page(const fs::path& file) { return has_ending(file, html_endings); }

bool is_json_lines(const fs::path& file) { return has_ending(file, json_lines_endings); }

Document read_document(const fs::path& file) {
    if (is_web_page(file)) {
        const std::string name = valid_utf8(file.string());
        Document document = document_from_html(read_bytes(file), name);
        document.id = valid_utf8(file.stem().string());
        if (document.source.empty()) document.source = name;
        return document;
    }
    std::string text = read_utf8(file);
    Document document = has_ending(file, markdown_endings) ? document_from_markdown(text)
                                                           : document_from_text(std::move(text));
    document.id = valid_utf8(file.stem().string());
    document.source = valid_utf8(file.string());
    return document;
}

Document read_document(std::FILE* stream, const std::string& name) {
    Document document = document_from_text(read_utf8(stream, name));
    document.id = name;
    document.source = name;
    return document;
}

FolderListing list_articles(const fs::path& folder) {
    Walk walk;
    walk.visit(folder, 0);
    return std::move(walk.listing);
}

}  // namespace newsgraph
