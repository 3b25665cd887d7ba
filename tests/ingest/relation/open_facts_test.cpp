#include "ingest/relation/open_facts.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ingest/relation/written_tree.hpp"

using namespace newsgraph;
using newsgraph::testing::tree;
using newsgraph::testing::WrittenTree;

namespace {

/// What a tree says, each fact as "Acme | bought | Bolt | in May".
std::vector<std::string> facts_of(std::string_view written) {
    static const ModalityLexicon lexicon =
        ModalityLexicon::load(NEWSGRAPH_SOURCE_DIR "/data/ontology/modality.json");
    const WrittenTree sentence = tree(written);
    std::vector<std::string> facts;
    for (const StatedFact& stated : find_facts(sentence.analysis, lexicon, sentence.analysis.text)) {
        std::string text = stated.fact.arguments[0] + " | " + stated.fact.relation;
        for (std::size_t i = 1; i < stated.fact.arguments.size(); ++i)
            text += " | " + stated.fact.arguments[i];
        facts.push_back(text);
    }
    return facts;
}

using Facts = std::vector<std::string>;

}  // namespace

TEST_CASE("A fact has all that its clause says, the object first", "[relation][facts]") {
    CHECK(facts_of(
              "In|IN|2|case May|NNP|4|obl Acme|NNP|4|nsubj sold/sell|VBD|0|root the|DT|6|det shop|NN|4|obj "
              "to|IN|8|case Bolt|NNP|4|obl yesterday|NN|4|obl:unmarked .|.|4|punct") ==
          Facts{"Acme | sold | the shop | to Bolt | yesterday | In May"});
}

TEST_CASE("Without an object the phrase after the verb is the second argument", "[relation][facts]") {
    CHECK(
        facts_of("Acme|NNP|2|nsubj relies/rely|VBZ|0|root heavily|RB|2|advmod on|IN|5|case Bolt|NNP|2|obl") ==
        Facts{"Acme | relies heavily on | Bolt"});
    CHECK(facts_of(
              "Acme|NNP|3|nsubj:pass was/be|VBD|3|aux:pass bought/buy|VBN|0|root in|IN|5|case May|NNP|3|obl "
              "by|IN|7|case Bolt|NNP|3|obl:agent") == Facts{"Acme | was bought by | Bolt | in May"});
}

TEST_CASE("The relation has the verb's auxiliaries, negation, adverbs and particles", "[relation][facts]") {
    CHECK(
        facts_of("Acme|NNP|5|nsubj has/have|VBZ|5|aux not|RB|5|advmod yet|RB|5|advmod set|VBN|0|root up|RP|5|"
                 "compound:prt a|DT|8|det shop|NN|5|obj") == Facts{"Acme | has not yet set up | a shop"});
    // What only ties sentences is no part of it.
    CHECK(facts_of("However|RB|3|advmod Acme|NNP|3|nsubj sold/sell|VBD|0|root Bolt|NNP|3|obj") ==
          Facts{"Acme | sold | Bolt"});
}

TEST_CASE("Verbs that go on in another are one relation with it", "[relation][facts]") {
    CHECK(facts_of("Acme|NNP|2|nsubj agreed/agree|VBD|0|root to|TO|4|mark try|VB|2|xcomp to|TO|6|mark "
                   "buy|VB|4|xcomp "
                   "Bolt|NNP|6|obj in|IN|9|case May|NNP|2|obl") ==
          Facts{"Acme | agreed to try to buy | Bolt | in May"});
    CHECK(
        facts_of(
            "Acme|NNP|3|nsubj is/be|VBZ|3|cop likely|JJ|0|root to|TO|5|mark buy|VB|3|xcomp Bolt|NNP|5|obj") ==
        Facts{"Acme | is likely to buy | Bolt"});
}

TEST_CASE("Each member of a coordination has a fact of its own", "[relation][facts]") {
    CHECK(facts_of(
              "Acme|NNP|4|nsubj and|CC|3|cc Bolt|NNP|1|conj make|VBP|0|root cheap|JJ|6|amod chips|NNS|4|obj "
              "and|CC|8|cc cars|NNS|6|conj") == Facts{"Acme | make | cheap chips", "Acme | make | cars",
                                                      "Bolt | make | cheap chips", "Bolt | make | cars"});
    CHECK(facts_of(
              "Ana|NNP|2|nsubj went/go|VBD|0|root to|IN|4|case Oslo|NNP|2|obl and|CC|6|cc Rome|NNP|4|conj") ==
          Facts{"Ana | went to | Oslo", "Ana | went to | Rome"});
}

