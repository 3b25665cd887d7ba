#include "cli/output_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/temporary_folder.hpp"

using namespace newsgraph;
namespace fs = std::filesystem;

namespace {

std::size_t file_count(const TemporaryFolder& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()));
}

std::string content(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a file appears when it is closed, and not before", "[cli][output]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "graph.json";
    folder.write("graph.json", "before");
    {
        OutputFile output(file.string());
        output.stream() << "after";
        CHECK(content(file) == "before");
        output.close();
    }
    CHECK(content(file) == "after");
    CHECK(file_count(folder) == 1);
}

TEST_CASE("a failure leaves what was there before", "[cli][output]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "graph.json";
    folder.write("graph.json", "before");
    { OutputFile(file.string()).stream() << "half"; }
    CHECK(content(file) == "before");
    CHECK(file_count(folder) == 1);
}

TEST_CASE("a link stays a link", "[cli][output]") {
    const TemporaryFolder folder;
    folder.write("target.json", "before");
    fs::create_symlink("target.json", folder.path / "link.json");
    OutputFile output((folder.path / "link.json").string());
    output.stream() << "after";
    output.close();
    CHECK(fs::is_symlink(folder.path / "link.json"));
    CHECK(content(folder.path / "target.json") == "after");
}

TEST_CASE("what can't be written is named", "[cli][output]") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(OutputFile(folder.path.string()),
                      Catch::Contains(folder.path.string() + ": is a folder"));
    CHECK_THROWS_WITH(OutputFile((folder.path / "no" / "x.json").string()),
                      Catch::Contains("can't be written: No such file"));
    OutputFile full("/dev/full");
    full.stream() << "bytes";
    CHECK_THROWS_WITH(full.close(), Catch::Contains("/dev/full: can't be written: No space left on device"));
}
