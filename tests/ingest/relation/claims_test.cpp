#include "ingest/relation/claims.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/ontology.hpp"
#include "tests/ingest/relation/claims_of.hpp"
#include "tests/ingest/relation/tree.hpp"

using namespace newsgraph;

TEST_CASE("a purchase is told by verbs in both voices and by nouns", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       bought buy VERB VBD 0 root
                       Bolt Bolt PROPN NNP 2 obj organization
                       in in ADP IN 5 case
                       2019 2019 NUM CD 2 obl)") == Claims{"Acme acquires Bolt (date 2019)"});
    CHECK(claims_of(R"(Bolt Bolt PROPN NNP 3 nsubj:pass organization
                       was be AUX VBD 3 aux:pass
                       bought buy VERB VBN 0 root
                       by by ADP IN 5 case
                       Acme Acme PROPN NNP 3 obl:agent organization)") == Claims{"Acme acquires Bolt"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 3 nmod:poss organization
                       's 's PART POS 1 case
                       takeover takeover NOUN NN 6 nsubj
                       of of ADP IN 5 case
                       Bolt Bolt PROPN NNP 3 nmod organization
                       failed fail VERB VBD 0 root)")
              .front()
              .starts_with("Acme acquires Bolt"));
}

TEST_CASE("each member of a list is related, and a description only to its own", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       rivals rival VERB VBZ 0 root
                       Bolt Bolt PROPN NNP 2 obj organization
                       , , PUNCT , 5 punct
                       Nova Nova PROPN NNP 3 conj organization
                       and and CCONJ CC 7 cc
                       Orb Orb PROPN NNP 3 conj organization)") ==
          Claims{"Acme competes-with Bolt", "Acme competes-with Nova", "Acme competes-with Orb"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 8 nsubj organization
                       , , PUNCT , 5 punct
                       a a DET DT 5 det
                       Leeds Leeds PROPN NNP 5 compound place
                       firm firm NOUN NN 1 appos
                       and and CCONJ CC 7 cc
                       Bolt Bolt PROPN NNP 1 conj organization
                       grew grow VERB VBD 0 root)") == Claims{"Acme located-in Leeds"});
}

TEST_CASE("those that do something together are related to each other", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 4 nsubj organization
                       and and CCONJ CC 3 cc
                       Bolt Bolt PROPN NNP 1 conj organization
                       merged merge VERB VBD 0 root)") == Claims{"Acme partners-with Bolt"});
}

TEST_CASE("a comparison keeps who is better, and on what", "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj model
                       beat beat VERB VBD 0 root
                       Sol Sol PROPN NNP 2 obj model
                       on on ADP IN 5 case
                       logic logic NOUN NN 3 nmod
                       and and CCONJ CC 7 cc
                       Orb Orb PROPN NNP 3 conj model
                       on on ADP IN 9 case
                       code code NOUN NN 7 nmod)") ==
          Claims{"Lux outperforms-on Orb (on code)", "Lux outperforms-on Sol (on logic)"});
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj model
                       trails trail VERB VBZ 0 root
                       Sol Sol PROPN NNP 2 obj model)") == Claims{"Sol outperforms-on Lux"});
    CHECK(claims_of(R"(Lux Lux PROPN NNP 3 nsubj model
                       is be AUX VBZ 3 cop
                       cheaper cheap ADJ JJR 0 root
                       than than ADP IN 5 case
                       Sol Sol PROPN NNP 3 obl model)") == Claims{"Lux cheaper-than Sol"});
}

TEST_CASE("a title before, after or beside a name says who leads what", "[relation][claims]") {
    const Claims leads = {"Ana Roe leads Acme (role chief executive)"};
    CHECK(claims_of(R"(Acme Acme PROPN NNP 3 compound organization
                       chief chief ADJ JJ 3 amod
                       executive executive NOUN NN 4 nmod:desc
                       Ana Ana PROPN NNP 6 nsubj person
                       Roe Roe PROPN NNP 4 flat +
                       slept sleep VERB VBD 0 root)") == leads);
    CHECK(claims_of(R"(Ana Ana PROPN NNP 8 nsubj person
                       Roe Roe PROPN NNP 1 flat +
                       , , PUNCT , 5 punct
                       chief chief ADJ JJ 5 amod
                       executive executive NOUN NN 1 appos
                       of of ADP IN 7 case
                       Acme Acme PROPN NNP 5 nmod organization
                       slept sleep VERB VBD 0 root)") == leads);
    CHECK(claims_of(R"(Ana Ana PROPN NNP 6 nsubj person
                       Roe Roe PROPN NNP 1 flat +
                       is be AUX VBZ 6 cop
                       deputy deputy ADJ JJ 6 compound
                       vice vice NOUN NN 6 compound
                       president president NOUN NN 0 root
                       of of ADP IN 8 case
                       Acme Acme PROPN NNP 6 nmod organization)")
              .front()
              .starts_with("Ana Roe works-for Acme"));
}

TEST_CASE("two names in a sentence are not related by standing there", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       slept sleep VERB VBD 0 root
                       while while SCONJ IN 5 mark
                       Bolt Bolt PROPN NNP 5 nsubj organization
                       sang sing VERB VBD 2 advcl)")
              .empty());
}

