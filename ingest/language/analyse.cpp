#include "ingest/language/analyse.hpp"

#include "ingest/language/lemmas.hpp"
#include "ingest/language/sentences.hpp"
#include "ingest/language/tagger_parser.hpp"
#include "ingest/language/tokenise.hpp"
#include "ingest/language/tree_mends.hpp"

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

/// Adds the words as a sentence of `document.paragraphs[paragraph]`.
void add_sentence(Analysis& analysis, const Document& document, std::uint32_t paragraph,
                  std::span<const Word> words) {
    Sentence sentence;
    sentence.tokens.begin = static_cast<TokenIndex>(analysis.tokens.size());
    for (const Word& word : words) {
        Token& token = analysis.tokens.emplace_back();
        token.span = word.span;
        token.continues_word = word.continues_word;
    }
    sentence.tokens.end = static_cast<TokenIndex>(analysis.tokens.size());
    sentence.span = analysis.span(sentence.tokens);
    sentence.paragraph = paragraph;
    sentence.is_heading = document.paragraphs[paragraph].is_heading;
    analysis.sentences.push_back(sentence);
}

/// The analysis with its tokens and sentences: `split` tells where in a paragraph's words sentences end.
template <typename Split>
Analysis parted(const Document& document, Split split) {
    Analysis analysis;
    analysis.text = document.text;
    for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
        const std::vector<Word> words = tokenise(analysis.text, document.paragraphs[i].span);
        std::size_t begin = 0;
        for (const std::size_t end : split(words)) {
            add_sentence(analysis, document, i, std::span(words).subspan(begin, end - begin));
            begin = end;
        }
    }
    return analysis;
}

void annotate(Analysis& analysis, const LanguageModels::Parts& parts) {
    parts.tagger_parser.annotate(analysis);
    mend_trees(analysis);
    parts.lemmas.annotate(analysis);
}

}  // namespace

Analysis analyse(const Document& document, const LanguageModels& models) {
    const LanguageModels::Parts& parts = models.parts();
    Analysis analysis = parted(document, [&](const std::vector<Word>& words) {
        return parts.sentences.split(document.text, words);
    });
    annotate(analysis, parts);
    return analysis;
}

Analysis analyse_sentences(const Document& document, const LanguageModels& models) {
    Analysis analysis = parted(document, [](const std::vector<Word>& words) {
        return words.empty() ? std::vector<std::size_t>{} : std::vector{words.size()};
    });
    annotate(analysis, models.parts());
    return analysis;
}

}  // namespace newsgraph
