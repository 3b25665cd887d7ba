#include "ingest/language/tree_mends.hpp"

#include <catch2/catch.hpp>

#include "tests/ingest/entity/trees.hpp"

using namespace newsgraph;

namespace {

Analysis mended(const char* sentence) {
    AnnotatedText text = trees({sentence});
    mend_trees(text.analysis);
    return text.analysis;
}

}  // namespace

TEST_CASE("It is the subject of a passive verb with an infinitive, and holds a place before a clause") {
    const Analysis raised = mended(
        "It=it/PRON/PRP/3/expl is=be/AUX/VBZ/3/aux:pass said=say/VERB/VBN/0/root to/PART/TO/6/mark "
        "be/AUX/VB/6/cop cheap/ADJ/JJ/3/xcomp");
    CHECK(raised.tokens[0].deprel == Deprel::nsubj_pass);

    const Analysis placeholder = mended(
        "It=it/PRON/PRP/3/expl is=be/AUX/VBZ/3/aux:pass said=say/VERB/VBN/0/root that/SCONJ/IN/7/mark "
        "Lux/PROPN/NNP/7/nsubj is=be/AUX/VBZ/7/cop cheap/ADJ/JJ/3/ccomp");
    CHECK(placeholder.tokens[0].deprel == Deprel::expl);
}

TEST_CASE("A lone word between a verb and its object belongs to the object") {
    const Analysis rival = mended(
        "Brandt/PROPN/NNP/2/nsubj sued=sue/VERB/VBD/0/root rival/ADJ/JJ/2/xcomp Ostby/PROPN/NNP/5/compound "
        "Group/PROPN/NNP/2/obj");
    CHECK(rival.tokens[2].head == 4);
    CHECK(rival.tokens[2].deprel == Deprel::amod);

    const Analysis predicate =
        mended("Fire/NOUN/NN/2/nsubj left=leave/VERB/VBD/0/root Ostby/PROPN/NNP/2/obj poor/ADJ/JJ/2/xcomp");
    CHECK(predicate.tokens[3].deprel == Deprel::xcomp);

    const Analysis phrase = mended(
        "They=they/PRON/PRP/2/nsubj made=make/VERB/VBD/0/root public/ADJ/JJ/2/xcomp the/DET/DT/5/det "
        "report/NOUN/NN/2/obj");
    CHECK(phrase.tokens[2].deprel == Deprel::xcomp);
}

TEST_CASE("It may be somebody who is in something") {
    const Analysis talks =
        mended("It=it/PRON/PRP/4/expl was=be/AUX/VBD/4/cop in/ADP/IN/4/case talks=talk/NOUN/NNS/0/root");
    CHECK(talks.tokens[0].deprel == Deprel::nsubj);
}

TEST_CASE("A preposition has neither subject nor copula") {
    const Analysis against = mended(
        "Brandt/PROPN/NNP/3/nsubj is=be/AUX/VBZ/3/cop up/ADP/IN/5/case against/ADP/IN/5/case "
        "Ostby/PROPN/NNP/0/root");
    CHECK(against.tokens[0].head == 4);
    CHECK(against.tokens[1].head == 4);
}

TEST_CASE("A capitalised word between commas behind a noun is its name, where no circle comes of it") {
    const char* const sentence =
        "The/DET/DT/2/det app/NOUN/NN/7/nsubj ,/PUNCT/,/4/punct Nimbly/ADV/RB/7/advmod ,/PUNCT/,/4/punct "
        "is=be/AUX/VBZ/7/cop free/ADJ/JJ/0/root";
    const Analysis app = mended(sentence);
    CHECK(app.tokens[3].upos == Upos::propn);
    CHECK(app.tokens[3].head == 1);
    CHECK(app.tokens[3].deprel == Deprel::appos);

    const Analysis circle = mended(
        "The/DET/DT/2/det app/NOUN/NN/6/nsubj ,/PUNCT/,/4/punct Nimbly/ADV/RB/0/root ,/PUNCT/,/4/punct "
        "free/ADJ/JJ/4/conj");
    CHECK(circle.tokens[3].head == no_token);
}

TEST_CASE("Of two subjects side by side the name stands beside the other") {
    const Analysis chair = mended(
        "The/DET/DT/2/det chairman/NOUN/NN/8/nsubj of/ADP/IN/4/case Brandt/PROPN/NNP/2/nmod "
        ",/PUNCT/,/6/punct "
        "Ana/PROPN/NNP/8/nsubj ,/PUNCT/,/6/punct left=leave/VERB/VBD/0/root");
    CHECK(chair.tokens[5].head == 1);
    CHECK(chair.tokens[5].deprel == Deprel::appos);

    const Analysis apart =
        mended("The/DET/DT/2/det chairman/NOUN/NN/4/nsubj now/ADV/RB/4/advmod left=leave/VERB/VBD/0/root");
    CHECK(apart.tokens[1].deprel == Deprel::nsubj);
}

TEST_CASE("What modifies a noun is no adverb") {
    const Analysis only = mended("An/DET/DT/3/det only/ADV/RB/3/amod child/NOUN/NN/0/root");
    CHECK(only.tokens[1].upos == Upos::adj);
    CHECK(only.tokens[1].xpos == Xpos::jj);
}

TEST_CASE("Behind a comma a participle tells of the subject, not of what that is") {
    const Analysis beating = mended(
        "Lux/PROPN/NNP/4/nsubj is=be/AUX/VBZ/4/cop the/DET/DT/4/det best/ADJ/JJS/0/root +,/PUNCT/,/6/punct "
        "beating=beat/VERB/VBG/4/acl Zed/PROPN/NNP/6/obj");
    CHECK(beating.tokens[5].deprel == Deprel::advcl);

    const Analysis running = mended(
        "Lux/PROPN/NNP/4/nsubj is=be/AUX/VBZ/4/cop a/DET/DT/4/det model/NOUN/NN/0/root "
        "beating=beat/VERB/VBG/4/acl Zed/PROPN/NNP/5/obj");
    CHECK(running.tokens[4].deprel == Deprel::acl);
}

TEST_CASE("A comma before and closes a participle, and the list goes on from what that describes") {
    const Analysis two = mended(
        "Acme/PROPN/NNP/0/root +,/PUNCT/,/3/punct founded=found/VERB/VBN/1/acl by/ADP/IN/5/case "
        "Roe/PROPN/NNP/3/obl:agent +,/PUNCT/,/8/punct and/CCONJ/CC/8/cc Bolt/PROPN/NNP/5/conj");
    CHECK(two.tokens[7].head == 0);

    const Analysis founders = mended(
        "Acme/PROPN/NNP/0/root +,/PUNCT/,/3/punct founded=found/VERB/VBN/1/acl by/ADP/IN/5/case "
        "Roe/PROPN/NNP/3/obl:agent and/CCONJ/CC/7/cc Lind/PROPN/NNP/5/conj");
    CHECK(founders.tokens[6].head == 4);
}

TEST_CASE("A comma before and may close what is said of a founder") {
    const Analysis described = mended(
        "Acme/PROPN/NNP/0/root +,/PUNCT/,/3/punct founded=found/VERB/VBN/1/acl by/ADP/IN/5/case "
        "Roe/PROPN/NNP/3/obl:agent +,/PUNCT/,/8/punct an=a/DET/DT/8/det engineer/NOUN/NN/5/appos "
        "+,/PUNCT/,/11/punct and/CCONJ/CC/11/cc Lind/PROPN/NNP/5/conj");
    CHECK(described.tokens[10].head == 4);
}
