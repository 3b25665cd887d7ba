#include "export/read.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <string_view>
#include <system_error>

#include "export/graphml_reader.hpp"
#include "export/json_reader.hpp"
#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::optional<Format> format_from_content(std::string_view beginning) noexcept {
    if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
    const std::size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == beginning.npos) return std::nullopt;
    if (beginning[first] == '{') return Format::json;
    if (beginning[first] == '<') return Format::graphml;
    return std::nullopt;
}

KnowledgeGraph read_graph(std::istream& in, const std::string& name,
                          std::vector<std::string> symmetric_types) {
    for (const char byte : byte_order_mark) {
        if (in.peek() == std::istream::traits_type::to_int_type(byte)) in.get();
    }
    const std::string beginning(1, static_cast<char>(in.peek()));
    // JSON may begin with spaces, which its reader counts the lines of; XML may not.
    const bool is_space = beginning.find_first_of(" \t\r\n") == 0;
    const auto format = is_space ? Format::json : format_from_content(beginning);
    if (format == Format::json) return read_json(in, name, std::move(symmetric_types));
    if (format == Format::graphml) return read_graphml(in, name, std::move(symmetric_types));
    throw Error(name, "holds neither JSON nor GraphML",
                "give a graph that newsgraph build wrote as JSON or GraphML");
}

KnowledgeGraph read_graph(const std::filesystem::path& path, std::vector<std::string> symmetric_types) {
    if (path == "-") return read_graph(std::cin, "stdin", std::move(symmetric_types));
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        const int reason = std::filesystem::is_directory(path) ? EISDIR : errno;
        throw Error(path.string(), "cannot be read: " + std::generic_category().message(reason),
                    "give a graph that newsgraph build wrote");
    }
    return read_graph(file, path.string(), std::move(symmetric_types));
}

}  // namespace newsgraph