TEST_CASE("an event that is taken up again has a new party", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       releases release VERB VBZ 0 root
                       model model NOUN NN 4 compound
                       weights weight NOUN NNS 2 obj
                       . . PUNCT . 2 punct

                       Lux Lux PROPN NNP 2 nsubj model
                       continues continue VERB VBZ 0 root
                       that that DET DT 4 det
                       tradition tradition NOUN NN 2 obj
                       . . PUNCT . 2 punct)") == Claims{"Acme releases-weights Lux"});
}

TEST_CASE("what no type covers stays an open relation", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       orbits orbit VERB VBZ 0 root
                       Bolt Bolt PROPN NNP 2 obj organization)",
                    true) == Claims{"Acme orbit Bolt"});
    CHECK(claims_of(R"(Lux Lux PROPN NNP 5 nsubj model
                       is be AUX VBZ 5 cop
                       not not PART RB 5 advmod
                       a a DET DT 5 det
                       toy toy NOUN NN 0 root)",
                    true) == Claims{"Lux be a toy negated"});
}

TEST_CASE("a list of five thousand names costs no more than its length", "[relation][claims][bounds]") {
    std::string lines = "Acme Acme PROPN NNP 2 nsubj organization\nbought buy VERB VBD 0 root\n";
    lines += "B0 B0 PROPN NNP 2 obj organization\n";
    for (int i = 4; i < 10000; i += 2) {
        lines += ", , PUNCT , " + std::to_string(i + 1) + " punct\n";
        lines += "B" + std::to_string(i) + " B PROPN NNP 3 conj organization\n";
    }
    const std::vector<std::string> found = claims_of(lines);
    CHECK(found.size() == max_members);
    CHECK(found == claims_of(lines));
}

TEST_CASE("an implication is marked, and names what it follows from", "[relation][claims]") {
    const AnnotatedText text = tree(R"(Ana Ana PROPN NNP 2 nsubj person
                                       runs run VERB VBZ 0 root
                                       Acme Acme PROPN NNP 2 obj organization)");
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    Document document;
    document.text = text.text;
    Entities entities = named(analysis);
    const std::vector<Claim> claims = find_claims(document, analysis, entities, news());
    const auto inferred = std::ranges::find(claims, true, &Claim::inferred);
    REQUIRE(inferred != claims.end());
    CHECK(inferred->type == "works-for");
    REQUIRE(inferred->inferred_from.size() == 1);
    CHECK(claims[inferred->inferred_from.front()].type == "leads");
}

TEST_CASE("a verb and a bare noun that make one idea are looked up together", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       joined join VERB VBD 0 root
                       forces force NOUN NNS 2 obj
                       with with ADP IN 5 case
                       Bolt Bolt PROPN NNP 2 obl organization)") == Claims{"Acme partners-with Bolt"});
}

TEST_CASE("as good as is a match, not as good as is the other's lead", "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 4 nsubj model
                       is be AUX VBZ 4 cop
                       as as ADV RB 4 advmod
                       good good ADJ JJ 0 root
                       as as ADP IN 6 case
                       Zed Zed PROPN NNP 4 obl model)") == Claims{"Lux matches-on Zed"});
    CHECK(claims_of(R"(Lux Lux PROPN NNP 5 nsubj model
                       is be AUX VBZ 5 cop
                       not not PART RB 5 advmod
                       as as ADV RB 5 advmod
                       good good ADJ JJ 0 root
                       as as ADP IN 7 case
                       Zed Zed PROPN NNP 5 obl model)") == Claims{"Zed outperforms-on Lux"});
}

