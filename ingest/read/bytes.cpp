#include "ingest/read/bytes.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <system_error>

#include "graph/error.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

std::string reason(int error) { return std::generic_category().message(error); }

std::string in_megabytes(std::size_t bytes) {
    return bytes >= 1'000'000 ? std::to_string(bytes / 1'000'000) + " MB" : std::to_string(bytes) + " bytes";
}

std::string hexadecimal(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value >> 4U], digits[value & 15U]};
}

std::string place(std::string_view bytes, std::size_t offset) {
    const auto line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
    return "byte " + std::to_string(offset) + " (line " + std::to_string(line) + ")";
}

struct Signature {
    std::string_view bytes;
    std::string_view format;
    std::string_view fix;
};

// Files that people take for text, by their first bytes.
constexpr std::array signatures{
    Signature{"%PDF-", "a PDF", "take the text out first, e.g. with pdftotext"},
    Signature{"\xFF\xFE", "UTF-16", "convert it to UTF-8, e.g. with iconv -f UTF-16 -t UTF-8"},
    Signature{"\xFE\xFF", "UTF-16", "convert it to UTF-8, e.g. with iconv -f UTF-16 -t UTF-8"},
    Signature{"PK\x03\x04", "a ZIP archive or an office document", "save it as plain text first"},
    Signature{"\x1F\x8B", "compressed by gzip", "unpack it first, e.g. with gunzip"},
    Signature{"{\\rtf", "RTF", "save it as plain text first"},
};

void refuse_known_formats(std::string_view bytes, const std::string& name) {
    for (const Signature& signature : signatures) {
        if (bytes.starts_with(signature.bytes))
            throw Error(name, "is " + std::string(signature.format) + ", not text",
                        std::string(signature.fix));
    }
}

void refuse_zero_bytes(std::string_view bytes, std::size_t from, const std::string& name) {
    const std::size_t zero = bytes.find('\0', from);
    if (zero == std::string_view::npos) return;
    throw Error(name, "is binary: there is a zero byte at " + place(bytes, zero),
                "give text in UTF-8, e.g. an article as .txt or .md");
}

/// Where the first byte is that begins no character; the size where all is well.
std::size_t malformed_from(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t size = utf8_size(bytes, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::string checked(std::string bytes, const std::string& name) {
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    if (std::all_of(bytes.begin(), bytes.end(),
                    [](char c) { return std::strchr(" \t\r\n\f\v", c) != nullptr; }))
        throw Error(name, "is empty", "give a file with an article's text");
    if (const std::size_t offset = malformed_from(bytes); offset < bytes.size()) {
        throw Error(name, place(bytes, offset) + " is not UTF-8: " + hexadecimal(bytes[offset]),
                    "convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8");
    }
    return bytes;
}

std::string read_all(std::FILE* stream, const std::string& name, std::size_t max_bytes) {
    constexpr std::size_t chunk_bytes = 1U << 16U;
    std::string bytes;
    while (true) {
        const std::size_t before = bytes.size();
        bytes.resize(before + std::min(chunk_bytes, max_bytes + 1 - before));
        errno = 0;
        bytes.resize(before + std::fread(bytes.data() + before, 1, bytes.size() - before, stream));
        if (std::ferror(stream) != 0) throw Error(name, "can't be read: " + reason(errno));
        if (before == 0) refuse_known_formats(bytes, name);
        refuse_zero_bytes(bytes, before, name);
        if (bytes.size() > max_bytes) {
            throw Error(name, "is larger than " + in_megabytes(max_bytes),
                        "split it into one file for each article");
        }
        if (bytes.size() == before) return bytes;
    }
}

std::unique_ptr<std::FILE, CloseFile> open_file(const std::filesystem::path& file) {
    const std::string name = file.string();
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) throw Error(name, "is a folder, not a file");
    errno = 0;
    std::unique_ptr<std::FILE, CloseFile> stream(std::fopen(file.c_str(), "rb"));
    if (!stream) {
        const int error = errno;
        if (error == ENOENT) throw Error(name, "there is no such file", "check the path");
        throw Error(name, "can't be opened: " + reason(error));
    }
    return stream;
}

}  // namespace

std::size_t code_point_count(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U; }));
}

std::string read_utf8(std::FILE* stream, const std::string& name, std::size_t max_bytes) {
    return checked(read_all(stream, name, max_bytes), name);
}

std::string read_utf8(const std::filesystem::path& file, std::size_t max_bytes) {
    return read_utf8(open_file(file).get(), file.string(), max_bytes);
}

std::string read_bytes(const std::filesystem::path& file, std::size_t max_bytes) {
    return read_all(open_file(file).get(), file.string(), max_bytes);
}

}  // namespace newsgraph
