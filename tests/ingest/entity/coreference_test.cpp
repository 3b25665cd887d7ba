#include "ingest/entity/coreference.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>

#include "found.hpp"

using namespace newsgraph;

namespace {

const std::string pair =
    "~Mossworks/PROPN/NNP/10/nsubj +,/PUNCT/,/5/punct a/DET/DT/5/det Turku/PROPN/NNP/5/compound "
    "firm/NOUN/NN/1/appos +,/PUNCT/,/5/punct and/CCONJ/CC/8/cc Fernlab/PROPN/NNP/1/conj +,/PUNCT/,/10/punct "
    "merged=merge/VERB/VBD/0/root +./PUNCT/./10/punct";
const std::string oslo =
    "Fernlab/PROPN/NNP/5/nsubj is/AUX/VBZ/5/cop an/DET/DT/5/det Oslo/PROPN/NNP/5/compound "
    "company/NOUN/NN/0/root +./PUNCT/./5/punct";
const std::string brandt =
    "Lena/PROPN/NNP/7/nsubj Brandt/PROPN/NNP/1/flat +,/PUNCT/,/1/punct a/DET/DT/5/det "
    "botanist/NOUN/NN/1/appos +,/PUNCT/,/1/punct runs=run/VERB/VBZ/0/root Mossworks/PROPN/NNP/7/obj "
    "+./PUNCT/./7/punct";

/// A sentence "The WORD grew."
std::string the(const std::string& words, const std::string& tag = "NOUN/NN") {
    return "The/DET/DT/2/det " + words + "/" + tag + "/3/nsubj grew=grow/VERB/VBD/0/root +./PUNCT/./3/punct";
}

/// Why the phrase with that head word means what it means.
Link link_of(const Found& found, const std::string& word) {
    for (const Mention& mention : found.entities.mentions) {
        if (found.text.analysis.form(mention.head) == word && mention.kind != MentionKind::name)
            return mention.link;
    }
    return Link::none;
}

}  // namespace

TEST_CASE("a body that is described by its kind is the one that the text is about", "[entity][coreference]") {
    const std::string noun = GENERATE("startup", "start-up", "company", "firm", "business");
    CAPTURE(noun);
    CHECK(referents_of(found_in({"~" + brandt, the(noun)}), noun) == "Mossworks");
}

TEST_CASE("a description with a place is the body that is from there", "[entity][coreference]") {
    const auto [place, referent] =
        GENERATE(table<std::string, std::string>({{"Turku", "Mossworks"}, {"Oslo", "Fernlab"}}));
    CAPTURE(place);
    const Found found = found_in({pair, oslo,
                                  "The/DET/DT/3/det " + place +
                                      "/PROPN/NNP/3/compound company/NOUN/NN/4/nsubj "
                                      "grew=grow/VERB/VBD/0/root +./PUNCT/./4/punct"});
    CHECK(referents_of(found, "company", 2) == referent);
}

TEST_CASE("the former is the first of two, the latter the second, the two are both",
          "[entity][coreference]") {
    const std::string couple =
        "~Mossworks/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Fernlab/PROPN/NNP/1/conj met=meet/VERB/VBD/0/root "
        "+./PUNCT/./4/punct";
    CHECK(referents_of(found_in({couple, the("former")}), "former") == "Mossworks");
    CHECK(referents_of(found_in({couple, the("latter")}), "latter") == "Fernlab");
    CHECK(referents_of(found_in({couple, the("two", "NUM/CD")}), "two") == "Mossworks, Fernlab");
    CHECK(link_of(found_in({couple, the("latter")}), "latter") == Link::several);
}

TEST_CASE("a pronoun in a clause that comes first is the subject that follows", "[entity][coreference]") {
    const Found found =
        found_in({"~Before/SCONJ/IN/3/mark she/PRON/PRP/3/nsubj joined=join/VERB/VBD/8/advcl "
                  "Fernlab/PROPN/NNP/3/obj +,/PUNCT/,/3/punct Lena/PROPN/NNP/8/nsubj Brandt/PROPN/NNP/6/flat "
                  "taught=teach/VERB/VBD/0/root +./PUNCT/./8/punct"});
    CHECK(referents_of(found, "she") == "Lena Brandt");
    CHECK(link_of(found, "she") == Link::ahead);
}

TEST_CASE("each anaphor knows why it means what it means, and after which mention", "[entity][coreference]") {
    const Found found =
        found_in({"~" + brandt, the("botanist"),
                  "It/PRON/PRP/2/nsubj sells=sell/VERB/VBZ/0/root moss/NOUN/NN/2/obj +./PUNCT/./2/punct"});
    CHECK(link_of(found, "botanist") == Link::beside);
    for (const Mention& mention : found.entities.mentions) {
        if (mention.kind == MentionKind::name) {
            CHECK(mention.link == Link::none);
            CHECK(mention.antecedent == no_token);
        } else {
            CHECK(mention.link != Link::none);
            CHECK(mention.antecedent != mention.head);
        }
    }
}

