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
