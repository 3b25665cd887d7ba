#include "cli/output_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace newsgraph;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() : path(fs::temp_directory_path() / "newsgraph-output-test") {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::size_t file_count() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }

    fs::path path;
};

std::string content(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

TEST_CASE("a file appears when it is closed, and not before", "[cli][output]") {
    const Folder folder;
    const fs::path file = folder.path / "graph.json";
    write(file, "before");
    {
        OutputFile output(file.string());
        output.stream() << "after";
        CHECK(content(file) == "before");
        output.close();
    }
    CHECK(content(file) == "after");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a failure leaves what was there before", "[cli][output]") {
    const Folder folder;
    const fs::path file = folder.path / "graph.json";
    write(file, "before");
    { OutputFile(file.string()).stream() << "half"; }
    CHECK(content(file) == "before");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a link stays a link", "[cli][output]") {
    const Folder folder;
    write(folder.path / "target.json", "before");
    fs::create_symlink("target.json", folder.path / "link.json");
    OutputFile output((folder.path / "link.json").string());
    output.stream() << "after";
    output.close();
    CHECK(fs::is_symlink(folder.path / "link.json"));
    CHECK(content(folder.path / "target.json") == "after");
}

TEST_CASE("what can't be written is named", "[cli][output]") {
    const Folder folder;
    CHECK_THROWS_WITH(OutputFile(folder.path.string()),
                      Catch::Contains(folder.path.string() + ": is a folder"));
    CHECK_THROWS_WITH(OutputFile((folder.path / "no" / "x.json").string()),
                      Catch::Contains("can't be written: No such file"));
    OutputFile full("/dev/full");
    full.stream() << "bytes";
    CHECK_THROWS_WITH(full.close(), Catch::Contains("/dev/full: can't be written: No space left on device"));
}
