#include "ingest/read/sentence_lines.hpp"

#include <array>
#include <utility>

#include "graph/utf8.hpp"
#include "ingest/read/lines.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t bytes_at_once = 64 * 1024;  // enough to keep the network busy
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Escape {
    std::string_view written;
    char meant;
};

// The Penn Treebank's escapes: https://www.cis.upenn.edu/~bies/manuals/tokenization.html
constexpr std::array escapes{
    Escape{"-LRB-", '('}, Escape{"-RRB-", ')'}, Escape{"-LSB-", '['}, Escape{"-RSB-", ']'},
    Escape{"-LCB-", '{'}, Escape{"-RCB-", '}'}, Escape{"``", '"'},    Escape{"''", '"'},
};

const Escape* escape_at(std::string_view text, std::size_t at) {
    if (text[at] != '-' && text[at] != '`' && text[at] != '\'') return nullptr;
    for (const Escape& escape : escapes) {
        if (text.substr(at).starts_with(escape.written)) return &escape;
    }
    return nullptr;
}

/// `line` with the same length, its escapes undone.
std::string unescaped(std::string_view line) {
    std::string text(line);
    for (std::size_t at = 0; at < line.size(); ++at) {
        const Escape* escape = escape_at(line, at);
        if (escape == nullptr) continue;
        text[at] = escape->meant;
        text.replace(at + 1, escape->written.size() - 1, escape->written.size() - 1, ' ');
        at += escape->written.size() - 1;
    }
    return text;
}

/// The next line without its end, at most `max_sentence_bytes` and one of it; false at the stream's end.
bool read_line(std::istream& in, std::string& line) {
    line.clear();
    std::streambuf& bytes = *in.rdbuf();
    using Traits = std::char_traits<char>;
    int next = bytes.sbumpc();
    if (next == Traits::eof()) return false;
    for (; next != Traits::eof() && next != '\n'; next = bytes.sbumpc()) {
        if (line.size() <= max_sentence_bytes) line += Traits::to_char_type(next);
    }
    return true;
}

}  // namespace

std::string_view SentenceLines::line(std::size_t paragraph) const {
    const Span words = document.paragraphs[paragraph].span;
    const std::size_t begin = words.begin == 0 ? 0 : as_read.rfind('\n', words.begin - 1) + 1;
    return std::string_view(as_read).substr(begin, as_read.find('\n', words.end()) - begin);
}

std::string_view word_as_read(std::string_view as_read, Span span) {
    if (span.size > 0) {
        const std::size_t last = span.end() - 1;
        if (const Escape* escape = escape_at(as_read, last))
            return as_read.substr(span.begin, span.size - 1 + escape->written.size());
    }
    return as_read.substr(span.begin, span.size);
}

std::optional<SentenceLines> SentenceReader::next() {
    SentenceLines batch;
    std::string line;
    bool has_read = false;
    while (batch.as_read.size() < bytes_at_once && read_line(in_, line)) {
        has_read = true;
        ++line_;
        if (line_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
        if (line.ends_with('\r')) line.pop_back();
        const std::string where = name_ + ":" + std::to_string(line_);
        if (line.size() > max_sentence_bytes) {
            problems_.push_back({where, "the line is too long to be a sentence", "give one sentence a line"});
        } else if (!is_valid_utf8(line)) {
            problems_.push_back(
                {where, "is no UTF-8", "convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8"});
        } else if (line.find('\0') != line.npos) {
            problems_.push_back({where, "is binary: there is a zero byte", "give text in UTF-8"});
        } else {
            const Span words = trimmed(line, {0, line.size()});
            if (words.size == 0) continue;
            batch.document.paragraphs.push_back({{batch.as_read.size() + words.begin, words.size}, false});
            batch.lines.push_back(line_);
            batch.document.text += unescaped(line) + '\n';
            batch.as_read += line + '\n';
        }
    }
    if (!has_read) return std::nullopt;
    return batch;
}

std::vector<Problem> SentenceReader::problems() { return std::exchange(problems_, {}); }

}  // namespace newsgraph
