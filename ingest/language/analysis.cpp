#include "ingest/language/analysis.hpp"

#include <algorithm>
#include <cassert>

namespace newsgraph {

Span Analysis::span(TokenRange range) const {
    assert(!range.empty());
    const std::size_t begin = tokens[range.begin].span.begin;
    return {begin, tokens[range.end - 1].span.end() - begin};
}

std::string_view Analysis::quote(TokenRange range) const {
    if (range.empty()) return {};
    const Span bytes = span(range);
    return text.substr(bytes.begin, bytes.size);
}

std::size_t Analysis::sentence_of(TokenIndex token) const {
    const auto after =
        std::ranges::upper_bound(sentences, token, {}, [](const Sentence& s) { return s.tokens.begin; });
    assert(after != sentences.begin());
    return static_cast<std::size_t>(after - sentences.begin()) - 1;
}

Dependents::Dependents(const Analysis& analysis) : first_(analysis.tokens.size() + 1, 0) {
    for (const Token& token : analysis.tokens) {
        if (token.head != no_token) ++first_[token.head + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    dependents_.resize(first_.back());
    std::vector<TokenIndex> next(first_.begin(), first_.end() - 1);
    for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
        const TokenIndex head = analysis.tokens[i].head;
        if (head != no_token) dependents_[next[head]++] = i;
    }
}

std::span<const TokenIndex> Dependents::of(TokenIndex governor) const {
    return std::span(dependents_).subspan(first_[governor], first_[governor + 1] - first_[governor]);
}

}  // namespace newsgraph
