#include "ingest/relation/repair/misread_verbs.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/ingest/relation/tree.hpp"

using namespace newsgraph;

namespace {

/// The word's tag, lemma and relation after the repair: "VERB supply root".
std::string read_as(std::string_view lines, std::string_view word, bool heading = false) {
    AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    analysis.sentences.front().is_heading = heading;
    Entities entities;
    for (const NameTag& tag : analysis.names)
        entities.add(analysis, std::string(analysis.quote(tag.tokens)), tag.type, tag.tokens,
                     tag.tokens.begin);
    restore_verbs(analysis, entities);
    for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
        if (analysis.form(i) != word) continue;
        const Token& token = analysis.tokens[i];
        return std::string(to_string(token.upos)) + " " + token.lemma + " " +
               std::string(to_string(token.deprel));
    }
    return "no such word";
}

constexpr std::string_view supplies = R"(Acme Acme PROPN NNP 2 compound organization
                                         supplies supplies NOUN NNS 0 root
                                         chips chip NOUN NNS 2 obj
                                         to to ADP IN 5 case
                                         Bolt Bolt PROPN NNP 2 nmod organization
                                         . . PUNCT . 2 punct)";

}  // namespace

TEST_CASE("a plural right after a name is the verb of a sentence that has no other", "[relation][repair]") {
    CHECK(read_as(supplies, "supplies") == "VERB supply root");
    CHECK(read_as(supplies, "Acme") == "PROPN Acme nsubj");
    CHECK(read_as(supplies, "chips") == "NOUN chip obj");
    CHECK(read_as(supplies, "Bolt") == "PROPN Bolt obl");
}

TEST_CASE("a sentence that has a verb, and a heading without an object, stay as they are",
          "[relation][repair]") {
    CHECK(read_as(R"(Acme Acme PROPN NNP 2 compound organization
                     shares share NOUN NNS 3 nsubj
                     fell fall VERB VBD 0 root
                     . . PUNCT . 3 punct)",
                  "shares") == "NOUN share nsubj");
    CHECK(read_as(R"(Acme Acme PROPN NNP 2 compound organization
                     rivals rival NOUN NNS 0 root
                     in in ADP IN 4 case
                     Leeds Leeds PROPN NNP 2 nmod place)",
                  "rivals", true) == "NOUN rival root");
    CHECK(read_as(R"(in in ADP IN 3 case
                     Acme Acme PROPN NNP 3 compound organization
                     stores store NOUN NNS 0 root
                     and and CCONJ CC 5 cc
                     shops shop NOUN NNS 3 conj)",
                  "stores") == "NOUN store root");
}
