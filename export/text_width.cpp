#include "export/text_width.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace newsgraph {
namespace {

constexpr utf8proc_int32_t emoji_presentation = 0xFE0F;

/// Goes through the grapheme clusters of a text: what a reader takes for one character.
class Clusters {
  public:
    struct Cluster {
        std::string_view text;
        std::size_t width = 0;
    };

    explicit Clusters(std::string_view text) : rest_(text) {}

    bool next(Cluster& cluster) {
        if (rest_.empty()) return false;
        utf8proc_int32_t state = 0;
        utf8proc_int32_t before = 0;
        std::size_t size = 0;
        cluster.width = 0;
        while (size < rest_.size()) {
            utf8proc_int32_t code_point = 0;
            const utf8proc_ssize_t bytes =
                utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest_.data()) + size,
                                 static_cast<utf8proc_ssize_t>(rest_.size() - size), &code_point);
            if (bytes <= 0) {  // malformed: one column, one byte
                if (size == 0) size = cluster.width = 1;
                break;
            }
            if (size > 0 && utf8proc_grapheme_break_stateful(before, code_point, &state)) break;
            const auto width = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
            cluster.width = code_point == emoji_presentation ? 2 : std::max(cluster.width, width);
            size += static_cast<std::size_t>(bytes);
            before = code_point;
        }
        cluster.text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return true;
    }

  private:
    std::string_view rest_;
};

bool is_direction_mark(utf8proc_int32_t code_point) {
    return (0x202A <= code_point && code_point <= 0x202E) || (0x2066 <= code_point && code_point <= 0x2069) ||
           code_point == 0x200E || code_point == 0x200F;
}

}  // namespace

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    Clusters clusters(text);
    for (Clusters::Cluster cluster; clusters.next(cluster);) width += cluster.width;
    return width;
}

std::string printable(std::string_view text) {
    constexpr std::string_view replacement = "\uFFFD";
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        utf8proc_int32_t code_point = 0;
        const utf8proc_ssize_t bytes =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &code_point);
        const std::size_t size = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
        if (bytes > 0 && (code_point == '\n' || code_point == '\t'))
            safe += ' ';
        else if (bytes > 0 && code_point == '\r')
            safe += text.starts_with("\r\n") ? "" : " ";
        else if (bytes <= 0 || code_point < 0x20 || (0x7F <= code_point && code_point < 0xA0))
            safe += replacement;
        else if (!is_direction_mark(code_point))
            safe.append(text, 0, size);
        text.remove_prefix(size);
    }
    return safe;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    width = std::max<std::size_t>(width, 1);
    std::vector<std::string> lines;
    std::string line;
    std::size_t line_width = 0;
    const auto break_line = [&] {
        lines.push_back(std::exchange(line, {}));
        line_width = 0;
    };
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        text.remove_prefix(end);
        if (word.empty()) break;
        const std::size_t word_width = text_width(word);
        if (line_width > 0 && line_width + 1 + word_width > width) break_line();
        if (line_width > 0) {
            line += ' ';
            ++line_width;
        }
        Clusters clusters(word);
        for (Clusters::Cluster cluster; clusters.next(cluster);) {
            if (line_width > 0 && line_width + cluster.width > width) break_line();
            line += cluster.text;
            line_width += cluster.width;
        }
    }
    if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace newsgraph
