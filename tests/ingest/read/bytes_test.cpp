#include "ingest/read/bytes.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "graph/error.hpp"
#include "tests/temporary_folder.hpp"

using namespace newsgraph;
using Catch::Matchers::EndsWith;

namespace {

/// A file with these bytes, gone again at the end of the test.
class File {
  public:
    explicit File(const std::string& bytes) : path_(folder_.write("article.txt", bytes)) {}

    const std::filesystem::path& path() const { return path_; }

  private:
    TemporaryFolder folder_;
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a byte order mark is dropped, line ends are kept", "[read][bytes]") {
    CHECK(read_utf8(File("\xEF\xBB\xBFOslo\r\n").path()) == "Oslo\r\n");
}

TEST_CASE("what is no text is refused with the place and a way out", "[read][bytes]") {
    const auto [bytes, message] = GENERATE(table<std::string, std::string>({
        {"", "is empty; give a file with an article's text"},
        {" \r\n\t", "is empty; give a file with an article's text"},
        {"Caf\xE9\n",
         "byte 3 (line 1) is not UTF-8: 0xE9; convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8"},
        {"a\nb\xC0\xAF",
         "byte 3 (line 2) is not UTF-8: 0xC0; convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8"},
        {std::string("ab\0c", 4),
         "is binary: there is a zero byte at byte 2 (line 1); give text in UTF-8, e.g. an article as .txt or "
         ".md"},
        {"%PDF-1.7", "is a PDF, not text; take the text out first, e.g. with pdftotext"},
        {"\xFF\xFEO", "is UTF-16, not text; convert it to UTF-8, e.g. with iconv -f UTF-16 -t UTF-8"},
    }));
    const File file(bytes);
    CHECK_THROWS_WITH(read_utf8(file.path()), EndsWith("article.txt: " + message));
}

TEST_CASE("a file is read up to a bound, an endless one not to its end", "[read][bytes]") {
    const File file("1234567890");
    CHECK(read_utf8(file.path(), 10) == "1234567890");
    CHECK_THROWS_WITH(read_utf8(file.path(), 9),
                      EndsWith("is larger than 9 bytes; split it into one file for each article"));
    CHECK_THROWS_WITH(read_utf8("/dev/zero"), Catch::Contains("is binary"));
}

TEST_CASE("what is not there or no file is named", "[read][bytes]") {
    CHECK_THROWS_WITH(read_utf8("no/such.txt"), "no/such.txt: there is no such file; check the path");
    CHECK_THROWS_WITH(read_utf8("/"), "/: is a folder, not a file");
}