TEST_CASE("who backs before a hyphen is the doer", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 3 compound organization
                       - - PUNCT HYPH 1 punct
                       backed back VERB VBN 4 amod
                       Bolt Bolt PROPN NNP 5 nsubj organization
                       grew grow VERB VBD 0 root)") == Claims{"Acme invests-in Bolt"});
}

TEST_CASE("a second pair without a verb has the first one's", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       bought buy VERB VBD 0 root
                       Bolt Bolt PROPN NNP 2 obj organization
                       in in ADP IN 5 case
                       2019 2019 NUM CD 2 obl
                       and and CCONJ CC 7 cc
                       Crane Crane PROPN NNP 5 conj organization
                       in in ADP IN 9 case
                       2021 2021 NUM CD 7 nmod)") ==
          Claims{"Acme acquires Bolt (date 2019)", "Acme acquires Crane (date 2021)"});
}

TEST_CASE("who is picked to supply something supplies whoever picks", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       picked pick VERB VBD 0 root
                       Bolt Bolt PROPN NNP 2 obj organization
                       to to PART TO 5 mark
                       supply supply VERB VB 2 xcomp
                       sensors sensor NOUN NNS 5 obj)") == Claims{"Bolt supplies Acme (what sensors)"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       said say VERB VBD 0 root
                       Bolt Bolt PROPN NNP 5 nsubj organization
                       would would AUX MD 5 aux
                       supply supply VERB VB 2 ccomp
                       sensors sensor NOUN NNS 5 obj)")
              .empty());
}

TEST_CASE("a rival that a party sues is that party's", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       sued sue VERB VBD 0 root
                       rival rival NOUN NN 4 nmod:desc
                       Bolt Bolt PROPN NNP 2 obj organization)") ==
          Claims{"Acme sues Bolt", "Bolt competes-with Acme"});
}

TEST_CASE("a verb without a subject has that of the verb before it, or the noun beside it",
          "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj product
                       grows grow VERB VBZ 5 conj
                       fast fast ADV RB 2 advmod
                       , , PUNCT , 5 punct
                       uses use VERB VBZ 0 root
                       Zed Zed PROPN NNP 5 obj model
                       . . PUNCT . 5 punct)") == Claims{"Lux uses Zed"});
    CHECK(claims_of(R"(There there PRON EX 2 expl
                       came come VERB VBD 0 root
                       Ana Ana PROPN NNP 2 obj person
                       , , PUNCT , 6 punct
                       the the DET DT 6 det
                       singer singer NOUN NN 3 appos
                       , , PUNCT , 6 punct
                       bought buy VERB VBD 2 parataxis
                       a a DET DT 10 det
                       tenth tenth NOUN NN 8 obj
                       of of ADP IN 12 case
                       Acme Acme PROPN NNP 10 nmod organization
                       . . PUNCT . 2 punct)") == Claims{"Ana invests-in Acme"});
}

TEST_CASE("a comparison that says with what only once goes on with the same", "[relation][claims]") {
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj model
                       beats beat VERB VBZ 0 root
                       Zed Zed PROPN NNP 2 obj model
                       on on ADP IN 5 case
                       Quiz Quiz PROPN NNP 2 obl benchmark
                       and and CCONJ CC 7 cc
                       costs cost VERB VBZ 2 conj
                       a a DET DT 9 det
                       third third ADJ JJ 10 advmod
                       less less ADJ JJR 7 obj
                       . . PUNCT . 2 punct)") ==
          Claims{"Lux cheaper-than Zed", "Lux outperforms-on Zed (on Quiz)"});
    CHECK(claims_of(R"(Lux Lux PROPN NNP 2 nsubj model
                       costs cost VERB VBZ 0 root
                       a a DET DT 4 det
                       quarter quarter NOUN NN 2 obj
                       of of ADP IN 6 case
                       what what PRON WP 4 nmod
                       Zed Zed PROPN NNP 8 nsubj model
                       does do VERB VBZ 6 acl:relcl
                       . . PUNCT . 2 punct)") == Claims{"Lux cheaper-than Zed"});
}

TEST_CASE("what a body does stands for it in an inquiry", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       opened open VERB VBD 0 root
                       an a DET DT 4 det
                       inquiry inquiry NOUN NN 2 obj
                       into into ADP IN 8 case
                       Bolt Bolt PROPN NNP 8 nmod:poss organization
                       's 's PART POS 6 case
                       takeover takeover NOUN NN 2 obl
                       of of ADP IN 10 case
                       Nova Nova PROPN NNP 8 nmod organization
                       . . PUNCT . 2 punct)") == Claims{"Acme regulates Bolt", "Bolt acquires Nova"});
}

