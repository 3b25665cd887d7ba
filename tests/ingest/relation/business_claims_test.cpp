#include <catch2/catch.hpp>
#include <string>

#include "tests/ingest/relation/claims_of.hpp"

using namespace newsgraph;

TEST_CASE("a thing that is bought by its name alone is taken over, one among others is used",
          "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       bought buy VERB VBD 0 root
                       Lux Lux PROPN NNP 2 obj product
                       in in ADP IN 5 case
                       2019 2019 NUM CD 2 obl)") == Claims{"Acme acquires Lux (date 2019)"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       bought buy VERB VBD 0 root
                       a a DET DT 4 det
                       Lux Lux PROPN NNP 2 obj product)") == Claims{"Acme uses Lux"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       bought buy VERB VBD 0 root
                       Bolt Bolt PROPN NNP 5 nmod:poss organization
                       's 's PART POS 3 case
                       Lux Lux PROPN NNP 2 obj product)") ==
          Claims{"Acme acquires Lux", "Bolt develops Lux"});
}

TEST_CASE("who makes something with a body is its partner", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       developed develop VERB VBD 0 root
                       the the DET DT 4 det
                       vaccine vaccine NOUN NN 2 obj
                       with with ADP IN 6 case
                       Bolt Bolt PROPN NNP 2 obl organization)") == Claims{"Acme partners-with Bolt"});
    CHECK(claims_of(R"(The the DET DT 2 det
                       vaccine vaccine NOUN NN 4 nsubj:pass
                       was be AUX VBD 4 aux:pass
                       developed develop VERB VBN 0 root
                       by by ADP IN 6 case
                       Acme Acme PROPN NNP 4 obl:agent organization
                       with with ADP IN 8 case
                       Bolt Bolt PROPN NNP 4 obl organization)") == Claims{"Acme partners-with Bolt"});
}

TEST_CASE("who is awarded a contract supplies, and is not invested in", "[relation][claims]") {
    CHECK(claims_of(R"(Bolt Bolt PROPN NNP 2 nsubj organization
                       awarded award VERB VBD 0 root
                       Acme Acme PROPN NNP 2 iobj organization
                       a a DET DT 6 det
                       $ $ SYM $ 6 compound
                       contract contract NOUN NN 2 obj)") ==
          Claims{"Acme supplies Bolt (what a $ contract)"});
}

TEST_CASE("who brings a suit is the agent of the participle behind it", "[relation][claims]") {
    CHECK(claims_of(R"(A a DET DT 2 det
                       lawsuit lawsuit NOUN NN 6 nsubj
                       brought bring VERB VBN 2 acl
                       by by ADP IN 5 case
                       Acme Acme PROPN NNP 3 obl:agent organization
                       accuses accuse VERB VBZ 0 root
                       Bolt Bolt PROPN NNP 6 obj organization)") == Claims{"Acme sues Bolt"});
    CHECK(claims_of(R"(In in ADP IN 3 case
                       a a DET DT 3 det
                       lawsuit lawsuit NOUN NN 5 obl
                       Acme Acme PROPN NNP 5 nsubj organization
                       accused accuse VERB VBD 0 root
                       Bolt Bolt PROPN NNP 5 obj organization)") ==
          Claims{"Acme criticizes Bolt", "Acme sues Bolt"});
}

TEST_CASE("the word for its kind behind a body's name is the body", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 7 nsubj person
                       , , PUNCT , 3 punct
                       leader leader NOUN NN 1 appos
                       of of ADP IN 6 case
                       Acme Acme PROPN NNP 6 compound organization
                       group group NOUN NN 3 nmod
                       spoke speak VERB VBD 0 root)") == Claims{"Ana leads Acme (role leader)"});
}

