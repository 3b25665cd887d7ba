#include "ingest/relation/clause.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "tests/ingest/relation/tree.hpp"

using namespace newsgraph;

namespace {

/// The clause with that predicate as "buy(subject Meta, object Acme, in 2019)", arguments by their head
/// words.
std::string said(std::string_view lines, const std::string& lemma, ClauseKind kind = ClauseKind::verb) {
    const AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    const Dependents dependents(analysis);
    static constexpr std::array<const char*, 8> roles = {"self",       "subject",   "object",   "indirect",
                                                         "complement", "possessor", "modifier", ""};
    for (const Clause& clause : find_clauses(analysis, dependents)) {
        if (clause.lemma != lemma || clause.kind != kind) continue;
        std::string words;
        for (const Argument& argument : clause.arguments) {
            if (argument.role == Role::self && argument.head == clause.predicate) continue;
            if (!words.empty()) words += ", ";
            words += argument.role == Role::oblique ? argument.preposition
                                                    : roles[static_cast<std::size_t>(argument.role)];
            words += words.empty() || words.back() == ' ' ? "" : " ";
            words += analysis.form(argument.head);
        }
        return words;
    }
    return "no such clause";
}

}  // namespace

TEST_CASE("the passive's subject is the object, and its agent the subject", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 3 nsubj:pass
                  was be AUX VBD 3 aux:pass
                  bought buy VERB VBN 0 root
                  by by ADP IN 5 case
                  Bolt Bolt PROPN NNP 3 obl:agent
                  in in ADP IN 7 case
                  May May PROPN NNP 3 obl)",
               "buy") == "subject Bolt, object Acme, in May");
}

TEST_CASE("coordinated verbs share their subject, and each keeps its own phrases", "[relation][clause]") {
    const char* const lines = R"(Nova Nova PROPN NNP 4 nsubj
                                 is be AUX VBZ 4 aux
                                 reportedly reportedly ADV RB 4 advmod
                                 beating beat VERB VBG 0 root
                                 Lux Lux PROPN NNP 4 obj
                                 on on ADP IN 7 case
                                 logic logic NOUN NN 4 obl
                                 and and CCONJ CC 9 cc
                                 matching match VERB VBG 4 conj
                                 Sol Sol PROPN NNP 9 obj
                                 on on ADP IN 12 case
                                 code code NOUN NN 9 obl)";
    CHECK(said(lines, "beat") == "subject Nova, object Lux, on logic");
    CHECK(said(lines, "match") == "subject Nova, object Sol, on code");
}

TEST_CASE("a relative pronoun stands for the noun before it", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 0 root
                  , , PUNCT , 4 punct
                  which which PRON WDT 4 nsubj
                  makes make VERB VBZ 1 acl:relcl
                  Lux Lux PROPN NNP 4 obj)",
               "make") == "subject Acme, object Lux");
    CHECK(said(R"(the the DET DT 2 det
                  model model NOUN NN 0 root
                  Acme Acme PROPN NNP 4 nsubj
                  trained train VERB VBD 2 acl:relcl)",
               "train") == "subject Acme, object model");
    CHECK(said(R"(Bolt Bolt PROPN NNP 0 root
                  , , PUNCT , 6 punct
                  from from ADP IN 4 case
                  which which PRON WDT 6 obl
                  Acme Acme PROPN NNP 6 nsubj
                  buys buy VERB VBZ 1 acl:relcl
                  chips chip NOUN NNS 6 obj)",
               "buy") == "subject Acme, object chips, from Bolt");
    CHECK(said(R"(Acme Acme PROPN NNP 0 root
                  , , PUNCT , 5 punct
                  whose whose PRON WP$ 4 nmod:poss
                  compiler compiler NOUN NN 5 nsubj
                  leads lead VERB VBZ 1 acl:relcl)",
               "compiler", ClauseKind::noun) == "possessor Acme");
}

TEST_CASE("a participle takes its subject or object from the noun that it describes", "[relation][clause]") {
    CHECK(said(R"(batteries battery NOUN NNS 0 root
                  bought buy VERB VBN 1 acl
                  from from ADP IN 4 case
                  Bolt Bolt PROPN NNP 2 obl)",
               "buy") == "object batteries, from Bolt");
    CHECK(said(R"(a a DET DT 2 det
                  firm firm NOUN NN 0 root
                  making make VERB VBG 2 acl
                  Lux Lux PROPN NNP 3 obj)",
               "make") == "subject firm, object Lux");
}