TEST_CASE("Coordinated verbs share subject, auxiliaries and what stands before the first",
          "[relation][facts]") {
    CHECK(facts_of("In|IN|2|case May|NNP|5|obl Acme|NNP|5|nsubj:pass was/be|VBD|5|aux:pass "
                   "sold/sell|VBN|0|root and|CC|"
                   "7|cc moved/move|VBN|5|conj to|IN|9|case Oslo|NNP|7|obl") ==
          Facts{"Acme | was sold | In May", "Acme | was moved to | Oslo | In May"});
}

TEST_CASE("A possessor is shared by the nouns that are coordinated with its own", "[relation][facts]") {
    const Facts facts = facts_of(
        "Acme|NNP|3|nmod:poss 's|POS|1|case owner|NN|6|nsubj and|CC|5|cc staff|NN|3|conj "
        "left/leave|VBD|0|root Rome|NNP|6|obj");
    CHECK(std::ranges::find(facts, "Acme 's staff | left | Rome") != facts.end());
    CHECK(std::ranges::find(facts, "Acme | has | owner") != facts.end());
}

TEST_CASE("What is left of a clause without its verb takes the verb of the one before", "[relation][facts]") {
    CHECK(facts_of(
              "Acme|NNP|2|nsubj beat/beat|VBD|0|root Bolt|NNP|2|obj on|IN|5|case speed|NN|2|obl and|CC|7|cc "
              "Crane|NNP|2|conj on|IN|9|case price|NN|7|orphan") ==
          Facts{"Acme | beat | Bolt | on speed", "Acme | beat | Crane | on price"});
    CHECK(facts_of(
              "Acme|NNP|2|nsubj bought/buy|VBD|0|root Bolt|NNP|2|obj ,|,|5|punct Crane|NNP|2|conj Dent|NNP|5|"
              "orphan") == Facts{"Acme | bought | Bolt", "Crane | bought | Dent"});
}

TEST_CASE("A relative clause or participle says its fact of the noun, which is named without it",
          "[relation][facts]") {
    CHECK(
        facts_of(
            "Ana|NNP|2|nsubj runs/run|VBZ|0|root a|DT|4|det shop|NN|2|obj that|WDT|6|nsubj sells/sell|VBZ|4|"
            "acl:relcl tea|NN|6|obj") == Facts{"Ana | runs | a shop", "a shop | sells | tea"});
    CHECK(facts_of("a|DT|2|det shop|NN|9|nsubj that|WDT|5|obj Ana|NNP|5|nsubj runs/run|VBZ|2|acl:relcl "
                   "sold/sell|VBN|2|"
                   "acl by|IN|8|case Bolt|NNP|6|obl:agent closed/close|VBD|0|root today|NN|9|obl:unmarked") ==
          Facts{"Ana | runs | a shop sold by Bolt", "a shop | sold by | Bolt",
                "a shop sold by Bolt | closed | today"});
}

TEST_CASE("What is said is an argument, wherever the speaker stands", "[relation][facts]") {
    const Facts expected = {"Acme | grew in | May", "Ana | said | Acme grew in May"};
    CHECK(facts_of("Ana|NNP|2|nsubj said/say|VBD|0|root that|IN|5|mark Acme|NNP|5|nsubj "
                   "grew/grow|VBD|2|ccomp in|IN|7|"
                   "case May|NNP|5|obl") ==
          Facts{"Ana | said that | Acme grew in May", "Acme | grew in | May"});
    CHECK(facts_of(
              "Acme|NNP|2|nsubj grew/grow|VBD|0|root in|IN|4|case May|NNP|2|obl ,|,|7|punct Ana|NNP|7|nsubj "
              "said/say|VBD|2|parataxis") == expected);
}

TEST_CASE("What stands between commas is left out of an argument, with its marks", "[relation][facts]") {
    CHECK(facts_of("Acme|NNP|4|nsubj is/be|VBZ|4|cop ,|,|3|punct cheap|JJ|0|root").front() ==
          "Acme | is | cheap");
    CHECK(facts_of(
              "tea|NN|6|nsubj is/be|VBZ|6|cop ,|,|4|punct though|RB|6|advmod ,|,|4|punct cheap|JJ|0|root") ==
          Facts{"tea | is | cheap"});
    CHECK(
        facts_of(
            "\"|``|2|punct Tea|NN|3|nsubj grows/grow|VBZ|8|ccomp here|RB|3|advmod ,|,|3|punct \"|''|3|punct "
            "Ana|NNP|8|nsubj said/say|VBD|0|root") ==
        Facts{"Tea | grows | here", "Ana | said | \" Tea grows here \""});
}

