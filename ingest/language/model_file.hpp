#pragma once
// The file that holds a trained network: named arrays, mapped into memory.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// Layout, all numbers little-endian: "NGMODEL\n", version (u32), number of arrays (u32), hash of the word
/// features (u64), size of the file (u64), checksum of all after the header (u64); for each array its name
/// (24 bytes, zero-padded), offset (u64) and size in bytes (u64); then the arrays, each at a multiple of 64.
class ModelFile {
  public:
    static constexpr std::uint32_t version = 2;

    /// Throws Error naming `path` if it can't be read, is no model file, is cut short or damaged, or is of
    /// another version or made for other word features (`features`: their definition).
    ModelFile(const std::filesystem::path& path, std::string_view features);
    ~ModelFile();
    ModelFile(const ModelFile&) = delete;
    ModelFile& operator=(const ModelFile&) = delete;

    /// The array of that name, valid as long as this. Throws Error if there is none, or if it does not hold
    /// exactly `count` values (where `count` is not 0).
    template <typename Value>
    std::span<const Value> array(std::string_view name, std::size_t count = 0) const {
        const std::span<const std::byte> bytes = find(name, sizeof(Value), count);
        return {reinterpret_cast<const Value*>(bytes.data()), bytes.size() / sizeof(Value)};
    }

    /// An array of text, cut at line breaks.
    std::vector<std::string> lines(std::string_view name) const;

    const std::filesystem::path& path() const noexcept { return path_; }

    /// Throws Error: this file does not hold what the program expects.
    [[noreturn]] void refuse(const std::string& problem) const;

  private:
    struct Array {
        std::string name;
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };

    std::span<const std::byte> find(std::string_view name, std::size_t value_size, std::size_t count) const;
    void read_header(std::string_view features);

    std::filesystem::path path_;
    std::span<const std::byte> bytes_;
    std::vector<Array> arrays_;
};

}  // namespace newsgraph