TEST_CASE("a controlled verb has the subject or the object of the verb above", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 3 nsubj
                  has have AUX VBZ 3 aux
                  agreed agree VERB VBN 0 root
                  to to PART TO 5 mark
                  buy buy VERB VB 3 xcomp
                  Bolt Bolt PROPN NNP 5 obj)",
               "buy") == "subject Acme, object Bolt");
    CHECK(said(R"(Acme Acme PROPN NNP 2 nsubj
                  asked ask VERB VBD 0 root
                  Bolt Bolt PROPN NNP 2 obj
                  to to PART TO 5 mark
                  build build VERB VB 2 xcomp
                  Lux Lux PROPN NNP 5 obj)",
               "build") == "subject Bolt, object Lux");
    CHECK(said(R"(Acme Acme PROPN NNP 3 nsubj:pass
                  is be AUX VBZ 3 aux:pass
                  expected expect VERB VBN 0 root
                  to to PART TO 5 mark
                  buy buy VERB VB 3 xcomp
                  Bolt Bolt PROPN NNP 5 obj)",
               "buy") == "subject Acme, object Bolt");
}

TEST_CASE("an adverbial participle has the subject of its main clause", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 2 nsubj
                  charges charge VERB VBZ 0 root
                  little little ADJ JJ 2 obj
                  , , PUNCT , 5 punct
                  undercutting undercut VERB VBG 2 advcl
                  Bolt Bolt PROPN NNP 5 obj)",
               "undercut") == "subject Acme, object Bolt");
}

TEST_CASE("a noun knows whom it describes and whose it is", "[relation][clause]") {
    CHECK(said(R"(Ana Ana PROPN NNP 0 root
                  , , PUNCT , 4 punct
                  the the DET DT 4 det
                  head head NOUN NN 1 appos
                  of of ADP IN 6 case
                  Acme Acme PROPN NNP 4 nmod)",
               "head", ClauseKind::noun) == "self Ana, of Acme");
    CHECK(said(R"(Acme Acme PROPN NNP 3 compound
                  chief chief ADJ JJ 3 amod
                  executive executive NOUN NN 4 nmod:desc
                  Ana Ana PROPN NNP 0 root
                  Roe Roe PROPN NNP 4 flat)",
               "executive", ClauseKind::noun) == "self Ana, modifier Acme, modifier chief");
    CHECK(said(R"(Acme Acme PROPN NNP 4 nsubj
                  is be AUX VBZ 4 cop
                  a a DET DT 4 det
                  rival rival NOUN NN 0 root
                  of of ADP IN 6 case
                  Bolt Bolt PROPN NNP 4 nmod)",
               "rival", ClauseKind::noun) == "self Acme, of Bolt");
    CHECK(said(R"(Its its PRON PRP$ 3 nmod:poss
                  biggest big ADJ JJS 3 amod
                  rival rival NOUN NN 5 nsubj
                  is be AUX VBZ 5 cop
                  Acme Acme PROPN NNP 0 root)",
               "rival", ClauseKind::noun) == "self Acme, possessor Its, modifier biggest");
    CHECK(said(R"(rivals rival NOUN NNS 0 root
                  such such ADJ JJ 4 case
                  as as ADP IN 2 fixed
                  Acme Acme PROPN NNP 1 nmod)",
               "rival", ClauseKind::noun) == "self Acme, such as Acme");
}

TEST_CASE("a doing told as a noun keeps its parts, and a light verb lends it a subject",
          "[relation][clause]") {
    CHECK(said(R"(its its PRON PRP$ 2 nmod:poss
                  acquisition acquisition NOUN NN 0 root
                  of of ADP IN 4 case
                  Bolt Bolt PROPN NNP 2 nmod)",
               "acquisition", ClauseKind::noun) == "possessor its, of Bolt");
    CHECK(said(R"(Acme Acme PROPN NNP 2 nsubj
                  made make VERB VBD 0 root
                  an a DET DT 4 det
                  investment investment NOUN NN 2 obj
                  in in ADP IN 6 case
                  Bolt Bolt PROPN NNP 4 nmod)",
               "investment", ClauseKind::noun) == "subject Acme, in Bolt");
}

