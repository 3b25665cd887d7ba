#include "ingest/read/lines.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_space(char c) noexcept { return c == ' ' || ('\t' <= c && c <= '\r'); }

}  // namespace

Span trimmed(std::string_view text, Span span) noexcept {
    std::string_view part = text.substr(span.begin, span.size);
    while (!part.empty() && (is_space(part.front()) || part.starts_with(no_break_space))) {
        const std::size_t size = is_space(part.front()) ? 1 : no_break_space.size();
        part.remove_prefix(size);
        span.begin += size;
    }
    while (!part.empty() && (is_space(part.back()) || part.ends_with(no_break_space)))
        part.remove_suffix(is_space(part.back()) ? 1 : no_break_space.size());
    span.size = part.size();
    return span;
}

bool Lines::next(Line& line) noexcept {
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    std::size_t end = text_.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = text_.size();
    at_ = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
    line.span = trimmed(text_, {begin, end - begin});
    return true;
}

}  // namespace newsgraph
