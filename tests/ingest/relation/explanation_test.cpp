#include "ingest/relation/explanation.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ingest/relation/ontology.hpp"
#include "tests/ingest/relation/tree.hpp"

using namespace newsgraph;

namespace {

const Ontology& news() {
    static const Ontology ontology = Ontology::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/news.json");
    return ontology;
}

/// The explanation of HEAD TYPE TAIL in that tree, whose names are entities of their own.
Explanation explained(std::string_view lines, const std::string& head, std::string_view type,
                      const std::string& tail) {
    const AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    Document document;
    document.text = text.text;
    Entities entities;
    EntityId ids[2] = {};
    for (const NameTag& tag : analysis.names) {
        const std::string form(analysis.quote(tag.tokens));
        const EntityId id = entities.add(analysis, form, tag.type, tag.tokens, tag.tokens.begin);
        if (form == head) ids[0] = id;
        if (form == tail) ids[1] = id;
    }
    Explanation result;
    find_claims(document, analysis, entities, news(), [&](const ClaimTrace& trace) {
        result = explain(trace, ids[0], *trace.reading.ontology.relation(type), ids[1]);
    });
    return result;
}

constexpr std::string_view purchase = R"(Acme Acme PROPN NNP 3 nsubj organization
                                         may may AUX MD 3 aux
                                         buy buy VERB VB 0 root
                                         Bolt Bolt PROPN NNP 3 obj organization)";

}  // namespace

TEST_CASE("a claim is explained by its clause, its trigger, its arguments and its hedge",
          "[relation][explain]") {
    const Explanation told = explained(purchase, "Acme", "acquires", "Bolt");
    REQUIRE(told.claims.size() == 1);
    const ClaimExplanation& claim = told.claims.front();
    CHECK(claim.index == 0);
    CHECK(claim.claim == "Acme acquires Bolt: possible");
    CHECK(claim.modality == "\"may\" makes it possible");
    CHECK(claim.attribution.empty());
    REQUIRE(claim.triggers.size() == 1);
    CHECK(claim.triggers[0].clause == "buy (verb): subject \"Acme\", object \"Bolt\"");
    CHECK(claim.triggers[0].trigger.starts_with("verb \"buy\" of acquires: head at subject; tail at object"));
    REQUIRE(claim.triggers[0].arguments.size() == 2);
    CHECK(claim.triggers[0].arguments[1].steps.front() == "\"Bolt\" (sentence 1): the name itself");
    CHECK(told.near_misses.empty());
}

TEST_CASE("what is not there is explained by the triggers that came near", "[relation][explain]") {
    SECTION("a place of the clause that is empty") {
        const Explanation told = explained(R"(Acme Acme PROPN NNP 2 nsubj organization
                                              bought buy VERB VBD 0 root
                                              lunch lunch NOUN NN 2 obj
                                              near near ADP IN 5 case
                                              Bolt Bolt PROPN NNP 2 obl organization)",
                                           "Acme", "acquires", "Bolt");
        CHECK(told.claims.empty());
        REQUIRE_FALSE(told.near_misses.empty());
        CHECK(told.near_misses[0].outcome == "no organization is found at object, of");
    }
    SECTION("a condition that the trigger has") {
        const Explanation told = explained(R"(Acme Acme PROPN NNP 2 nsubj organization
                                              bought buy VERB VBD 0 root
                                              a a DET DT 4 det
                                              stake stake NOUN NN 2 obj
                                              of of ADP IN 6 case
                                              Bolt Bolt PROPN NNP 2 obl organization)",
                                           "Acme", "acquires", "Bolt");
        CHECK(told.claims.empty());
        REQUIRE_FALSE(told.near_misses.empty());
        CHECK(told.near_misses[0].outcome.starts_with("the trigger excludes stake"));
    }
    SECTION("types that the relation doesn't join") {
        const Explanation told = explained(purchase, "Acme", "leads", "Bolt");
        REQUIRE(told.notes.size() == 2);
        CHECK(told.notes[0] == "Acme is taken for: organization, but the head of leads is one of: person");
        CHECK(told.notes[1].starts_with("sentence 1 speaks of both, but none of its words evokes leads"));
    }
    SECTION("the other direction") {
        const Explanation told = explained(purchase, "Bolt", "acquires", "Acme");
        REQUIRE_FALSE(told.notes.empty());
        CHECK(told.notes[0] == "the other way round it holds: Acme acquires Bolt: possible");
    }
}
