#include "graph/store/store.hpp"

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "graph/error.hpp"
#include "graph/store/schema.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

// The file format's header: https://www.sqlite.org/fileformat.html#the_database_header
constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::size_t page_size_at = 16, page_count_at = 28, header_size = 100;

std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string beginning_of(const std::string& path) {
    std::string bytes(header_size, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

// SQLite notices a missing end only when it comes to it, which may be late.
void refuse_cut_off(const std::string& path) {
    std::error_code problem;
    const std::uint64_t size = fs::file_size(path, problem);
    if (problem || size == 0) return;
    const std::string header = beginning_of(path);
    if (!header.starts_with(magic))
        throw Error(path, "is no newsgraph store", "name a file that newsgraph add made");
    std::uint64_t page = header.size() < header_size ? 0 : big_endian(header, page_size_at, 2);
    if (page == 1) page = 65536;
    if (header.size() < header_size || size < page * big_endian(header, page_count_at, 4)) {
        // Its pages may still be in the log beside it, where they are safe.
        if (fs::exists(path + "-wal", problem) && fs::file_size(path + "-wal", problem) > 0) return;
        throw Error(path, "the store is cut off: its end is missing",
                    "restore a copy, or add the documents to a new store");
    }
}

void refuse_folder(const std::string& path) {
    std::error_code problem;
    if (fs::is_directory(path, problem)) throw Error(path, "is a folder, no store", "name a file");
}

void refuse_missing(const std::string& path) {
    std::error_code problem;
    refuse_folder(path);
    if (!fs::exists(path, problem))
        throw Error(path, "there is no such store", "make one with newsgraph add " + path + " ARTICLE");
    if (fs::file_size(path, problem) == 0)
        throw Error(path, "is an empty file, no store", "make a store with newsgraph add");
}

}  // namespace

bool is_store(std::string_view beginning) noexcept { return beginning.starts_with(magic); }

Store Store::open(const std::string& path) {
    std::error_code problem;
    refuse_missing(path);
    refuse_cut_off(path);
    const bool is_frozen =
        ::access(fs::absolute(path).parent_path().c_str(), W_OK) != 0 &&
        (!fs::exists(path + "-wal", problem) || fs::file_size(path + "-wal", problem) == 0);
    Store store{Database(path, is_frozen ? Database::Access::frozen : Database::Access::read)};
    check_schema(store.database());
    return store;
}

Store Store::create_or_open(const std::string& path) {
    refuse_folder(path);
    refuse_cut_off(path);
    Store store{Database(path, Database::Access::create)};
    migrate(store.database());  // while foreign keys don't hold yet: it may make tables anew
    // 64 MiB of pages, a checkpoint every 32 MiB: with SQLite's own 2 and 4, a large store is mostly copied.
    store.database().execute(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA "
        "wal_autocheckpoint = 8192");
    return store;
}

Store Store::open_to_write(const std::string& path) {
    refuse_missing(path);
    return create_or_open(path);
}

}  // namespace newsgraph
