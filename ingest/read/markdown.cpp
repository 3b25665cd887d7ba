#include "ingest/read/markdown.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "ingest/read/date.hpp"
#include "ingest/read/lines.hpp"
#include "ingest/read/markdown_inline.hpp"
#include "ingest/read/text.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t most_lines_of_front_matter = 100;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// 2 for "## Heading"; 0 where the line is no heading.
std::size_t heading_level(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (level == 0 || level > 6) return 0;
    return level == line.size() || line[level] == ' ' || line[level] == '\t' ? level : 0;
}

/// Whether the line is at least `least` times one of `marks`, with nothing else than spaces: "---", "* * *".
bool is_row_of(std::string_view line, std::string_view marks, std::size_t least) {
    if (line.empty() || marks.find(line.front()) == std::string_view::npos) return false;
    std::size_t count = 0;
    for (const char c : line) {
        if (c == line.front())
            ++count;
        else if (c != ' ' && c != '\t')
            return false;
    }
    return count >= least;
}

/// The size of "- ", "12. " or "> " with the spaces after it; 0 where there is none.
std::size_t marker_size(std::string_view line) {
    std::size_t size = 0;
    if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
        size = 1;
    } else {
        std::size_t digits = 0;
        while (digits < line.size() && digits < 9 && is_digit(line[digits])) ++digits;
        if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')'))
            size = digits + 1;
    }
    if (size == 0 || size >= line.size() || (line[size] != ' ' && line[size] != '\t')) return 0;
    return std::min(line.find_first_not_of(" \t", size), line.size());
}

std::size_t quote_marks(std::string_view line) {
    return line.starts_with('>') ? std::min(line.find_first_not_of("> \t"), line.size()) : 0;
}

bool is_link_definition(std::string_view line) {
    return line.starts_with('[') && line.find("]:") != std::string_view::npos;
}

bool is_picture(std::string_view line) { return line.starts_with("![") && line.ends_with(')'); }

/// Reads lines of Markdown into the paragraphs of a document.
class Reader {
  public:
    explicit Reader(Document& document) : document_(document), text_(document.text) {}

    void read() {
        Lines lines(text_);
        lines = after_front_matter(lines);
        for (Line line; lines.next(line);) read_line(line.span);
    }

  private:
    /// Where the text goes on after "---", "title: ...", "---"; `lines` itself where it does not begin so.
    Lines after_front_matter(Lines lines) {
        const Lines start = lines;
        Line line;
        if (!lines.next(line) || words(line.span) != "---") return start;
        std::string title;
        std::string date;
        for (std::size_t count = 0; count < most_lines_of_front_matter && lines.next(line); ++count) {
            const std::string_view entry = words(line.span);
            if (entry == "---" || entry == "...") {
                document_.title = title;
                document_.date = date;
                return lines;
            }
            if (const auto value = value_of(entry, "title:")) title = *value;
            if (const auto value = value_of(entry, "date:")) date = date_from(*value).value_or("");
        }
        return start;
    }

    static std::optional<std::string_view> value_of(std::string_view entry, std::string_view key) {
        if (!entry.starts_with(key)) return std::nullopt;
        entry.remove_prefix(key.size());
        const Span inside = trimmed(entry, {0, entry.size()});
        entry = entry.substr(inside.begin, inside.size);
        const bool is_quoted = entry.size() > 1 && (entry.front() == '"' || entry.front() == '\'') &&
                               entry.back() == entry.front();
        return is_quoted ? entry.substr(1, entry.size() - 2) : entry;
    }

    void read_line(Span span) {
        const std::string_view line = words(span);
        if (is_skipped(line)) return;
        if (line.empty()) {
            close();
        } else if (const std::size_t level = heading_level(line); level > 0) {
            add_heading(span, level);
        } else if (is_open_ && is_underlining(line)) {
            document_.paragraphs.back().is_heading = true;
            note_title(document_.paragraphs.back().span);
            close();
        } else if (is_row_of(line, "-*_", 3) || line.starts_with('|') || is_picture(line) ||
                   (!is_open_ && is_link_definition(line))) {
            close();
        } else {
            add_words(span);
        }
    }

    /// Within code or a comment.
    bool is_skipped(std::string_view line) {
        if (in_comment_) {
            in_comment_ = line.find("-->") == std::string_view::npos;
            return true;
        }
        const std::size_t fence = fence_size(line);
        if (fence_ > 0) {
            if (fence >= fence_ && line.front() == fence_mark_ && fence == line.size()) fence_ = 0;
            return true;
        }
        if (fence > 0) {
            fence_ = fence;
            fence_mark_ = line.front();
            close();
            return true;
        }
        if (line.starts_with("<!--")) {
            in_comment_ = line.find("-->") == std::string_view::npos;
            close();
            return true;
        }
        return false;
    }

    static bool is_underlining(std::string_view line) {
        return is_row_of(line, "=-", 2) && line.find(' ') == std::string_view::npos;
    }

    void add_heading(Span span, std::size_t level) {
        std::string_view rest = words(span).substr(level);
        while (rest.ends_with('#')) rest.remove_suffix(1);  // "## Heading ##"
        const Span heading = trimmed(text_, {span.begin + level, rest.size()});
        close();
        if (heading.size == 0) return;
        document_.paragraphs.push_back({heading, true});
        note_title(heading);
    }

    void note_title(Span heading) {
        if (document_.title.empty()) document_.title = on_one_line(quote(document_, heading));
    }

    void add_words(Span span) {
        const std::size_t quoted = quote_marks(words(span));
        std::size_t marker = quoted + marker_size(words(span).substr(quoted));
        for (const std::string_view box : {"[ ] ", "[x] ", "[X] "}) {
            if (marker > 0 && words(span).substr(marker).starts_with(box)) marker += box.size();
        }
        const Span rest = trimmed(text_, {span.begin + marker, span.size - marker});
        if (marker > 0) close();
        if (rest.size == 0) return;
        if (is_open_) {
            document_.paragraphs.back().span.size = rest.end() - document_.paragraphs.back().span.begin;
        } else {
            document_.paragraphs.push_back({rest, false});
            is_open_ = true;
        }
    }

    void close() { is_open_ = false; }

    std::string_view words(Span span) const { return text_.substr(span.begin, span.size); }

    Document& document_;
    std::string_view text_;
    bool is_open_ = false;  // the next line may belong to the last paragraph
    bool in_comment_ = false;
    std::size_t fence_ = 0;  // length of the code fence that is open
    char fence_mark_ = '`';
};

}  // namespace

Document document_from_markdown(std::string_view text) {
    Document document;
    document.text = without_inline_marks(text);
    Reader(document).read();
    return document;
}

}  // namespace newsgraph
