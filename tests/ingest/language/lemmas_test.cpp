#include "ingest/language/lemmas.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace newsgraph;

TEST_CASE("a form with its tag gives the lemma", "[language][lemmas]") {
    static const Lemmatiser lemmatiser(NEWSGRAPH_SOURCE_DIR "/data/models/lemmas.ngm");
    const auto [form, tag, lemma] = GENERATE(table<std::string, std::string, std::string>({
        {"was", "VBD", "be"},
        {"bought", "VBD", "buy"},
        {"left", "VBN", "leave"},
        {"acquiring", "VBG", "acquire"},
        {"criticised", "VBD", "criticise"},
        {"regulates", "VBZ", "regulate"},
        {"dropped", "VBD", "drop"},
        {"companies", "NNS", "company"},
        {"Chips", "NNS", "chip"},
        {"women", "NNS", "woman"},
        {"better", "JJR", "good"},
        {"largest", "JJS", "large"},
        {"The", "DT", "the"},
        {"I", "PRP", "I"},
        {"him", "PRP", "he"},
        {"n’t", "RB", "not"},
        {"ca", "MD", "can"},
        {"’s", "POS", "'s"},
        {"Zed-4o", "NNP", "Zed-4o"},
        {"Zoë", "NNP", "Zoë"},
        {"Chips", "NNP", "Chips"},
        {"61.4", "CD", "61.4"},
        {"$", "$", "$"},
    }));
    CAPTURE(form, tag);
    CHECK(lemmatiser.lemma(form, *xpos_from(tag)) == lemma);
}
