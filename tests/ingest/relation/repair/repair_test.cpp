#include "ingest/relation/repair/repair.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/ingest/relation/tree.hpp"

using namespace newsgraph;

namespace {

/// What the word hangs on after the repair, and by which relation: "appos Acme".
std::string attachment(std::string_view lines, std::string_view word) {
    const AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    Entities entities;
    for (const NameTag& tag : analysis.names) {
        const auto id = static_cast<EntityId>(entities.entities.size());
        entities.entities.push_back({std::string(analysis.quote(tag.tokens)), tag.type, {}, {}});
        entities.mentions.push_back({tag.tokens, tag.tokens.begin, MentionKind::name, id});
    }
    const Analysis repaired = repair_trees(analysis, entities);
    for (TokenIndex i = 0; i < repaired.tokens.size(); ++i) {
        if (repaired.form(i) != word) continue;
        const Token& token = repaired.tokens[i];
        const std::string governor =
            token.head == no_token ? "" : " " + std::string(repaired.form(token.head));
        return std::string(to_string(token.deprel)) + governor;
    }
    return "no such word";
}

}  // namespace

TEST_CASE("a description after a comma hangs on the name before it", "[relation][repair]") {
    CHECK(attachment(R"(Acme Acme PROPN NNP 2 nsubj organization
                        bought buy VERB VBD 0 root
                        Bolt Bolt PROPN NNP 2 obj organization
                        , , PUNCT , 6 punct
                        a a DET DT 6 det
                        maker maker NOUN NN 2 obj
                        of of ADP IN 8 case
                        pumps pump NOUN NNS 6 nmod
                        . . PUNCT . 2 punct)",
                     "maker") == "appos Bolt");
    CHECK(attachment(R"(In in ADP IN 2 case
                        Rome Rome PROPN NNP 6 obl place
                        , , PUNCT , 2 punct
                        the the DET DT 5 det
                        bank bank NOUN NN 6 nsubj
                        grew grow VERB VBD 0 root
                        . . PUNCT . 6 punct)",
                     "bank") == "nsubj grew");
}

TEST_CASE("what is owned hangs together, and its owner on it", "[relation][repair]") {
    CHECK(attachment(R"(Acme Acme PROPN NNP 5 nsubj organization
                        's 's PART POS 1 case
                        first first ADJ JJ 4 amod
                        model model NOUN NN 5 nsubj
                        shines shine VERB VBZ 0 root)",
                     "Acme") == "nmod:poss model");
}

TEST_CASE("names in a row are one coordination", "[relation][repair]") {
    const char* const lines = R"(Ana Ana PROPN NNP 2 nsubj person
                                 watched watch VERB VBD 0 root
                                 as as ADP IN 4 case
                                 Acme Acme PROPN NNP 2 obl organization
                                 , , PUNCT , 6 punct
                                 Bolt Bolt PROPN NNP 4 conj organization
                                 and and CCONJ CC 8 cc
                                 Nova Nova PROPN NNP 9 nsubj organization
                                 grew grow VERB VBD 2 conj)";
    CHECK(attachment(lines, "Nova") == "conj Acme");
    CHECK(attachment(lines, "Acme") == "nsubj grew");
    CHECK(attachment(lines, "grew") == "advcl watched");
}

TEST_CASE("a place before \"based\" says where, and an honorific gives its place to the name",
          "[relation][repair]") {
    CHECK(attachment(R"(Leeds Leeds PROPN NNP 4 compound place
                        - - PUNCT HYPH 1 punct
                        based based ADJ JJ 4 amod
                        Acme Acme PROPN NNP 5 nsubj organization
                        grew grow VERB VBD 0 root)",
                     "Leeds") == "obl:unmarked based");
    CHECK(attachment(R"(Bolt Bolt PROPN NNP 2 nsubj organization
                        hired hire VERB VBD 0 root
                        Ms Ms NOUN NN 2 obj
                        Roe Roe PROPN NNP 2 obj person)",
                     "Ms") == "nmod:desc Roe");
}

TEST_CASE("sound trees stay as they are", "[relation][repair]") {
    const char* const lines = R"(Acme Acme PROPN NNP 2 nsubj organization
                                 gave give VERB VBD 0 root
                                 Bolt Bolt PROPN NNP 2 iobj organization
                                 a a DET DT 5 det
                                 licence licence NOUN NN 2 obj
                                 in in ADP IN 7 case
                                 May May PROPN NNP 2 obl)";
    CHECK(attachment(lines, "Acme") == "nsubj gave");
    CHECK(attachment(lines, "Bolt") == "iobj gave");
    CHECK(attachment(lines, "licence") == "obj gave");
    CHECK(attachment(lines, "May") == "obl gave");
}

