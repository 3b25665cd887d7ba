#pragma once
// A document's names while their types are found, and what it is about.

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_forms.hpp"
#include "ingest/entity/name_spans.hpp"
#include "ingest/entity/token_facts.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Views its arguments, which must outlive it. Made in one pass over the tokens.
struct NamedDocument {
    NamedDocument(const Analysis& of, const Gazetteer& known, const TokenFacts& words, const Dependents& tree,
                  std::span<const NameSpan> names);

    static constexpr std::uint32_t no_span = 0xFFFFFFFFU;

    const Analysis& analysis;
    const Gazetteer& gazetteer;
    const TokenFacts& facts;
    const Dependents& dependents;
    std::span<const NameSpan> spans;
    std::vector<std::uint32_t> span_at;  // of each token; `no_span` outside of names
    std::vector<std::uint32_t> form_of;  // of each span
    std::vector<NameForm> forms;
    int model_words = 0;  // how many words of AI models the text has
    int sport_words = 0;
};

/// What those who look for evidence ask of it.
class NamedDocumentReader {
  protected:
    explicit NamedDocumentReader(NamedDocument& document)
        : analysis_(document.analysis),
          gazetteer_(document.gazetteer),
          facts_(document.facts),
          dependents_(document.dependents),
          spans_(document.spans),
          span_at_(document.span_at),
          form_of_(document.form_of),
          forms_(document.forms),
          model_words_(document.model_words),
          sport_words_(document.sport_words) {}

    static constexpr std::uint32_t no_span = NamedDocument::no_span;
    static constexpr TypeSet made_things = TypeSet(TypeId::model) | TypeId::product;

    /// The first dependents: no word of a sound tree has more.
    std::span<const TokenIndex> dependents(TokenIndex governor) const;
    TokenIndex head_of(const NameSpan& span) const { return facts_.head_of(span.tokens); }

    const Analysis& analysis_;
    const Gazetteer& gazetteer_;
    const TokenFacts& facts_;
    const Dependents& dependents_;
    std::span<const NameSpan> spans_;
    const std::vector<std::uint32_t>& span_at_;
    const std::vector<std::uint32_t>& form_of_;
    std::vector<NameForm>& forms_;
    const int model_words_;
    const int sport_words_;
};

}  // namespace newsgraph