TEST_CASE("who leads an unnamed part of a body works for the body", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       leads lead VERB VBZ 0 root
                       Acme Acme PROPN NNP 6 nmod:poss organization
                       's 's PART POS 3 case
                       safety safety NOUN NN 6 compound
                       team team NOUN NN 2 obj
                       . . PUNCT . 2 punct)") == Claims{"Ana works-for Acme"});
}

TEST_CASE("a successor has the post of the one before", "[relation][claims]") {
    CHECK(claims_of(R"(Bo Bo PROPN NNP 4 nsubj person
                       is be AUX VBZ 4 cop
                       the the DET DT 4 det
                       chairman chairman NOUN NN 0 root
                       of of ADP IN 6 case
                       Acme Acme PROPN NNP 4 nmod organization
                       . . PUNCT . 4 punct

                       Ana Ana PROPN NNP 2 nsubj person
                       succeeded succeed VERB VBD 0 root
                       Bo Bo PROPN NNP 2 obj person
                       . . PUNCT . 2 punct)") ==
          Claims{"Ana leads Acme (role chairman)", "Bo leads Acme (role chairman)"});
}

TEST_CASE("a suit that is dropped was filed", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       dropped drop VERB VBD 0 root
                       its its PRON PRP$ 4 nmod:poss
                       suit suit NOUN NN 2 obj
                       against against ADP IN 6 case
                       Bolt Bolt PROPN NNP 2 obl organization
                       . . PUNCT . 2 punct)") == Claims{"Acme sues Bolt"});
}

TEST_CASE("a condition needs no if", "[relation][claims]") {
    CHECK(claims_of(R"(Had have VERB VBD 3 aux
                       Acme Acme PROPN NNP 3 nsubj organization
                       bought buy VERB VBN 9 advcl
                       Bolt Bolt PROPN NNP 1 obj organization
                       , , PUNCT , 3 punct
                       Nova Nova PROPN NNP 9 nsubj organization
                       would would AUX MD 9 aux
                       have have AUX VB 9 aux
                       sued sue VERB VBN 0 root
                       . . PUNCT . 9 punct)") == Claims{"Acme acquires Bolt possible"});
}

TEST_CASE("the post tells of which body, not who confirms it", "[relation][claims]") {
    CHECK(claims_of(R"(Senate Senate PROPN NNP 2 nsubj organization
                       confirmed confirm VERB VBD 0 root
                       Ana Ana PROPN NNP 2 obj person
                       as as ADP IN 5 case
                       chair chair NOUN NN 2 obl
                       of of ADP IN 7 case
                       Acme Acme PROPN NNP 5 nmod organization
                       . . PUNCT . 2 punct)") == Claims{"Ana leads Acme (role chair)"});
}

TEST_CASE("a name beside an object says which, one at a distance whose", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       rents rent VERB VBZ 0 root
                       Bolt Bolt PROPN NNP 2 obj organization
                       chips chip NOUN NNS 2 obj
                       from from ADP IN 6 case
                       Nova Nova PROPN NNP 2 obl organization
                       . . PUNCT . 2 punct)") == Claims{"Nova supplies Acme (what Bolt chips)"});
    CHECK(claims_of(R"(Lux Lux PROPN NNP 10 nsubj model
                       , , PUNCT , 4 punct
                       a a DET DT 4 det
                       model model NOUN NN 1 appos
                       of of ADP IN 8 case
                       Acme Acme PROPN NNP 8 nmod:poss organization
                       's 's PART POS 6 case
                       own own ADJ JJ 4 nmod
                       , , PUNCT , 1 punct
                       beats beat VERB VBZ 0 root
                       Zed Zed PROPN NNP 10 obj model
                       . . PUNCT . 10 punct)") == Claims{"Acme develops Lux", "Lux outperforms-on Zed"});
}

TEST_CASE("a post has no date of what its holder does", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 6 nsubj person
                       , , PUNCT , 3 punct
                       reporter reporter NOUN NN 1 appos
                       at at ADP IN 5 case
                       Acme Acme PROPN NNP 3 nmod organization
                       spoke speak VERB VBD 0 root
                       on on ADP IN 8 case
                       Monday Monday PROPN NNP 6 obl)") == Claims{"Ana works-for Acme (role reporter)"});
}

TEST_CASE("who is ousted as leader leaves, and leads no more once that has happened", "[relation][claims]") {
    const auto ousted = [](const std::string& helper) {
        return R"(Ana Ana PROPN NNP 4 nsubj:pass person
                  )" +
               helper + R"( 4 aux
                  be be AUX VB 4 aux:pass
                  ousted oust VERB VBN 0 root
                  as as ADP IN 6 case
                  leader leader NOUN NN 4 obl
                  of of ADP IN 8 case
                  Acme Acme PROPN NNP 6 nmod organization)";
    };
    CHECK(claims_of(R"(Ana Ana PROPN NNP 3 nsubj:pass person
                       was be AUX VBD 3 aux:pass
                       ousted oust VERB VBN 0 root
                       as as ADP IN 5 case
                       leader leader NOUN NN 3 obl
                       of of ADP IN 7 case
                       Acme Acme PROPN NNP 5 nmod organization)") ==
          Claims{"Ana leads Acme (role leader) (status former)", "Ana leaves Acme (role leader)"});
    CHECK(claims_of(ousted("will will AUX MD")) ==
          Claims{"Ana leads Acme (role leader)", "Ana leaves Acme (role leader)"});
}