TEST_CASE("a relative clause right behind a name is about it, wherever the tree hangs it",
          "[relation][repair]") {
    CHECK(attachment(R"(It it PRON PRP 3 nsubj:pass
                        was be AUX VBD 3 aux:pass
                        sold sell VERB VBN 0 root
                        by by ADP IN 5 case
                        Acme Acme PROPN NNP 3 obl:agent organization
                        , , PUNCT , 9 punct
                        which which PRON WDT 9 nsubj
                        since since SCONJ IN 9 mark
                        left leave VERB VBD 3 advcl
                        Rome Rome PROPN NNP 9 obj place
                        . . PUNCT . 3 punct)",
                     "left") == "acl:relcl Acme");
}

TEST_CASE("who is given a post is the object, the post what she becomes", "[relation][repair]") {
    const char* const lines = R"(Acme Acme PROPN NNP 4 nsubj organization
                                 has have AUX VBZ 4 aux
                                 now now ADV RB 4 advmod
                                 named name VERB VBN 0 root
                                 Roe Roe PROPN NNP 7 compound person
                                 finance finance NOUN NN 7 compound
                                 chief chief NOUN NN 4 obj
                                 . . PUNCT . 4 punct)";
    CHECK(attachment(lines, "Roe") == "obj named");
    CHECK(attachment(lines, "chief") == "xcomp named");
}

TEST_CASE("who does a deed belongs to the noun for it", "[relation][repair]") {
    CHECK(attachment(R"(purchase purchase NOUN NN 6 nsubj
                        of of ADP IN 3 case
                        Bolt Bolt PROPN NNP 1 nmod organization
                        by by ADP IN 5 case
                        Acme Acme PROPN NNP 3 nmod organization
                        failed fail VERB VBD 0 root)",
                     "Acme") == "nmod purchase");
}

TEST_CASE("a compound that ends in a particle is a noun", "[relation][repair]") {
    CHECK(attachment(R"(tie tie NOUN NN 3 compound
                        - - PUNCT HYPH 1 punct
                        up up ADP RP 6 nsubj
                        between between ADP IN 5 case
                        Acme Acme PROPN NNP 3 nmod organization
                        failed fail VERB VBD 0 root)",
                     "up") == "nsubj failed");
}

TEST_CASE("a word of a name that was taken for the verb gives its place to the next", "[relation][repair]") {
    const char* const lines = R"(Simon Simon PROPN NNP 2 nsubj person
                                 Fell fall VERB VBD 0 root +
                                 , , PUNCT , 5 punct
                                 a a DET DT 5 det
                                 judge judge NOUN NN 7 nsubj
                                 , , PUNCT , 7 punct
                                 hit hit VERB VB 2 conj
                                 back back ADV RB 7 advmod
                                 . . PUNCT . 2 punct)";
    CHECK(attachment(lines, "hit") == "root");
    CHECK(attachment(lines, "judge") == "appos Fell");
}

TEST_CASE("a title that a tree takes for the name's first word describes the name", "[relation][repair]") {
    const char* const lines = R"(Sprinter Sprinter PROPN NNP 3 nsubj
                                 Ana Ana PROPN NNP 1 flat person
                                 won win VERB VBD 0 root)";
    CHECK(attachment(lines, "Ana") == "nsubj won");
    CHECK(attachment(lines, "Sprinter") == "nmod:desc Ana");
    const char* const couple = R"(author author NOUN NN 6 nsubj
                                  Ana Ana PROPN NNP 1 appos person
                                  and and CCONJ CC 5 cc
                                  her her PRON PRP$ 5 nmod:poss
                                  wife wife NOUN NN 1 conj
                                  left leave VERB VBD 0 root)";
    CHECK(attachment(couple, "Ana") == "nsubj left");
    CHECK(attachment(couple, "wife") == "conj Ana");
}

TEST_CASE("who holds a post is no second thing that the post is of", "[relation][repair]") {
    const auto with = [](const std::string& type) {
        return R"(The the DET DT 2 det
                  mayor mayor NOUN NN 8 nsubj
                  of of ADP IN 4 case
                  Rome Rome PROPN NNP 2 nmod )" +
               type + R"(
                  , , PUNCT , 6 punct
                  Ana Ana PROPN NNP 4 conj person
                  , , PUNCT , 2 punct
                  spoke speak VERB VBD 0 root)";
    };
    CHECK(attachment(with("place"), "Ana") == "appos mayor");
    CHECK(attachment(with("person"), "Ana") == "conj Rome");
}

TEST_CASE("a particle before \"as\" is the verb's", "[relation][repair]") {
    CHECK(attachment(R"(Ana Ana PROPN NNP 3 nsubj:pass person
                        was be AUX VBD 3 aux:pass
                        sworn swear VERB VBN 0 root
                        in in ADP RP 6 case
                        as as ADP IN 6 case
                        premier premier NOUN NN 3 obl)",
                     "in") == "compound:prt sworn");
}

