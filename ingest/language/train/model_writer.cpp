#include "ingest/language/train/model_writer.hpp"

#include <cstring>
#include <fstream>

#include "graph/error.hpp"
#include "ingest/language/model_file.hpp"
#include "ingest/language/word_features.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t header_size = 40;
constexpr std::size_t entry_size = 40;
constexpr std::size_t alignment = 64;

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

/// As ModelFile checks it: over 8 bytes at a time.
std::uint64_t checksum(std::span<const std::byte> bytes) {
    std::uint64_t sum = 0xCBF29CE484222325;
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t value = 0;
        std::memcpy(&value, bytes.data() + at, sizeof value);
        sum = (sum ^ value) * 0x9E3779B97F4A7C15;
        sum ^= sum >> 32;
    }
    return sum;
}

}  // namespace

void ModelWriter::write(const std::filesystem::path& path) const {
    std::size_t size = aligned(header_size + entry_size * arrays_.size());
    std::vector<std::byte> file;
    for (const Array& array : arrays_) size += aligned(array.bytes.size());
    file.resize(size);
    const auto put = [&](std::size_t at, auto value) { std::memcpy(file.data() + at, &value, sizeof value); };
    std::memcpy(file.data(), "NGMODEL\n", 8);
    put(8, ModelFile::version);
    put(12, static_cast<std::uint32_t>(arrays_.size()));
    put(16, hash_of(0, features_));
    put(24, static_cast<std::uint64_t>(size));
    std::size_t offset = aligned(header_size + entry_size * arrays_.size());
    for (std::size_t i = 0; i < arrays_.size(); ++i) {
        const std::size_t entry = header_size + i * entry_size;
        std::memcpy(file.data() + entry, arrays_[i].name.data(),
                    std::min<std::size_t>(arrays_[i].name.size(), 24));
        put(entry + 24, static_cast<std::uint64_t>(offset));
        put(entry + 32, static_cast<std::uint64_t>(arrays_[i].bytes.size()));
        std::memcpy(file.data() + offset, arrays_[i].bytes.data(), arrays_[i].bytes.size());
        offset += aligned(arrays_[i].bytes.size());
    }
    put(32, checksum(std::span<const std::byte>(file).subspan(header_size)));
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    if (!out.flush())
        throw Error(path.string(), "the model can't be written", "look for room and permission");
}

}  // namespace newsgraph