TEST_CASE("who was once something is it no more, and who speaks at a body is not of it",
          "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 3 nsubj person
                       once once ADV RB 3 advmod
                       led lead VERB VBD 0 root
                       Acme Acme PROPN NNP 3 obj organization)") == Claims{"Ana leads Acme (status former)"});
    CHECK(claims_of(R"(Ana Ana PROPN NNP 4 nsubj person
                       once once ADV RB 4 advmod
                       again again ADV RB 4 advmod
                       led lead VERB VBD 0 root
                       Acme Acme PROPN NNP 4 obj organization)") == Claims{"Ana leads Acme"});
    CHECK(claims_of(R"(Once once SCONJ IN 3 mark
                       Ana Ana PROPN NNP 3 nsubj person
                       led lead VERB VBD 6 advcl
                       Acme Acme PROPN NNP 3 obj organization
                       sales sale NOUN NNS 6 nsubj
                       rose rise VERB VBD 0 root)") == Claims{"Ana leads Acme"});
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       spoke speak VERB VBD 0 root
                       at at ADP IN 4 case
                       Acme Acme PROPN NNP 2 obl organization)")
              .empty());
}

TEST_CASE("a post's own body goes before the one that the text is about", "[relation][claims]") {
    CHECK(claims_of(R"(Bolt Bolt PROPN NNP 2 nsubj organization
                       grew grow VERB VBD 0 root
                       . . PUNCT . 2 punct

                       Ana Ana PROPN NNP 2 nsubj person
                       took take VERB VBD 0 root
                       over over ADP RP 2 compound:prt
                       as as ADP IN 6 case
                       Acme Acme PROPN NNP 6 compound organization
                       chief chief NOUN NN 2 obl
                       . . PUNCT . 2 punct)") ==
          Claims{"Ana leads Acme (role chief)", "Ana works-for Acme (role chief)"});
}

TEST_CASE("what a score is compared with is the other's score", "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj model
                       scored score VERB VBD 0 root
                       71 71 NUM CD 4 nummod
                       % % SYM NN 2 obj
                       on on ADP IN 6 case
                       Quiz Quiz PROPN NNP 2 obl benchmark
                       , , PUNCT , 8 punct
                       compared compare VERB VBN 2 advcl
                       with with ADP IN 11 case
                       68 68 NUM CD 11 nummod
                       % % SYM NN 8 obl
                       for for ADP IN 13 case
                       Zed Zed PROPN NNP 8 obl model)") ==
          Claims{"Lux evaluated-on Quiz (value 71 %)", "Zed evaluated-on Quiz (value 68 %)"});
}

TEST_CASE("a model is deployed on the body that it is available on", "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 3 nsubj model
                       is be AUX VBZ 3 cop
                       available available ADJ JJ 0 root
                       on on ADP IN 5 case
                       Acme Acme PROPN NNP 3 obl organization)") == Claims{"Lux deployed-on Acme"});
}

TEST_CASE("whom a body replaces leaves it, by whom leads it", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       replaced replace VERB VBD 0 root
                       its its PRON PRP$ 5 nmod:poss
                       chief chief ADJ JJ 5 amod
                       executive executive NOUN NN 2 obj
                       , , PUNCT , 7 punct
                       Bo Bo PROPN NNP 5 appos person
                       , , PUNCT , 5 punct
                       with with ADP IN 10 case
                       Ana Ana PROPN NNP 2 obl person)") ==
          Claims{"Ana leads Acme (role chief executive)", "Bo leaves Acme (role chief executive)"});
}

TEST_CASE("a chancellor is not that of the body that the text is about", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       grew grow VERB VBD 0 root
                       . . PUNCT . 2 punct

                       Chancellor chancellor NOUN NN 2 nmod:desc
                       Ana Ana PROPN NNP 3 nsubj person
                       spoke speak VERB VBD 0 root
                       . . PUNCT . 3 punct)")
              .empty());
}

TEST_CASE("who leaves for a body goes there, who comes from one left it", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       left leave VERB VBD 0 root
                       for for ADP IN 4 case
                       Acme Acme PROPN NNP 2 obl organization)") == Claims{"Ana works-for Acme"});
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       came come VERB VBD 0 root
                       from from ADP IN 4 case
                       Acme Acme PROPN NNP 2 obl organization)") == Claims{"Ana leaves Acme"});
}