TEST_CASE("before a name and its verb \"as\" opens a clause", "[relation][repair]") {
    const char* const lines = R"(Ana Ana PROPN NNP 2 nsubj person
                                 scored score VERB VBD 0 root
                                 twice twice ADV RB 2 advmod
                                 as as ADP IN 5 case
                                 Acme Acme PROPN NNP 2 obl organization
                                 beat beat VERB VBD 2 advcl
                                 Bolt Bolt PROPN NNP 6 obj organization)";
    CHECK(attachment(lines, "Acme") == "nsubj beat");
    CHECK(attachment(lines, "as") == "mark beat");
}

TEST_CASE("a work's title after the noun for it is the sentence's subject", "[relation][repair]") {
    const char* const lines = R"(Her her PRON PRP$ 2 nmod:poss
                                 play play NOUN NN 0 root
                                 Tide Tide PROPN NNP 4 nsubj work
                                 opens open VERB VBZ 2 acl:relcl)";
    CHECK(attachment(lines, "opens") == "root");
    CHECK(attachment(lines, "Tide") == "nsubj opens");
}

TEST_CASE("a match is where it is played, not where the side is", "[relation][repair]") {
    const auto sentence = [](const std::string& preposition) {
        return R"(Acme Acme PROPN NNP 2 nsubj organization
                  lost lose VERB VBD 0 root
                  )" +
               preposition + " " + preposition + R"( ADP IN 4 case
                  Bolt Bolt PROPN NNP 2 obl organization
                  in in ADP IN 6 case
                  Rome Rome PROPN NNP 2 obl place)";
    };
    CHECK(attachment(sentence("to"), "Rome") == "obl lost");
    CHECK(attachment(sentence("at"), "Rome") == "nmod Bolt");
}

TEST_CASE("who is named to a post is the verb's object, however the tree has it", "[relation][repair]") {
    for (const std::string relation : {"obj", "xcomp"}) {
        CAPTURE(relation);
        CHECK(attachment("Acme Acme PROPN NNP 2 nsubj organization\n"
                         "named name VERB VBD 0 root\n"
                         "Ana Ana PROPN NNP 5 compound person\n"
                         "chief chief ADJ JJ 5 amod\n"
                         "executive executive NOUN NN 2 " +
                             relation,
                         "Ana") == "obj named");
    }
}

TEST_CASE("a description may open with once, whatever that is in the tree", "[relation][repair]") {
    CHECK(attachment(R"(Ana Ana PROPN NNP 7 nsubj person
                        , , PUNCT , 5 punct
                        once once ADP IN 5 case
                        a a DET DT 5 det
                        lawyer lawyer NOUN NN 7 obl
                        , , PUNCT , 1 punct
                        lives live VERB VBZ 0 root)",
                     "lawyer") == "appos Ana");
}

TEST_CASE("what a score is compared with describes no name before it", "[relation][repair]") {
    CHECK(attachment(R"(Lux Lux PROPN NNP 2 nsubj model
                        scored score VERB VBD 0 root
                        high high ADV RB 2 advmod
                        on on ADP IN 5 case
                        Quiz Quiz PROPN NNP 2 obl benchmark
                        , , PUNCT , 7 punct
                        compared compare VERB VBN 2 advcl
                        with with ADP IN 9 case
                        Zed Zed PROPN NNP 7 obl model)",
                     "compared") == "advcl scored");
}

TEST_CASE("with whom somebody is replaced belongs to the verb", "[relation][repair]") {
    CHECK(attachment(R"(Acme Acme PROPN NNP 2 nsubj organization
                        replaced replace VERB VBD 0 root
                        Bo Bo PROPN NNP 2 obj person
                        with with ADP IN 5 case
                        Ana Ana PROPN NNP 3 nmod person)",
                     "Ana") == "obl replaced");
}

TEST_CASE("a round is no adverb, whichever amount or series stands before it", "[relation][repair]") {
    const std::string led = "led lead VERB VBD 0 root\n";
    CHECK(attachment("Acme Acme PROPN NNP 2 nsubj organization\n" + led +
                         "$ $ SYM $ 2 obj\n5 5 NUM CD 3 nummod\nround round NOUN NN 3 advmod",
                     "round") == "obj led");
    CHECK(attachment("Acme Acme PROPN NNP 2 nsubj organization\n" + led +
                         "a a DET DT 4 det\nSeries series PROPN NNP 2 obj\nB b PROPN NNP 4 flat\n"
                         "round round ADV RB 2 advmod",
                     "round") == "obj led");
}

TEST_CASE("\"led\" before who does it is a verb", "[relation][repair]") {
    CHECK(attachment(R"(a a DET DT 2 det
                        round round NOUN NN 0 root
                        led led NOUN NN 2 acl
                        by by ADP IN 5 case
                        Acme Acme PROPN NNP 3 obl:agent organization)",
                     "led") == "acl round");
}
