#include "ingest/read/read.hpp"

#include <catch2/catch.hpp>

#include "tests/temporary_folder.hpp"

using namespace newsgraph;
namespace fs = std::filesystem;

TEST_CASE("a document has its file's stem as id and its path as source", "[read]") {
    const TemporaryFolder folder;
    folder.write("ferry.md", "# Boats\n\nThey sail.\n");
    const Document document = read_document(folder.path / "ferry.md");
    CHECK(document.id == "ferry");
    CHECK(document.source == (folder.path / "ferry.md").string());
    CHECK(document.title == "Boats");
}

TEST_CASE("the articles of a folder are listed by name, through its subfolders", "[read]") {
    const TemporaryFolder folder;
    for (const char* file : {"b.txt", "a/z.TXT", "a/.hidden.txt", "c.md", "d.pdf", "a/b/y.markdown"})
        folder.write(file, "x");
    const FolderListing listing = list_articles(folder.path);
    CHECK(listing.problems.empty());
    CHECK(listing.files == std::vector<fs::path>{folder.path / "a/b/y.markdown", folder.path / "a/z.TXT",
                                                 folder.path / "b.txt", folder.path / "c.md"});
}

TEST_CASE("links that lead in circles are refused, the rest is read", "[read]") {
    const TemporaryFolder folder;
    folder.write("a/x.txt", "x");
    fs::create_directory_symlink("..", folder.path / "a/up");
    fs::create_directory_symlink("loop", folder.path / "loop");
    const FolderListing listing = list_articles(folder.path);
    CHECK(listing.files == std::vector<fs::path>{folder.path / "a/x.txt"});
    REQUIRE(listing.problems.size() == 1);
    CHECK(listing.problems[0].where == (folder.path / "a/up").string());
}