TEST_CASE("A copula's noun or adjective is the second argument", "[relation][facts]") {
    CHECK(facts_of("Acme|NNP|5|nsubj is/be|VBZ|5|cop still|RB|5|advmod a|DT|5|det rival|NN|0|root "
                   "of|IN|7|case Bolt|NNP|"
                   "5|nmod") == Facts{"Acme | is still | a rival of Bolt"});
    CHECK(facts_of("Acme|NNP|4|nsubj is/be|VBZ|4|cop in|IN|4|case Rome|NNP|0|root") ==
          Facts{"Acme | is in | Rome"});
    CHECK(facts_of("tea|NN|4|nsubj is/be|VBZ|4|cop very|RB|4|advmod cheap|JJ|0|root") ==
          Facts{"tea | is | very cheap"});
    CHECK(facts_of("Acme|NNP|3|nsubj is/be|VBZ|3|cop loyal|JJ|0|root to|IN|5|case Bolt|NNP|3|obl") ==
          Facts{"Acme | is loyal to | Bolt"});
}

TEST_CASE("Nouns say facts without a verb", "[relation][facts]") {
    CHECK(facts_of("Ana|NNP|8|nsubj ,|,|4|punct the|DT|4|det head|NN|1|appos of|IN|6|case Acme|NNP|4|nmod "
                   ",|,|4|punct "
                   "left/leave|VBD|0|root Rome|NNP|8|obj") ==
          Facts{"Ana | left | Rome", "Ana | be | the head of Acme"});
    CHECK(
        facts_of(
            "Acme|NNP|2|compound boss|NN|3|nmod:desc Ana|NNP|4|nsubj left/leave|VBD|0|root Rome|NNP|4|obj") ==
        Facts{"Acme boss Ana | left | Rome", "Ana | be | Acme boss"});
    const Facts listed = facts_of(
        "It|PRP|2|nsubj has/have|VBZ|0|root rivals|NNS|2|obj such|JJ|6|case as|IN|4|fixed Acme|NNP|3|nmod "
        "and|"
        "CC|8|cc Bolt|NNP|6|conj");
    CHECK(listed ==
          Facts{"It | has | rivals such as Acme and Bolt", "Acme | be | rivals", "Bolt | be | rivals"});
}

TEST_CASE("Questions, fragments and verbs that nobody does say no fact", "[relation][facts]") {
    CHECK(facts_of("Who|WP|2|nsubj bought/buy|VBD|0|root Acme|NNP|2|obj ?|.|2|punct").empty());
    CHECK(facts_of("Buy|VB|0|root Acme|NNP|1|obj !|.|1|punct").empty());
    CHECK(facts_of("Acme|NNP|2|nsubj grew/grow|VBD|0|root .|.|2|punct").empty());
    CHECK(facts_of("Acme|NNP|0|root").empty());
}

TEST_CASE("A fact's confidence is the same for the same construction, and higher for a main clause",
          "[relation][facts]") {
    static const ModalityLexicon lexicon =
        ModalityLexicon::load(NEWSGRAPH_SOURCE_DIR "/data/ontology/modality.json");
    const WrittenTree sentence = tree(
        "Ana|NNP|2|nsubj said/say|VBD|0|root Acme|NNP|4|nsubj bought/buy|VBD|2|ccomp Bolt|NNP|4|obj "
        ";|:|8|punct "
        "Bo|NNP|8|nsubj bought/buy|VBD|2|conj Dent|NNP|8|obj");
    const auto facts = find_facts(sentence.analysis, lexicon, sentence.analysis.text);
    REQUIRE(facts.size() == 3);
    for (const StatedFact& stated : facts) {
        CHECK(stated.fact.confidence > 0);
        CHECK(stated.fact.confidence < 1);
        CHECK(stated.fact.confidence == confidence_of(stated.features));
    }
    CHECK(facts[2].fact.confidence > facts[1].fact.confidence);
}

TEST_CASE("A list of any length gives a bounded number of facts in good time", "[relation][facts]") {
    std::string written = "Acme|NNP|2|nsubj makes/make|VBZ|0|root tea|NN|2|obj";
    for (int i = 4; i < 2000; ++i) written += " tea|NN|3|conj";
    CHECK(facts_of(written).size() <= 24);
}
