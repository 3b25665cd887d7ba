#include "ingest/language/analyse.hpp"

#include "ingest/language/lemmas.hpp"
#include "ingest/language/sentences.hpp"
#include "ingest/language/tagger_parser.hpp"
#include "ingest/language/tokenise.hpp"

namespace newsgraph {

struct LanguageModels::Parts {
    explicit Parts(const std::filesystem::path& folder)
        : sentences(folder / "sentences.ngm"),
          tagger_parser(folder / "english.ngm"),
          lemmas(folder / "lemmas.ngm") {}

    SentenceSplitter sentences;
    TaggerParser tagger_parser;
    Lemmatiser lemmas;
};

LanguageModels::LanguageModels(const std::filesystem::path& folder)
    : parts_(std::make_unique<const Parts>(folder)) {}
LanguageModels::~LanguageModels() = default;
LanguageModels::LanguageModels(LanguageModels&&) noexcept = default;
LanguageModels& LanguageModels::operator=(LanguageModels&&) noexcept = default;

namespace {

/// Adds the sentences of `document.paragraphs[paragraph]` with their tokens.
void add_paragraph(Analysis& analysis, const Document& document, std::uint32_t paragraph,
                   const SentenceSplitter& splitter) {
    const Paragraph& source = document.paragraphs[paragraph];
    const std::vector<Word> words = tokenise(analysis.text, source.span);
    std::size_t begin = 0;
    for (const std::size_t end : splitter.split(analysis.text, words)) {
        Sentence sentence;
        sentence.tokens.begin = static_cast<TokenIndex>(analysis.tokens.size());
        for (std::size_t i = begin; i < end; ++i) {
            Token& token = analysis.tokens.emplace_back();
            token.span = words[i].span;
            token.continues_word = words[i].continues_word;
        }
        sentence.tokens.end = static_cast<TokenIndex>(analysis.tokens.size());
        sentence.span = analysis.span(sentence.tokens);
        sentence.paragraph = paragraph;
        sentence.is_heading = source.is_heading;
        analysis.sentences.push_back(sentence);
        begin = end;
    }
}

}  // namespace

Analysis analyse(const Document& document, const LanguageModels& models) {
    const LanguageModels::Parts& parts = models.parts();
    Analysis analysis;
    analysis.text = document.text;
    for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
        add_paragraph(analysis, document, i, parts.sentences);
    }
    parts.tagger_parser.annotate(analysis);
    parts.lemmas.annotate(analysis);
    return analysis;
}

}  // namespace newsgraph
