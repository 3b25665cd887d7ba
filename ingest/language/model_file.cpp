#include "ingest/language/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "graph/error.hpp"
#include "ingest/language/word_features.hpp"

namespace newsgraph {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are read as they lie in memory");

constexpr std::string_view magic = "NGMODEL\n";
constexpr std::size_t header_size = 40;
constexpr std::size_t entry_size = 40;
constexpr std::size_t name_size = 24;
constexpr std::string_view get_another =
    "take data/models of the same version as the program, or train it anew (data/models/README.md)";

template <typename Value>
Value value_at(std::span<const std::byte> bytes, std::size_t offset) {
    Value value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

/// Over 8 bytes at a time; the size is a multiple of 8, as every model file's is.
std::uint64_t checksum(std::span<const std::byte> bytes) {
    std::uint64_t sum = 0xCBF29CE484222325;
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        sum = (sum ^ value_at<std::uint64_t>(bytes, at)) * 0x9E3779B97F4A7C15;
        sum ^= sum >> 32;
    }
    return sum;
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path, std::string_view features) : path_(path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        throw Error(path.string(), std::string("the model can't be read: ") + std::strerror(errno),
                    "say where data/models lies, or install it with the program");
    }
    struct stat status {};
    const bool regular = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
    void* mapped = MAP_FAILED;
    if (size >= header_size) mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED) refuse("this is no model file");
    bytes_ = {static_cast<const std::byte*>(mapped), size};
    try {
        read_header(features);
    } catch (...) {
        ::munmap(mapped, size);
        throw;
    }
}

ModelFile::~ModelFile() {
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

void ModelFile::read_header(std::string_view features) {
    if (std::memcmp(bytes_.data(), magic.data(), magic.size()) != 0) refuse("this is no model file");
    if (const auto its = value_at<std::uint32_t>(bytes_, 8); its != version) {
        std::string problem = "the model is of version ";
        problem.append(std::to_string(its)).append(", this program reads version ");
        refuse(problem.append(std::to_string(version)));
    }
    if (value_at<std::uint64_t>(bytes_, 24) != bytes_.size()) {
        std::string problem = "the model is cut short: ";
        problem.append(std::to_string(bytes_.size())).append(" bytes of ");
        refuse(problem.append(std::to_string(value_at<std::uint64_t>(bytes_, 24))));
    }
    if (bytes_.size() % 8 != 0 ||
        checksum(bytes_.subspan(header_size)) != value_at<std::uint64_t>(bytes_, 32)) {
        refuse("the model is damaged: its checksum differs");
    }
    if (value_at<std::uint64_t>(bytes_, 16) != hash_of(0, features)) {
        refuse("the model was made for other word features than this program's");
    }
    const std::size_t count = value_at<std::uint32_t>(bytes_, 12);
    if (count > (bytes_.size() - header_size) / entry_size)
        refuse("the model is damaged: its table is too long");
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = header_size + i * entry_size;
        const char* name = reinterpret_cast<const char*>(bytes_.data() + entry);
        Array array{std::string(name, ::strnlen(name, name_size)),
                    value_at<std::uint64_t>(bytes_, entry + name_size),
                    value_at<std::uint64_t>(bytes_, entry + name_size + 8)};
        if (array.offset % 64 != 0 || array.offset > bytes_.size() ||
            array.size > bytes_.size() - array.offset) {
            refuse("the model is damaged: " + array.name + " lies outside of the file");
        }
        arrays_.push_back(std::move(array));
    }
}

std::span<const std::byte> ModelFile::find(std::string_view name, std::size_t value_size,
                                           std::size_t count) const {
    for (const Array& array : arrays_) {
        if (array.name != name) continue;
        if (array.size % value_size != 0 || (count != 0 && array.size != count * value_size)) {
            refuse(std::string(name) + " has another size than expected");
        }
        return bytes_.subspan(array.offset, array.size);
    }
    refuse(std::string(name) + " is missing");
}

std::vector<std::string> ModelFile::lines(std::string_view name) const {
    const std::span<const char> text = array<char>(name);
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

void ModelFile::refuse(const std::string& problem) const {
    throw Error(path_.string(), problem, std::string(get_another));
}

}  // namespace newsgraph