TEST_CASE("what is compared is an argument", "[relation][clause]") {
    CHECK(said(R"(Lux Lux PROPN NNP 3 nsubj
                  is be AUX VBZ 3 cop
                  cheaper cheap ADJ JJR 0 root
                  than than ADP IN 5 case
                  Sol Sol PROPN NNP 3 obl)",
               "cheap", ClauseKind::adjective) == "subject Lux, than Sol");
    CHECK(said(R"(Lux Lux PROPN NNP 2 nsubj
                  scores score VERB VBZ 0 root
                  61% 61% NUM CD 2 obj
                  on on ADP IN 5 case
                  Quiz Quiz PROPN NNP 2 obl
                  , , PUNCT , 7 punct
                  ahead ahead ADV RB 2 advmod
                  of of ADP IN 9 case
                  Sol Sol PROPN NNP 7 obl)",
               "ahead", ClauseKind::adjective) == "subject Lux, of Sol, on Quiz");
    CHECK(said(R"(Lux Lux PROPN NNP 2 nsubj
                  costs cost VERB VBZ 0 root
                  less less ADJ JJR 2 obj
                  than than ADP IN 5 case
                  Sol Sol PROPN NNP 3 obl)",
               "cost") == "subject Lux, object less, than Sol");
}

TEST_CASE("a fronted phrase belongs to all verbs that follow", "[relation][clause]") {
    const char* const lines = R"(On on ADP IN 2 case
                                 Quiz Quiz PROPN NNP 5 obl
                                 , , PUNCT , 5 punct
                                 Lux Lux PROPN NNP 5 nsubj
                                 leads lead VERB VBZ 0 root
                                 and and CCONJ CC 8 cc
                                 Sol Sol PROPN NNP 8 nsubj
                                 trails trail VERB VBZ 5 conj)";
    CHECK(said(lines, "lead") == "subject Lux, on Quiz");
    CHECK(said(lines, "trail") == "subject Sol, on Quiz");
}

TEST_CASE("the place of something is said by a copula", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 4 nsubj
                  is be AUX VBZ 4 cop
                  in in ADP IN 4 case
                  Rome Rome PROPN NNP 0 root)",
               "be", ClauseKind::copula) == "subject Acme, in Rome");
}

TEST_CASE("a particle belongs to the verb's lemma", "[relation][clause]") {
    CHECK(said(R"(Ana Ana PROPN NNP 2 nsubj
                  set set VERB VBD 0 root
                  up up ADP RP 2 compound:prt
                  Acme Acme PROPN NNP 2 obj)",
               "set up") == "subject Ana, object Acme");
}

TEST_CASE("a sentence of ten thousand tokens is read in a moment", "[relation][clause][bounds]") {
    // One verb with a list of five thousand objects, each the conjunct of the one before.
    std::string lines = "Acme Acme PROPN NNP 2 nsubj\nbought buy VERB VBD 0 root\n";
    lines += "B B PROPN NNP 2 obj\n";
    for (int i = 4; i < 10000; i += 2)
        lines += ", , PUNCT , " + std::to_string(i + 1) + " punct\nC C PROPN NNP " + std::to_string(i - 1) +
                 " conj\n";
    const AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    const Dependents dependents(analysis);
    const std::vector<Clause> clauses = find_clauses(analysis, dependents);
    REQUIRE(!clauses.empty());
    CHECK(coordinated(analysis, dependents, 2).size() == max_members);
    CHECK(phrase_of(analysis, dependents, 2).size() == 1);
}

TEST_CASE("verbs nested a thousand deep are read in a moment", "[relation][clause][bounds]") {
    std::string lines = "Acme Acme PROPN NNP 2 nsubj\nwants want VERB VBZ 0 root\n";
    for (int i = 3; i < 4000; i += 2)
        lines += "to to PART TO " + std::to_string(i + 1) + " mark\nwant want VERB VB " +
                 std::to_string(i - 1) + " xcomp\n";
    const AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    const std::vector<Clause> clauses = find_clauses(analysis, Dependents(analysis));
    CHECK(std::ranges::all_of(clauses, [](const Clause& clause) {
        return std::ranges::any_of(clause.arguments, [](const Argument& argument) {
            return argument.role == Role::subject || argument.role == Role::self;
        });
    }));
}

