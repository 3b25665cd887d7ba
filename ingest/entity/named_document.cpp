#include "ingest/entity/named_document.hpp"

#include <algorithm>
#include <utility>

namespace newsgraph {

NamedDocument::NamedDocument(const Analysis& of, const Gazetteer& known, const TokenFacts& words,
                             const Dependents& tree, std::span<const NameSpan> names)
    : analysis(of), gazetteer(known), facts(words), dependents(tree), spans(names) {
    for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
        if (facts.lemma(i).of(WordClass::reference).contains(TypeId::model) &&
            analysis.tokens[i].upos == Upos::noun && analysis.tokens[i].lemma != "system" &&
            analysis.tokens[i].lemma != "assistant")
            ++model_words;
        if (facts.lemma(i).is(model_word) ||
            (analysis.tokens[i].lemma == "train" && analysis.tokens[i].upos == Upos::verb))
            ++model_words;
        if (facts.lemma(i).is(sport_word)) ++sport_words;
    }
    span_at.assign(analysis.tokens.size(), no_span);
    for (std::uint32_t s = 0; s < spans.size(); ++s) {
        for (TokenIndex i = spans[s].tokens.begin; i < spans[s].tokens.end; ++i) span_at[i] = s;
    }
    NameForms grouped = group_names(analysis, gazetteer, facts, spans);
    forms = std::move(grouped.forms);
    form_of = std::move(grouped.form_of);
}

std::span<const TokenIndex> NamedDocumentReader::dependents(TokenIndex governor) const {
    constexpr std::size_t most = 48;  // of one word: a flat tree of 10,000 words stays cheap
    const std::span<const TokenIndex> all = dependents_.of(governor);
    return all.first(std::min(all.size(), most));
}

}  // namespace newsgraph
