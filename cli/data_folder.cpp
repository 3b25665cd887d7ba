#include "cli/data_folder.hpp"

#include <array>
#include <cstdlib>
#include <system_error>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

bool is_data_folder(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "ontology", ignored) && fs::is_directory(folder / "models", ignored);
}

fs::path checked(const fs::path& folder, const std::string& origin) {
    if (is_data_folder(folder)) return folder;
    throw Error(folder.string(), "is no data folder of newsgraph: it needs ontology/ and models/",
                "mend " + origin);
}

}  // namespace

fs::path find_data_folder(const std::string& given) {
    if (!given.empty()) return checked(given, "--data");
    if (const char* folder = std::getenv("NEWSGRAPH_DATA"); folder != nullptr && *folder != '\0')
        return checked(folder, "the environment variable NEWSGRAPH_DATA");

    std::error_code error;
    const fs::path program_folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    const std::array<fs::path, 4> places{
        program_folder / ".." / "share" / "newsgraph",
        program_folder / ".." / ".." / "data",  // build/PRESET/newsgraph
        NEWSGRAPH_INSTALLED_DATA,
        "/usr/share/newsgraph",  // the Debian package's, where /proc does not tell where the program is
    };
    for (const fs::path& place : places) {
        if (is_data_folder(place)) return place.lexically_normal();
    }
    throw Error("newsgraph", "its data folder was not found", "name it by --data or NEWSGRAPH_DATA");
}

}  // namespace newsgraph
