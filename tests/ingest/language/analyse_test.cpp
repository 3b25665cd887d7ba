#include "ingest/language/analyse.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "graph/error.hpp"
#include "ingest/language/characters.hpp"
#include "ingest/language/conllu.hpp"
#include "ingest/read/text.hpp"

using namespace newsgraph;

namespace {

const LanguageModels& models() {
    static const LanguageModels loaded(NEWSGRAPH_SOURCE_DIR "/data/models");
    return loaded;
}

/// The sentences, headings in square brackets.
std::vector<std::string> sentences_of(const Document& document) {
    const Analysis analysis = analyse(document, models());
    std::vector<std::string> sentences;
    for (const Sentence& sentence : analysis.sentences) {
        const std::string words(analysis.quote(sentence.tokens));
        sentences.push_back(sentence.is_heading ? "[" + words + "]" : words);
    }
    return sentences;
}

std::string conllu_of(const Document& document) {
    std::ostringstream out;
    write_conllu(out, analyse(document, models()));
    return out.str();
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("headings and items are sentences of their own", "[language][analyse]") {
    const Document document = document_from_text(
        "Borealis buys Kestrel Mills\n\n"
        "OSLO — Borealis bought Kestrel Mills on Monday. Its owner had wanted to sell for years.\n\n"
        "What comes next\n\n"
        "The mill has three tasks:\n"
        "- hire 40 people before the summer\n"
        "- mend the roof\n"
        "“We start today,” said Ann Low.\n");
    CHECK(sentences_of(document) ==
          Sentences{"[Borealis buys Kestrel Mills]", "OSLO —", "Borealis bought Kestrel Mills on Monday.",
                    "Its owner had wanted to sell for years.", "[What comes next]",
                    "The mill has three tasks:", "- hire 40 people before the summer", "- mend the roof",
                    "“We start today,” said Ann Low."});
}

TEST_CASE("no sentence spans two paragraphs, and all text is in one", "[language][analyse]") {
    const std::string text =
        GENERATE(std::string("and then\n\nthe roof fell\n\nof the mill."), std::string("A\nB\nC\n\nd e\tf"),
                 std::string("one. two. three."), std::string("\u2022 \u2022\n1. \n- \n\n--\n\n…"),
                 std::string("Zoë 👩‍🚀 Łódź\u00A0Привет мир.\u2028“日本語” ok"),
                 std::string(3000, '!'), std::string(2000, '(') + std::string(2000, '"'), std::string(""),
                 std::string(" \n \n"));
    CAPTURE(text);
    const Document document = document_from_text(text);
    const Analysis analysis = analyse(document, models());
    std::string left;  // what is in no token
    std::size_t at = 0;
    TokenIndex next = 0;
    for (const Sentence& sentence : analysis.sentences) {
        CHECK(sentence.tokens.begin == next);
        CHECK_FALSE(sentence.tokens.empty());
        next = sentence.tokens.end;
        const Span paragraph = document.paragraphs.at(sentence.paragraph).span;
        CHECK(sentence.span == analysis.span(sentence.tokens));
        CHECK(sentence.span.begin >= paragraph.begin);
        CHECK(sentence.span.end() <= paragraph.end());
        std::size_t roots = 0;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Token& token = analysis.tokens[i];
            left += text.substr(at, token.span.begin - at);
            at = token.span.end();
            CHECK_FALSE(token.lemma.empty());
            roots += token.head == no_token ? 1u : 0u;
            if (token.head != no_token) CHECK(sentence.tokens.contains(token.head));
        }
        CHECK(roots == 1);
    }
    CHECK(next == analysis.tokens.size());
    left += text.substr(at);
    for (std::size_t i = 0; i < left.size(); i += character_at(left, i).size) {
        CHECK(character_at(left, i).type == CharacterClass::space);
    }
}

TEST_CASE("a short news text is read as a person would", "[language][analyse]") {
    const Document document = document_from_text("Borealis didn't buy its rivals. It's built two mills.");
    const Analysis analysis = analyse(document, models());
    REQUIRE(analysis.sentences.size() == 2);
    std::string lemmas;
    for (const Token& token : analysis.tokens) lemmas += token.lemma + ' ';
    CHECK(lemmas == "Borealis do not buy its rival . it have build two mill . ");
    CHECK(analysis.tokens[2].continues_word);
    CHECK(analysis.tokens[3].head == no_token);
    CHECK(analysis.tokens[0].deprel == Deprel::nsubj);
    CHECK(analysis.tokens[0].upos == Upos::propn);
}

TEST_CASE("the same text gives the same analysis", "[language][analyse]") {
    const Document document = document_from_text(
        "The U.S. regulator fined Acme Inc. $1.5bn on Jan. 5. “We'll appeal,” it said — twice.");
    const std::string first = conllu_of(document);
    for (int i = 0; i < 3; ++i) CHECK(conllu_of(document) == first);
}

TEST_CASE("models that are missing or damaged are named", "[language][analyse]") {
    CHECK_THROWS_AS(LanguageModels("/no/such/folder"), Error);
    CHECK_THROWS_WITH(LanguageModels("/no/such/folder"), Catch::Contains("/no/such/folder/sentences.ngm"));
}
