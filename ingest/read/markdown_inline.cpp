#include "ingest/read/markdown_inline.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "ingest/read/lines.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t most_bytes_of_link = 2000;  // each of its text and its address; keeps this linear
constexpr std::size_t most_open_marks = 64;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_sign(char c) {
    return ('!' <= c && c <= '/') || (':' <= c && c <= '@') || ('[' <= c && c <= '`') ||
           ('{' <= c && c <= '~');
}

/// Bytes beyond ASCII are parts of letters.
bool is_of_word(char c) { return !is_space(c) && !is_sign(c); }

/// One paragraph.
class Paragraph {
  public:
    explicit Paragraph(std::string_view text) : text_(text) {}

    std::string without_marks() {
        while (at_ < text_.size()) {
            if (!take()) out_ += text_[at_++];
        }
        std::string kept;
        kept.reserve(out_.size());
        std::ranges::sort(dropped_, {}, &Dropped::begin);
        std::size_t from = 0;
        for (const Dropped& mark : dropped_) {
            kept.append(out_, from, mark.begin - from);
            from = mark.begin + mark.size;
        }
        return kept.append(out_, from);
    }

  private:
    struct Mark {
        std::size_t begin;  // in `out_`
        std::size_t size;
        char sign;
    };
    struct Dropped {
        std::size_t begin;
        std::size_t size;
    };

    /// Takes what begins here, if it is more than a letter.
    bool take() {
        switch (text_[at_]) {
            case '\\':
                if (at_ + 1 >= text_.size() || !is_sign(text_[at_ + 1])) return false;
                out_ += text_[at_ + 1];
                at_ += 2;
                return true;
            case '`':
                return take_code();
            case '!':
                return at_ + 1 < text_.size() && text_[at_ + 1] == '[' && take_link(at_ + 1, true);
            case '[':
                return take_link(at_, false);
            case '*':
            case '_':
                take_emphasis();
                return true;
            default:
                return false;
        }
    }

    std::size_t run_at(std::size_t at) const {
        return std::min(text_.find_first_not_of(text_[at], at), text_.size()) - at;
    }

    bool take_code() {
        const std::size_t size = run_at(at_);
        const std::size_t begin = at_ + size;
        for (std::size_t end = text_.find('`', begin);
             end < text_.size() && end - begin < most_bytes_of_link;) {
            const std::size_t other = run_at(end);
            if (other == size) {
                out_.append(text_.substr(begin, end - begin));
                at_ = end + size;
                return true;
            }
            end = text_.find('`', end + other);
        }
        out_.append(size, '`');
        at_ = begin;
        return true;
    }

    /// Where the bracket that opens at `at` closes; nothing where it does not, or too far away.
    std::optional<std::size_t> close_of(std::size_t at, char open, char close) const {
        std::size_t depth = 0;
        const std::size_t last = std::min(text_.size(), at + most_bytes_of_link);
        for (std::size_t i = at; i < last; ++i) {
            if (text_[i] == '\\') {
                ++i;
            } else if (text_[i] == open) {
                ++depth;
            } else if (text_[i] == close && --depth == 0) {
                return i;
            }
        }
        return std::nullopt;
    }

    bool take_link(std::size_t open, bool is_picture) {
        const auto close = close_of(open, '[', ']');
        if (!close || *close + 1 >= text_.size() || *close == open + 1) return false;
        const char next = text_[*close + 1];
        if (next != '(' && next != '[') return false;
        const auto end = close_of(*close + 1, next, next == '(' ? ')' : ']');
        if (!end) return false;
        if (!is_picture) out_ += Paragraph(text_.substr(open + 1, *close - open - 1)).without_marks();
        at_ = *end + 1;
        return true;
    }

    void take_emphasis() {
        const char sign = text_[at_];
        const std::size_t size = run_at(at_);
        const char before = at_ > 0 ? text_[at_ - 1] : ' ';
        const char after = at_ + size < text_.size() ? text_[at_ + size] : ' ';
        const bool in_word = sign == '_' && is_of_word(before) && is_of_word(after);
        const bool may_open = !is_space(after) && !in_word && (sign == '*' || !is_of_word(before));
        const bool may_close = !is_space(before) && !in_word && (sign == '*' || !is_of_word(after));
        const std::size_t place = out_.size();
        out_.append(size, sign);
        at_ += size;
        if (size > 3) return;
        if (may_close) {
            const auto opener = std::find_if(open_.rbegin(), open_.rend(), [&](const Mark& mark) {
                return mark.sign == sign && mark.size == size;
            });
            if (opener != open_.rend()) {
                dropped_.push_back({opener->begin, size});
                dropped_.push_back({place, size});
                open_.erase(std::prev(opener.base()), open_.end());
                return;
            }
        }
        if (may_open && open_.size() < most_open_marks) open_.push_back({place, size, sign});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<Mark> open_;
    std::vector<Dropped> dropped_;
};

}  // namespace

std::size_t fence_size(std::string_view line) {
    if (!line.starts_with("```") && !line.starts_with("~~~")) return 0;
    return std::min(line.find_first_not_of(line.front()), line.size());
}

std::string without_inline_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t begin = 0;  // of the paragraph at hand
    std::size_t fence = 0;  // the length of the one that is open
    char fence_mark = '`';
    const auto end_paragraph = [&](std::size_t end) {
        out += Paragraph(text.substr(begin, end - begin)).without_marks();
        begin = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('\n', at), text.size() - 1) + 1;
        std::string_view line = text.substr(at, next - at);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
        const std::size_t size = fence_size(line);
        if (fence > 0) {
            if (size >= fence && line.front() == fence_mark && size == line.size()) fence = 0;
            out += text.substr(at, next - at);
            begin = next;
        } else if (size > 0) {
            end_paragraph(at);
            fence = size;
            fence_mark = line.front();
            out += text.substr(at, next - at);
            begin = next;
        } else if (line.empty()) {
            end_paragraph(next);
        }
        at = next;
    }
    end_paragraph(text.size());
    return out;
}

}  // namespace newsgraph