TEST_CASE("who replaces somebody as leader leads, in the passive too", "[relation][claims]") {
    CHECK(claims_of(R"(Bo Bo PROPN NNP 3 nsubj:pass person
                       was be AUX VBD 3 aux:pass
                       replaced replace VERB VBN 0 root
                       by by ADP IN 5 case
                       Ana Ana PROPN NNP 3 obl:agent person
                       as as ADP IN 7 case
                       leader leader NOUN NN 3 obl
                       of of ADP IN 9 case
                       Acme Acme PROPN NNP 7 nmod organization)") == Claims{"Ana leads Acme (role leader)"});
}

TEST_CASE("a description between commas is one person's, not the next one's", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 10 nsubj person
                       , , PUNCT , 4 punct
                       a a DET DT 4 det
                       chemist chemist NOUN NN 1 appos
                       at at ADP IN 6 case
                       Acme Acme PROPN NNP 4 nmod organization
                       , , PUNCT , 9 punct
                       and and CCONJ CC 9 cc
                       Bob Bob PROPN NNP 1 conj person
                       spoke speak VERB VBD 0 root)") == Claims{"Ana works-for Acme (role chemist)"});
}

TEST_CASE("goals and clean sheets tell the scorer's side", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       scored score VERB VBD 0 root
                       as as SCONJ IN 5 mark
                       Acme Acme PROPN NNP 5 nsubj organization
                       beat beat VERB VBD 2 advcl
                       Bolt Bolt PROPN NNP 5 obj organization)") ==
          Claims{"Acme outperforms-on Bolt", "Ana works-for Acme"});
}

TEST_CASE("a regulator that approves a product does not support it, its maker does not regulate it",
          "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       approved approve VERB VBD 0 root
                       Nut Nut PROPN NNP 2 obj product)") == Claims{"Acme regulates Nut"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       recalled recall VERB VBD 0 root
                       its its PRON PRP$ 4 nmod:poss
                       Nut Nut PROPN NNP 2 obj product
                       and and CCONJ CC 6 cc
                       makes make VERB VBZ 2 conj
                       Nut Nut PROPN NNP 6 obj product)") == Claims{"Acme develops Nut"});
}

TEST_CASE("a bill that others are urged to reject is criticized, one that they are to pass supported",
          "[relation][claims]") {
    const auto urged = [](const std::string& verb) {
        return R"(Ana Ana PROPN NNP 2 nsubj person
                  urged urge VERB VBD 0 root
                  lawmakers lawmaker NOUN NNS 2 obj
                  to to PART TO 5 mark
                  )" +
               verb + " " + verb + R"( VERB VB 2 xcomp
                  Bill Bill PROPN NNP 5 obj law)";
    };
    CHECK(claims_of(urged("reject")) == Claims{"Ana criticizes Bill"});
    CHECK(claims_of(urged("pass")) == Claims{"Ana supports Bill"});
}

TEST_CASE("a post that is over is said to be so", "[relation][claims]") {
    CHECK(claims_of(R"(Former former ADJ JJ 5 amod
                       Acme Acme PROPN NNP 4 compound organization
                       chief chief ADJ JJ 4 amod
                       executive executive NOUN NN 5 compound
                       Ana Ana PROPN NNP 6 nsubj person
                       spoke speak VERB VBD 0 root)") ==
          Claims{"Ana leads Acme (role chief executive) (status former)"});
}