TEST_CASE("who is fined for a deed has done it", "[relation][clause]") {
    CHECK(said(R"(Court Court PROPN NNP 2 nsubj
                  fined fine VERB VBD 0 root
                  Acme Acme PROPN NNP 2 obj
                  for for SCONJ IN 5 mark
                  copying copy VERB VBG 2 advcl
                  Bolt Bolt PROPN NNP 5 obj)",
               "copy") == "subject Acme, object Bolt");
    CHECK(said(R"(Court Court PROPN NNP 2 nsubj
                  met meet VERB VBD 0 root
                  Acme Acme PROPN NNP 2 obj
                  before before SCONJ IN 5 mark
                  copying copy VERB VBG 2 advcl
                  Bolt Bolt PROPN NNP 5 obj)",
               "copy") == "subject Court, object Bolt");
}

TEST_CASE("a title before a name has the phrase right behind the name", "[relation][clause]") {
    CHECK(said(R"(minister minister NOUN NN 2 nmod:desc
                  Roe Roe PROPN NNP 5 nsubj
                  of of ADP IN 4 case
                  Borealia Borealia PROPN NNP 2 nmod
                  left leave VERB VBD 0 root)",
               "minister", ClauseKind::noun) == "self Roe, of Borealia");
}

TEST_CASE("a name before a compound of nouns modifies the whole", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 6 nsubj
                  is be AUX VBZ 6 cop
                  a a DET DT 6 det
                  Turku Turku PROPN NNP 5 compound
                  pressure pressure NOUN NN 6 compound
                  group group NOUN NN 0 root)",
               "group", ClauseKind::noun) == "self Acme, modifier pressure, modifier Turku");
}

TEST_CASE("of two objects the second is what the first is called", "[relation][clause]") {
    CHECK(said(R"(Roe Roe PROPN NNP 2 nsubj
                  called call VERB VBD 0 root
                  Acme Acme PROPN NNP 2 obj
                  a a DET DT 5 det
                  disgrace disgrace NOUN NN 2 obj)",
               "call") == "subject Roe, object Acme, complement disgrace");
}

TEST_CASE("who leaves one body to join another does both", "[relation][clause]") {
    CHECK(said(R"(Ana Ana PROPN NNP 2 nsubj
                  quit quit VERB VBD 0 root
                  Acme Acme PROPN NNP 2 obj
                  to to PART TO 5 mark
                  join join VERB VB 2 xcomp
                  Bolt Bolt PROPN NNP 5 obj)",
               "join") == "subject Ana, object Bolt");
    CHECK(said(R"(Ana Ana PROPN NNP 2 nsubj
                  left leave VERB VBD 0 root
                  Acme Acme PROPN NNP 2 obj
                  after after ADP IN 6 case
                  12 12 NUM CD 6 nummod
                  years year NOUN NNS 2 obl
                  to to PART TO 8 mark
                  lead lead VERB VB 6 acl
                  Bolt Bolt PROPN NNP 8 obj)",
               "lead") == "subject Ana, object Bolt");
}

TEST_CASE("a win after which a side goes on is the side's", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 2 nsubj
                  advanced advance VERB VBD 0 root
                  after after ADP IN 5 case
                  a a DET DT 5 det
                  win win NOUN NN 2 obl
                  over over ADP IN 7 case
                  Bolt Bolt PROPN NNP 5 nmod)",
               "win", ClauseKind::noun) == "possessor Acme, over Bolt");
}

TEST_CASE("what is warned of is the subject of what might be", "[relation][clause]") {
    CHECK(said(R"(Acme Acme PROPN NNP 2 nsubj
                  warned warn VERB VBD 0 root
                  that that SCONJ IN 6 mark
                  Bolt Bolt PROPN NNP 6 nsubj
                  would would AUX MD 6 aux
                  fail fail VERB VB 2 ccomp)",
               "warn") == "subject Acme, clause that Bolt");
}

TEST_CASE("what is done after a year is done by who left then", "[relation][clause]") {
    CHECK(said(R"(Ana Ana PROPN NNP 2 nsubj
                  left leave VERB VBD 0 root
                  Acme Acme PROPN NNP 2 obj
                  in in ADP IN 5 case
                  2019 2019 NUM CD 2 obl
                  to to PART TO 7 mark
                  found found VERB VB 5 acl
                  Bolt Bolt PROPN NNP 7 obj)",
               "found") == "subject Ana, object Bolt");
}
