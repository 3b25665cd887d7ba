#include "ingest/relation/attribution.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ingest/relation/stance.hpp"
#include "tests/ingest/relation/written_tree.hpp"

using namespace newsgraph;
using newsgraph::testing::tree;
using newsgraph::testing::WrittenTree;

namespace {

const ModalityLexicon& lexicon() {
    static const ModalityLexicon words =
        ModalityLexicon::load(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/ontology/modality.json");
    return words;
}

/// Who says what the word `predicate` says, and the word that reports it: "Ng (said)"; "" for the article.
std::string source(const std::string& written, const std::string& predicate) {
    const WrittenTree text = tree(written);
    const Dependents dependents(text.analysis);
    const Attributions attributions(text.analysis, dependents, text.entities, lexicon());
    const Attribution found = attributions.of(text.at(predicate));
    if (found.hold == Hold::none) return "";
    std::string result = found.source == no_token ? "?" : std::string(text.analysis.form(found.source));
    if (found.verb != no_token) result += " (" + std::string(text.analysis.form(found.verb)) + ")";
    return result;
}

const std::string beats = "Nut|NNP|3|nsubj now|RB|3|advmod beats/beat|VBZ|0|root Bolt|NNP|3|obj";

}  // namespace

TEST_CASE("who says so: the reporting verb above, beside, or a phrase", "[relation][attribution]") {
    const auto [written, expected] = GENERATE(table<std::string, std::string>({
        {beats, ""},
        {"Acme|NNP|2|nsubj says/say|VBZ|0|root Nut|NNP|4|nsubj beats/beat|VBZ|2|ccomp Bolt|NNP|4|obj",
         "Acme (says)"},
        {"Nut|NNP|2|nsubj beats/beat|VBZ|0|root Bolt|NNP|2|obj ,|,|6|punct Acme|NNP|6|nsubj "
         "said/say|VBD|2|parataxis",
         "Acme (said)"},
        {"According|IN|3|case to|TO|1|fixed Acme|NNP|5|obl Nut|NNP|5|nsubj beats/beat|VBZ|0|root "
         "Bolt|NNP|5|obj",
         "Acme (Acme)"},
        {"By|IN|4|case Acme|NNP|4|nmod:poss 's|POS|2|case account|NN|6|obl Nut|NNP|6|nsubj "
         "beats/beat|VBZ|0|root "
         "Bolt|NNP|6|obj",
         "Acme (account)"},
        {"Early|JJ|2|amod tests/test|NNS|5|nsubj by|IN|4|case Acme|NNP|2|nmod suggest|VBP|0|root "
         "that|IN|8|mark "
         "Nut|NNP|8|nsubj beats/beat|VBZ|5|ccomp Bolt|NNP|8|obj",
         "Acme (suggest)"},
        {"Early|JJ|2|amod results/result|NNS|3|nsubj suggest|VBP|0|root Nut|NNP|5|nsubj "
         "beats/beat|VBZ|3|ccomp "
         "Bolt|NNP|5|obj",
         "results (suggest)"},
        {"Acme|NNP|2|nsubj praised/praise|VBD|0|root Nut|NNP|2|obj ,|,|5|punct adding/add|VBG|2|advcl "
         "that|IN|8|mark "
         "it|PRP|8|nsubj beats/beat|VBZ|5|ccomp Bolt|NNP|8|obj",
         "Acme (adding)"},
        {"Testers/tester|NNS|2|nsubj beats/beat|VBP|0|root Bolt|NNP|2|obj", "Testers (beats)"},
    }));
    CAPTURE(written);
    CHECK(source(written, written.find("beats") == std::string::npos ? "beat" : "beats") == expected);
}

TEST_CASE("a source that is one of a claim's arguments, or names one, is nobody that it is held from",
          "[relation][attribution]") {
    const WrittenTree text = tree(
        "Researchers/researcher|NNS|4|nsubj at|IN|3|case Acme|NNP|1|nmod built/build|VBD|0|root "
        "Nut|NNP|4|obj");
    const Dependents dependents(text.analysis);
    const Attributions attributions(text.analysis, dependents, text.entities, lexicon());
    const std::vector<TokenIndex> arguments{text.at("Acme"), text.at("Nut")};
    CHECK(attributions.of(text.at("built")).hold == Hold::hearsay);
    CHECK(attributions.of(text.at("built"), arguments).hold == Hold::none);
}

TEST_CASE("a relative clause in reported speech is the article's own", "[relation][attribution]") {
    CHECK(source("Acme|NNP|2|nsubj said/say|VBD|0|root it|PRP|4|nsubj sued/sue|VBD|2|ccomp Bolt|NNP|4|obj "
                 "which|WDT|7|nsubj makes/make|VBZ|5|acl:relcl Nut|NNP|7|obj",
                 "makes") == "");
}

TEST_CASE("\"according to\" in front holds for the whole sentence", "[relation][attribution]") {
    // Hung on a clause beside the main one.
    CHECK(
        source("According|IN|3|case to|TO|1|fixed Acme|NNP|6|obl whose|WP$|5|nmod:poss staff|NNS|6|nsubj "
               "ran/run|VBD|9|ccomp tests/test|NNS|6|obj it|PRP|9|nsubj beats/beat|VBZ|0|root Bolt|NNP|9|obj",
               "beats") == "Acme (Acme)");
}

TEST_CASE("a quotation is its speaker's, before, after and in the middle", "[relation][attribution]") {
    CHECK(source("\"|``|3|punct We|PRP|3|nsubj beat|VBD|7|ccomp Bolt|NNP|3|obj ,|,|7|punct \"|''|3|punct "
                 "said/say|VBD|0|root Ng|NNP|7|nsubj",
                 "beat") == "Ng (said)");
    CHECK(
        source("Ng|NNP|2|nsubj said/say|VBD|0|root :|:|6|punct \"|``|6|punct We|PRP|6|nsubj beat|VBD|2|ccomp "
               "Bolt|NNP|6|obj \"|''|6|punct",
               "beat") == "Ng (said)");
    // The second sentence of one quotation, and a second quotation after "he said".
    CHECK(
        source(
            "\"|``|3|punct We|PRP|3|nsubj won/win|VBD|6|ccomp ,|,|6|punct Ng|NNP|6|nsubj said/say|VBD|0|root "
            ".|.|6|punct\n\"|``|3|punct We|PRP|3|nsubj beat|VBD|0|root Bolt|NNP|3|obj .|.|3|punct "
            "\"|''|3|punct",
            "beat") == "Ng (said)");
}

TEST_CASE("an unclosed quotation mark ends with its paragraph", "[relation][attribution]") {
    const WrittenTree text = tree(
        "\"|``|2|punct Go|VB|0|root !|.|2|punct\n\nNut|NNP|2|nsubj beats/beat|VBZ|0|root Bolt|NNP|2|obj");
    const Dependents dependents(text.analysis);
    const std::vector<Quotation> quotations = find_quotations(text.analysis, dependents);
    REQUIRE(quotations.size() == 1);
    CHECK(text.analysis.quote(quotations[0].tokens) == "Go !");
    CHECK(quotation_at(quotations, text.at("beats")) == nullptr);
    CHECK(quotation_at(quotations, text.at("Go")) == &quotations[0]);
}

namespace {

std::string stance(const std::string& written, const std::string& predicate, const std::string& head,
                   const std::string& tail, const std::string& maker = {}, bool measured = false,
                   bool speech_act = false, const std::string& head_type = "model") {
    WrittenTree text = tree(written);
    text.entities.entities[index_of(text.entity(head))].type = head_type;
    const Dependents dependents(text.analysis);
    const Attributions attributions(text.analysis, dependents, text.entities, lexicon());
    const TokenIndex word = text.at(predicate);
    Affiliations affiliations;
    if (!maker.empty()) affiliations.add(text.entity(head), text.entity(maker));
    affiliations.settle();
    StanceQuestion question;
    question.head = text.entity(head);
    question.tail = text.entity(tail);
    question.measured = measured;
    question.speech_act = speech_act;
    const Stance found = stance_of(question, modality_of(text.analysis, dependents, lexicon(), word),
                                   attributions.of(word), affiliations, text.entities);
    return std::string(to_string(found.modality)) +
           (found.attributed_to.empty() ? "" : " by " + found.attributed_to);
}

const std::string acme_says =
    "Acme|NNP|2|nsubj says/say|VBZ|0|root Nut|NNP|4|nsubj beats/beat|VBZ|2|ccomp Bolt|NNP|4|obj";

}  // namespace

TEST_CASE("a maker claims of its model; of another's it only reports", "[relation][stance]") {
    CHECK(stance(acme_says, "beats", "Nut", "Bolt", "Acme", true) == "claimed by Acme");
    CHECK(stance(acme_says, "beats", "Nut", "Bolt", "", true) == "reported by Acme");
    CHECK(stance(
              "Acme|NNP|2|nsubj said/say|VBD|0|root it|PRP|5|nsubj had/have|VBD|5|aux bought/buy|VBN|2|ccomp "
              "Bolt|NNP|5|obj",
              "bought", "Acme", "Bolt") == "claimed by Acme");
}

TEST_CASE("what is announced, or said by all parties, is asserted", "[relation][stance]") {
    CHECK(
        stance(
            "Acme|NNP|2|nsubj announced/announce|VBD|0|root that|IN|6|mark it|PRP|6|nsubj had/have|VBD|6|aux "
            "bought/buy|VBN|2|ccomp Bolt|NNP|6|obj",
            "bought", "Acme", "Bolt") == "asserted");
    CHECK(stance("Acme|NNP|2|nsubj bought/buy|VBD|0|root Bolt|NNP|2|obj ,|,|7|punct the|DT|6|det "
                 "companies/company|NNS|7|nsubj said/say|VBD|2|parataxis",
                 "bought", "Acme", "Bolt") == "asserted");
}

TEST_CASE("figures go on being their source's in the next sentence, doings do not", "[relation][stance]") {
    const std::string two = acme_says + "\nIt|PRP|2|nsubj outdoes/outdo|VBZ|0|root Coil|NNP|2|obj";
    CHECK(stance(two, "outdoes", "Nut", "Coil", "Acme", true) == "claimed by Acme");
    CHECK(stance(two, "outdoes", "Nut", "Coil", "Acme", false) == "asserted");
    // "Rovers beat Town 3-1": a match is no test that somebody reports.
    CHECK(stance(two, "outdoes", "Nut", "Coil", "Acme", true, false, "organization") == "asserted");
    CHECK(stance(acme_says + "\n\nIt|PRP|2|nsubj outdoes/outdo|VBZ|0|root Coil|NNP|2|obj", "outdoes", "Nut",
                 "Coil", "Acme", true) == "asserted");
}

TEST_CASE("that a speech act is reported makes it no less one", "[relation][stance]") {
    CHECK(stance("Acme|NNP|2|nsubj says/say|VBZ|0|root it|PRP|4|nsubj backs/back|VBZ|2|ccomp Bolt|NNP|4|obj",
                 "backs", "Acme", "Bolt", "", false, true) == "asserted");
    CHECK(stance("Acme|NNP|3|nsubj may|MD|3|aux back|VB|0|root Bolt|NNP|3|obj", "back", "Acme", "Bolt", "",
                 false, true) == "possible");
}