TEST_CASE("an infinitive \"found\" founds", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 2 nsubj person
                       left leave VERB VBD 0 root
                       to to PART TO 4 mark
                       found find VERB VB 2 advcl
                       Acme Acme PROPN NNP 4 obj organization)") == Claims{"Ana founded Acme"});
}

TEST_CASE("a post is over only where its own words say so", "[relation][claims]") {
    CHECK(claims_of(R"(Ana Ana PROPN NNP 3 nsubj person
                       then then ADV RB 3 advmod
                       joined join VERB VBD 0 root
                       Acme Acme PROPN NNP 3 obj organization
                       as as ADP IN 7 case
                       a a DET DT 7 det
                       researcher researcher NOUN NN 3 obl
                       . . PUNCT . 3 punct)") == Claims{"Ana works-for Acme (role researcher)"});
}

TEST_CASE("a successor has the post of the other, not her own before", "[relation][claims]") {
    CHECK(claims_of(R"(Bo Bo PROPN NNP 4 nsubj person
                       is be AUX VBZ 4 cop
                       the the DET DT 4 det
                       chairman chairman NOUN NN 0 root
                       of of ADP IN 6 case
                       Acme Acme PROPN NNP 4 nmod organization
                       . . PUNCT . 4 punct

                       Ana Ana PROPN NNP 4 nsubj person
                       is be AUX VBZ 4 cop
                       the the DET DT 4 det
                       treasurer treasurer NOUN NN 0 root
                       of of ADP IN 6 case
                       Nova Nova PROPN NNP 4 nmod organization
                       . . PUNCT . 4 punct

                       Ana Ana PROPN NNP 2 nsubj person
                       succeeded succeed VERB VBD 0 root
                       Bo Bo PROPN NNP 2 obj person
                       . . PUNCT . 2 punct)") == Claims{"Ana leads Acme (role chairman)",
                                                        "Ana works-for Nova (role treasurer)",
                                                        "Bo leads Acme (role chairman)"});
}

TEST_CASE("what comes out is its maker's, unless that is denied", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 2 nsubj organization
                       makes make VERB VBZ 0 root
                       Lux Lux PROPN NNP 2 obj product
                       . . PUNCT . 2 punct

                       Lux Lux PROPN NNP 3 nsubj:pass product
                       was be AUX VBD 3 aux:pass
                       launched launch VERB VBN 0 root
                       in in ADP IN 5 case
                       May May PROPN NNP 3 obl
                       . . PUNCT . 3 punct)") == Claims{"Acme develops Lux", "Acme releases Lux (date May)"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 4 nsubj organization
                       did do AUX VBD 4 aux
                       not not PART RB 4 advmod
                       make make VERB VB 0 root
                       Lux Lux PROPN NNP 4 obj product
                       . . PUNCT . 4 punct

                       Lux Lux PROPN NNP 3 nsubj:pass product
                       was be AUX VBD 3 aux:pass
                       launched launch VERB VBN 0 root
                       in in ADP IN 5 case
                       May May PROPN NNP 3 obl
                       . . PUNCT . 3 punct)") == Claims{"Acme develops Lux negated"});
}

TEST_CASE("a suit that is not dropped was filed too", "[relation][claims]") {
    CHECK(claims_of(R"(Acme Acme PROPN NNP 4 nsubj organization
                       did do AUX VBD 4 aux
                       not not PART RB 4 advmod
                       drop drop VERB VB 0 root
                       its its PRON PRP$ 6 nmod:poss
                       suit suit NOUN NN 4 obj
                       against against ADP IN 8 case
                       Bolt Bolt PROPN NNP 4 obl organization
                       . . PUNCT . 4 punct)") == Claims{"Acme sues Bolt"});
    CHECK(claims_of(R"(Acme Acme PROPN NNP 4 nsubj organization
                       did do AUX VBD 4 aux
                       not not PART RB 4 advmod
                       file file VERB VB 0 root
                       a a DET DT 6 det
                       suit suit NOUN NN 4 obj
                       against against ADP IN 8 case
                       Bolt Bolt PROPN NNP 6 nmod organization
                       . . PUNCT . 4 punct)") == Claims{"Acme sues Bolt negated"});
}
