#pragma once
// From files and folders to documents.

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

/// The document in `file`: Markdown where its name ends in .md or .markdown, a web page where it ends in
/// .html or .htm, else plain text. Its id is the file's stem, its source the path, or the address that a page
/// gives as its own. Throws Error naming the file where it can't be read as text.
Document read_document(const std::filesystem::path& file);

/// Whether the file's name says that it holds an article, or several: by one of the endings below.
bool is_article(const std::filesystem::path& file);

/// Whether the file's name says that it is a web page (.html, .htm).
bool is_web_page(const std::filesystem::path& file);

/// Whether the file's name says that it holds JSON Lines (.jsonl, .ndjson): many documents
/// (ingest/read/json_lines.hpp).
bool is_json_lines(const std::filesystem::path& file);

/// The plain text of an open stream; its id is `name`, and its source too.
Document read_document(std::FILE* stream, const std::string& name);

/// What lies in a folder to be read.
struct FolderListing {
    std::vector<std::filesystem::path> files;  // in the order of their names, a subfolder's in its place
    std::vector<Problem> problems;             // folders that can't be opened, links that lead in circles
};

/// The articles in `folder` and its subfolders: files ending in .txt, .text, .md, .markdown,
/// .html, .htm, .jsonl or .ndjson, in any case;
/// hidden ones are left out. Links are followed, each folder read once.
FolderListing list_articles(const std::filesystem::path& folder);

}  // namespace newsgraph
