#include "export/options.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 3> names = {"graphml", "dot", "json"};

}  // namespace

std::string_view to_string(Format format) noexcept { return names[static_cast<std::size_t>(format)]; }

std::optional<Format> format_from_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Format>(i);
    }
    return std::nullopt;
}

std::optional<Format> format_from_ending(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    if (ending == ".graphml" || ending == ".xml") return Format::graphml;
    if (ending == ".dot" || ending == ".gv") return Format::dot;
    if (ending == ".json") return Format::json;
    return std::nullopt;
}

std::string known_formats() {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
        list += names[i];
    }
    return list;
}

}  // namespace newsgraph
