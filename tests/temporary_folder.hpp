#pragma once
// A folder for a test's files.

#include <stdlib.h>  // mkdtemp is POSIX

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace newsgraph {

/// A new, empty folder of this test's own, so that tests may run at the same time; gone at the test's end.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "newsgraph-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
        path = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Writes `bytes` into `file`, a path from this folder, and makes the folders on its way.
    std::filesystem::path write(const std::filesystem::path& file, const std::string& bytes) const {
        std::filesystem::create_directories((path / file).parent_path());
        std::ofstream(path / file, std::ios::binary) << bytes;
        return path / file;
    }

    std::filesystem::path path;
};

}  // namespace newsgraph