TEST_CASE("similar deals are not with each other", "[relation][claims]") {
    const auto deals = [](const char* adjective) {
        std::string lines = R"(Acme Acme PROPN NNP 4 nsubj organization
                               and and CCONJ CC 3 cc
                               Bolt Bolt PROPN NNP 1 conj organization
                               struck strike VERB VBD 0 root
                               )";
        lines.append(adjective).append(" ").append(adjective).append(" ADJ JJ 6 amod\n");
        return lines.append("deals deal NOUN NNS 4 obj");
    };
    CHECK(claims_of(deals("new")) == Claims{"Acme partners-with Bolt"});
    CHECK(claims_of(deals("similar")).empty());
}

TEST_CASE("who is replaced in a match has not left", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       replaced replace VERB VBD 0 root
                       Bo Bo PROPN NNP 2 obj person
                       with with ADP IN 5 case
                       Ana Ana PROPN NNP 2 obl person
                       at at ADP IN 9 case
                       half half NOUN NN 9 compound
                       - - PUNCT HYPH 9 punct
                       time time NOUN NN 2 obl)")
              .empty());
}

TEST_CASE("who quits after a row with a body has not left that body", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       quit quit VERB VBD 0 root
                       after after ADP IN 5 case
                       a a DET DT 5 det
                       row row NOUN NN 2 obl
                       with with ADP IN 7 case
                       Acme Acme PROPN NNP 5 nmod organization)")
              .empty());
}

TEST_CASE("of two passives each has its own agent", "[relation][claims]") {
    CHECK(claims_of(R"(Lex Lex PROPN NNP 3 nsubj:pass law
                       was be AUX VBD 3 aux:pass
                       drafted draft VERB VBN 0 root
                       by by ADP IN 5 case
                       Ana Ana PROPN NNP 3 obl:agent person
                       and and CCONJ CC 7 cc
                       opposed oppose VERB VBN 3 conj
                       by by ADP IN 9 case
                       Acme Acme PROPN NNP 7 obl:agent organization)") == Claims{"Acme criticizes Lex"});
    CHECK(claims_of(R"(Ana Ana PROPN NNP 3 nsubj:pass person
                       was be AUX VBD 3 aux:pass
                       interviewed interview VERB VBN 0 root
                       by by ADP IN 5 case
                       Bolt Bolt PROPN NNP 3 obl:agent organization
                       and and CCONJ CC 7 cc
                       dismissed dismiss VERB VBN 3 conj
                       by by ADP IN 9 case
                       Acme Acme PROPN NNP 7 obl:agent organization)") == Claims{"Ana leaves Acme"});
}

TEST_CASE("a critic by trade criticizes no paper, who used to run a body runs it no more",
          "[relation][claims]") {
    CHECK(claims_of(R"(Film film NOUN NN 2 compound
                       critic critic NOUN NN 3 nmod:desc
                       Ana Ana PROPN NNP 6 nsubj person
                       of of ADP IN 5 case
                       Acme Acme PROPN NNP 3 nmod organization
                       spoke speak VERB VBD 0 root)") == Claims{"Ana works-for Acme (role Film critic)"});
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       used use VERB VBD 0 root
                       to to PART TO 4 mark
                       run run VERB VB 2 xcomp
                       Acme Acme PROPN NNP 4 obj organization)") == Claims{"Ana leads Acme (status former)"});
}

TEST_CASE("an offer that a body rejects is none to buy it", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       rejected reject VERB VBD 0 root
                       a a DET DT 5 det
                       takeover takeover NOUN NN 5 compound
                       offer offer NOUN NN 2 obj
                       from from ADP IN 7 case
                       Bolt Bolt PROPN NNP 5 nmod organization)") == Claims{"Bolt acquires Acme negated"});
}

TEST_CASE("the figure that a score is compared with may have its owner", "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj model
                       scored score VERB VBD 0 root
                       71 71 NUM CD 4 nummod
                       % % SYM NN 2 obj
                       on on ADP IN 6 case
                       Quiz Quiz PROPN NNP 2 obl benchmark
                       , , PUNCT , 8 punct
                       compared compare VERB VBN 2 advcl
                       with with ADP IN 11 case
                       68 68 NUM CD 11 nummod
                       % % SYM NN 8 obl
                       for for ADP IN 13 case
                       Zed Zed PROPN NNP 11 nmod model)") ==
          Claims{"Lux evaluated-on Quiz (value 71 %)", "Zed evaluated-on Quiz (value 68 %)"});
}
