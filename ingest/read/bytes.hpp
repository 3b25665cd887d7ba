#pragma once
// The bytes of a file or stream, read within bounds and checked to be text.

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace newsgraph {

/// No article is as large as this; it keeps a wrong file, or an endless one, from filling the memory.
inline constexpr std::size_t max_document_bytes = 100'000'000;

/// The text of `file`: UTF-8 without a byte order mark, line ends as they are. Reads at most `max_bytes` and
/// one. Throws Error naming the file where it can't be read, is larger, empty, binary or no UTF-8.
std::string read_utf8(const std::filesystem::path& file, std::size_t max_bytes = max_document_bytes);

/// The same from an open stream, e.g. standard input; `name` is for messages.
std::string read_utf8(std::FILE* stream, const std::string& name, std::size_t max_bytes = max_document_bytes);

/// The bytes of `file` in whatever encoding, for formats that name it. Throws Error where it can't be read,
/// is larger, or of a format that is no text.
std::string read_bytes(const std::filesystem::path& file, std::size_t max_bytes = max_document_bytes);

/// How many code points `text`, which is valid UTF-8, holds.
std::size_t code_point_count(std::string_view text) noexcept;

}  // namespace newsgraph