TEST_CASE("what alone was named by a noun is meant by it far behind", "[entity][coreference]") {
    std::vector<std::string> sentences = {
        "~Mossworks/PROPN/NNP/2/nsubj backed=back/VERB/VBD/0/root the/DET/DT/6/det Fair/PROPN/NNP/6/compound "
        "Rents/PROPN/NNP/6/compound Bill/PROPN/NNP/2/obj +./PUNCT/./2/punct"};
    for (int i = 0; i < 15; ++i)
        sentences.push_back(
            "Talks/NOUN/NNS/2/nsubj failed=fail/VERB/VBD/0/root "
            "+./PUNCT/./2/punct");
    sentences.push_back(the("bill"));
    CHECK(referents_of(found_in(sentences), "bill") == "Fair Rents Bill");
}

TEST_CASE("a person may be meant by her age", "[entity][coreference]") {
    const Found found = found_in({"~" + brandt,
                                  "The/DET/DT/6/det 23/NUM/CD/4/nummod +-/PUNCT/HYPH/4/punct "
                                  "+year/NOUN/NN/6/compound +-/PUNCT/HYPH/6/punct +old/NOUN/NN/7/nsubj "
                                  "left=leave/VERB/VBD/0/root +./PUNCT/./7/punct"});
    CHECK(referents_of(found, "old") == "Lena Brandt");
}

TEST_CASE("a name before the word for its kind says which is meant", "[entity][coreference]") {
    const Found found = found_in(
        {"~The/DET/DT/3/det Zedphone/PROPN/NNP/3/compound app/NOUN/NN/4/nsubj beats=beat/VERB/VBZ/0/root "
         "the/DET/DT/7/det Luxphone/PROPN/NNP/7/compound app/NOUN/NN/4/obj +./PUNCT/./4/punct"});
    CHECK(referents_of(found, "app", 1) == "Zedphone");
    CHECK(referents_of(found, "app", 2) == "Luxphone");
}

TEST_CASE("an act is the bill that was passed", "[entity][coreference]") {
    const std::string act =
        "~They=they/PRON/PRP/2/nsubj passed=pass/VERB/VBD/0/root the/DET/DT/6/det Clean/PROPN/NNP/6/compound "
        "Moss/PROPN/NNP/6/compound Act/PROPN/NNP/2/obj +./PUNCT/./2/punct";
    CHECK(referents_of(found_in({act, the("bill")}), "bill") == "Clean Moss Act");
}

TEST_CASE("the university is the one that is called so, though an institute is nearer",
          "[entity][coreference]") {
    const std::string two =
        "~The/DET/DT/2/det University/PROPN/NNP/5/nsubj of/ADP/IN/4/case Mossdale/PROPN/NNP/2/nmod "
        "sued=sue/VERB/VBD/0/root the/DET/DT/8/det Fern/PROPN/NNP/8/compound Institute/PROPN/NNP/5/obj "
        "+./PUNCT/./5/punct";
    CHECK(referents_of(found_in({two, the("university")}), "university") == "University of Mossdale");
}

TEST_CASE("what is spoken of before it is named is what is named after", "[entity][coreference]") {
    const std::string unnamed =
        "~A/DET/DT/2/det vaccine/NOUN/NN/3/nsubj works=work/VERB/VBZ/0/root +./PUNCT/./3/punct";
    const std::string named =
        "The/DET/DT/2/det vaccine/NOUN/NN/6/nsubj +,/PUNCT/,/4/punct Tessaro/PROPN/NNP/2/appos "
        "+,/PUNCT/,/4/punct sold=sell/VERB/VBD/0/root +./PUNCT/./6/punct";
    CHECK(referents_of(found_in({unnamed, named}), "vaccine") == "Tessaro");
    const std::string another =
        "~The/DET/DT/2/det vaccine/NOUN/NN/3/nsubj works=work/VERB/VBZ/0/root +./PUNCT/./3/punct";
    CHECK(referents_of(found_in({another, named}), "vaccine").empty());
}

TEST_CASE("what a body does something to is none of those who do it", "[entity][coreference]") {
    // "Fernlab and Quellix put money into the company."
    CHECK(
        referents_of(found_in({"~" + brandt,
                               "Fernlab/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Quellix/PROPN/NNP/1/conj "
                               "put/VERB/VBD/0/root money/NOUN/NN/4/obj into/ADP/IN/8/case the/DET/DT/8/det "
                               "company/NOUN/NN/4/obl +./PUNCT/./4/punct"}),
                     "company") == "Mossworks");
}

TEST_CASE("a subject right before its verb describes no name before it", "[entity][coreference]") {
    // "According to Fernlab, the company may grow."
    const std::string sentence =
        "According=accord/VERB/VBG/3/case to/ADP/IN/1/fixed Fernlab/PROPN/NNP/8/obl +,/PUNCT/,/3/punct "
        "the/DET/DT/6/det company/NOUN/NN/8/nsubj may/AUX/MD/8/aux grow/VERB/VB/0/root +./PUNCT/./8/punct";
    CHECK(link_of(found_in({"~" + brandt, sentence}), "company") != Link::beside);
}
