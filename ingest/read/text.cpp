#include "ingest/read/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "ingest/read/bytes.hpp"
#include "ingest/read/date.hpp"
#include "ingest/read/lines.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t narrowest_wrapped_line = 40;  // code points; below, a line break means something
constexpr std::size_t widest_wrapped_line = 120;
constexpr std::size_t longest_heading = 150;
constexpr std::size_t most_words_of_heading = 24;
constexpr std::size_t most_headings_at_top = 5;    // title, subtitle, byline, date, section
constexpr std::size_t most_headings_together = 2;  // more short lines in a row are a list
constexpr std::size_t most_paragraphs_before_date = 6;

std::string_view quoted(std::string_view text, Span span) { return text.substr(span.begin, span.size); }

/// The width in code points at which the text's lines were broken; nothing where they are as long as their
/// paragraphs.
std::optional<std::size_t> wrap_width(std::string_view text) {
    std::size_t lines = 0;
    std::size_t long_lines = 0;
    std::size_t width = 0;
    Lines all(text);
    for (Line line; all.next(line);) {
        if (line.is_blank()) continue;
        ++lines;
        const std::size_t characters = code_point_count(quoted(text, line.span));
        if (characters > widest_wrapped_line)
            ++long_lines;
        else
            width = std::max(width, characters);
    }
    // A few long lines (an address, a table) stand in wrapped texts too.
    if (long_lines * 10 >= lines || width < narrowest_wrapped_line) return std::nullopt;
    return width;
}

/// Whether the line is an item of a list: "- Meta", "1. Meta".
bool is_list_item(std::string_view line) {
    for (const std::string_view bullet :
         {"- ", "* ", "+ ", "\u2022 ", "\u2022\t", "\u2023 ", "\u25AA ", "\u25CF ", "\u2013 "}) {
        if (line.starts_with(bullet)) return true;
    }
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && '0' <= line[digits] && line[digits] <= '9') ++digits;
    if (digits == 0 || digits + 1 >= line.size()) return false;
    return (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

struct Block {
    Span span;
    bool is_item = false;  // of a list
    bool may_be_heading = false;
    bool is_publication_date = false;
};

/// Whether the break between two lines only keeps the text within `width`.
bool is_soft_break(std::string_view line, std::string_view next, std::optional<std::size_t> width) {
    if (!width || is_list_item(next)) return false;
    const std::size_t characters = code_point_count(line);
    if (characters > *width) return false;
    const std::size_t first_word = code_point_count(next.substr(0, next.find_first_of(" \t")));
    return characters + 1 + first_word > *width;
}

std::vector<Block> blocks_of(std::string_view text) {
    const std::optional<std::size_t> width = wrap_width(text);
    std::vector<Block> blocks;
    Line before;  // blank at first
    Lines lines(text);
    for (Line line; lines.next(line); before = line) {
        if (line.is_blank()) continue;
        const std::string_view words = quoted(text, line.span);
        if (!before.is_blank() && is_soft_break(quoted(text, before.span), words, width)) {
            blocks.back().span.size = line.span.end() - blocks.back().span.begin;
            continue;
        }
        blocks.push_back({line.span, is_list_item(words)});
    }
    for (Block& block : blocks)
        block.may_be_heading = !block.is_item && looks_like_heading(quoted(text, block.span));
    return blocks;
}

/// Marks the lines that say when the text was published, and returns the first date among them.
std::string find_publication_date(std::string_view text, std::vector<Block>& blocks) {
    std::string date;
    for (std::size_t i = 0; i < std::min(blocks.size(), most_paragraphs_before_date); ++i) {
        const auto found = publication_date(quoted(text, blocks[i].span));
        if (!found) continue;
        if (date.empty()) date = *found;
        blocks[i].is_publication_date = blocks[i].may_be_heading = true;
    }
    return date;
}

/// Marks as headings the lines of a run that prose follows.
void mark_headings(std::span<const Block> blocks, std::vector<Paragraph>& paragraphs) {
    std::size_t at = 0;
    while (at < blocks.size()) {
        const std::size_t begin = at;
        while (at < blocks.size() && blocks[at].may_be_heading) ++at;
        const bool prose_follows = at < blocks.size();
        const std::size_t most = begin == 0 ? most_headings_at_top : most_headings_together;
        if (prose_follows && at - begin <= most) {
            for (std::size_t i = begin; i < at; ++i) paragraphs[i].is_heading = true;
        } else if (begin == 0 && at > 1) {
            paragraphs[0].is_heading = true;  // the title, above lines that are a list
        }
        while (at < blocks.size() && !blocks[at].may_be_heading) ++at;
    }
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [text](std::string_view ending) { return text.ends_with(ending); });
}

}  // namespace

bool looks_like_heading(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 7> closing{"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB"};
    constexpr std::array<std::string_view, 6> final{".", ",", ";", ":", "\u2026", "\u3002"};
    if (line.empty() || code_point_count(line) > longest_heading) return false;
    if ('a' <= line.front() && line.front() <= 'z') return false;

    const auto spaces = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
    if (spaces >= most_words_of_heading) return false;
    while (!line.empty() && ends_with_any(line, closing)) {
        const auto* const ending = std::find_if(
            closing.begin(), closing.end(), [line](std::string_view mark) { return line.ends_with(mark); });
        line.remove_suffix(ending->size());
    }
    return !line.empty() && !ends_with_any(line, final);
}

std::string on_one_line(std::string_view words) {
    std::string line;
    bool in_space = false;
    for (const char c : words) {
        const bool is_space = c == ' ' || ('\t' <= c && c <= '\r');
        if (!is_space) {
            if (in_space && !line.empty()) line += ' ';
            line += c;
        }
        in_space = is_space;
    }
    return line;
}

Document document_from_text(std::string text) {
    Document document;
    document.text = std::move(text);
    std::vector<Block> blocks = blocks_of(document.text);
    document.date = find_publication_date(document.text, blocks);

    document.paragraphs.reserve(blocks.size());
    for (const Block& block : blocks) document.paragraphs.push_back({block.span, false});
    mark_headings(blocks, document.paragraphs);

    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].is_publication_date) document.paragraphs[i].is_heading = true;
    }

    const auto first = static_cast<std::size_t>(
        std::ranges::find(blocks, false, &Block::is_publication_date) - blocks.begin());
    if (first < blocks.size() && document.paragraphs[first].is_heading)
        document.title = on_one_line(quote(document, document.paragraphs[first].span));
    for (const Paragraph& paragraph : document.paragraphs) {
        if (paragraph.is_heading) continue;
        if (document.date.empty())
            document.date = dateline_date(quote(document, paragraph.span)).value_or("");
        break;
    }
    return document;
}

}  // namespace newsgraph
