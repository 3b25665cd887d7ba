#include "graph/knowledge_graph.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "graph/boost_graph.hpp"
#include "graph/check.hpp"
#include "graph/error.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;
using namespace newsgraph::sample;
using Names = std::vector<std::string>;

TEST_CASE("A symmetric relation is one edge, whichever way round a text states it", "[graph]") {
    const KnowledgeGraph graph = rivals_graph();
    const auto found = graph.relations({.type = "competes-with"});
    REQUIRE(told(graph, found) == Names{"Boreal Labs competes-with Cobalt"});
    CHECK(graph.relation(found[0]).claims.size() == 2);
}

TEST_CASE("Two relations of different types between the same entities are two edges", "[graph]") {
    const KnowledgeGraph graph = rivals_graph();
    const auto found = graph.relations({.head = only(graph, "Boreal"), .tail = only(graph, "Aurora")});
    CHECK(told(graph, found) == Names{"Boreal Labs releases Aurora", "Boreal Labs develops Aurora"});
    CHECK(boost::num_edges(boost_graph(graph)) == graph.relations().size());
    CHECK(boost::num_vertices(boost_graph(graph)) == graph.entities().size());
}

TEST_CASE("An edge shows its firmest claim, who makes it, and the qualifiers of all", "[graph]") {
    const KnowledgeGraph graph = rivals_graph();
    const RelationView relation = graph.relation(graph.relations({.type = "outperforms-on"}).at(0));
    CHECK(relation.modality == Modality::reported);
    CHECK(relation.attributed_to == "Ember");
    CHECK(graph.qualifiers(relation.id) ==
          std::vector<QualifierView>{{"on", "code", ""}, {"on", "long tasks", ""}});
}

TEST_CASE("Of two claims equally firm an edge shows the stated one", "[graph]") {
    Article article("a", "Boreal bought Cobalt. Cobalt is Boreal's.");
    const EntityId boreal = article.entity("Boreal", "organization");
    const EntityId cobalt = article.entity("Cobalt", "organization");
    article.claim(boreal, "acquires", cobalt, "Boreal bought Cobalt");
    Claim& derived = article.claim(cobalt, "part-of", boreal, "Boreal bought Cobalt");
    derived.inferred = true;
    derived.inferred_from = {0};
    derived.attributed_to = "nobody";
    article.claim(cobalt, "part-of", boreal, "Cobalt is Boreal's");
    KnowledgeGraph graph;
    graph.add(article.extraction());
    const RelationView relation = graph.relation(graph.relations({.type = "part-of"}).at(0));
    CHECK(relation.attributed_to.empty());
    CHECK_FALSE(relation.inferred);
}

TEST_CASE("Qualifiers of one name stand together, each once", "[graph]") {
    Article article("a", "x");
    const EntityId x = article.entity("x", "product");
    article.claim(x, "uses", x, "x").qualifiers = {
        {"on", "a", ""}, {"date", "b", ""}, {"on", "c", ""}, {"date", "b", ""}, {"date", "b", "2026"}};
    KnowledgeGraph graph;
    graph.add(article.extraction());
    const auto qualifiers = graph.claim(ClaimId{0}).qualifiers;
    CHECK(std::vector(qualifiers.begin(), qualifiers.end()) ==
          std::vector<QualifierView>{
              {"on", "a", ""}, {"on", "c", ""}, {"date", "b", ""}, {"date", "b", "2026"}});
}

TEST_CASE("An entity is found by any of its names, however they are typed", "[graph][names]") {
    const KnowledgeGraph graph = rivals_graph();
    const std::string name =
        GENERATE("Boreal Labs", "Boreal", "boreal", "BOREAL LABS", "the Boreal's", "bóreal-labs");
    CAPTURE(name);
    CHECK(graph.find(name) == std::vector{EntityId{0}});
}

TEST_CASE("A name that several entities have finds the exact ones, the most mentioned first",
          "[graph][names]") {
    KnowledgeGraph graph;
    const EntityId city = graph.add_entity("Phoenix", "place", {}, 2);
    const EntityId model = graph.add_entity("Phoenix", "model", {}, 5);
    const EntityId band = graph.add_entity("PHOENIX", "organization", {}, 9);
    const EntityId phrase = graph.add_entity("phoenix", phrase_type, {}, 20);
    CHECK(graph.find("Phoenix") == std::vector{model, city});
    CHECK(graph.find("PHOENIX") == std::vector{band});
    CHECK(graph.find("the Phoenix") == std::vector{band, model, city, phrase});
    CHECK(graph.find("Phoenicia").empty());
}

TEST_CASE("A name that nothing has suggests the nearest", "[graph][names]") {
    KnowledgeGraph graph;
    graph.add_entity("Mark Lindqvist", "person", std::vector<std::string>{"Lindqvist"}, 3);
    graph.add_entity("Aurora", "model", {}, 3);
    graph.add_entity("Auroras", "organization", {}, 1);
    graph.add_entity("Lindquist deal", phrase_type, {}, 1);
    CHECK(graph.nearest_names("Lindquist") == std::vector<std::string>{"Lindqvist"});
    CHECK(graph.nearest_names("Mark") == std::vector<std::string>{"Mark Lindqvist"});
    CHECK(graph.nearest_names("aurorra") == std::vector<std::string>{"Aurora", "Auroras"});
    CHECK(graph.nearest_names("aurorra", 1) == std::vector<std::string>{"Aurora"});
    CHECK(graph.nearest_names("Zephyr").empty());
    CHECK(graph.nearest_names("").empty());
}

TEST_CASE("Relations are found by head, type and tail in any combination", "[graph]") {
    const KnowledgeGraph graph = rivals_graph();
    // What the indexes find is what a look at every relation finds.
    std::vector<std::optional<EntityId>> ends{std::nullopt};
    for (const EntityId id : graph.entities()) ends.push_back(id);
    std::vector<std::optional<std::string_view>> types{std::nullopt, "no-such-type"};
    for (const TypeCount& type : graph.relation_types({.open = true})) types.push_back(type.type);
    for (const auto& head : ends) {
        for (const auto& type : types) {
            for (const auto& tail : ends) {
                std::vector<RelationId> expected;
                for (const RelationId id : graph.relations()) {
                    const RelationView relation = graph.relation(id);
                    if ((!head || *head == relation.head) && (!type || *type == relation.type) &&
                        (!tail || *tail == relation.tail)) {
                        expected.push_back(id);
                    }
                }
                CHECK(graph.relations({head, type, tail, {.open = true}}) == expected);
            }
        }
    }
}

TEST_CASE("A filter leaves out open relations unless asked, and others if asked", "[graph]") {
    const KnowledgeGraph graph = rivals_graph();
    CHECK(graph.relations(RelationPattern{}).size() == 7);
    CHECK(graph.relations({.filter = {.open = true}}).size() == 8);
    CHECK(graph.relations({.filter = {.inferred = false}}).size() == 6);
    CHECK(told(graph, graph.relations({.filter = {.modalities = {Modality::negated}}})) ==
          Names{"Ember acquires Fjord"});
}

TEST_CASE("An id of another graph finds nothing", "[graph]") {
    CHECK(rivals_graph().relations({.head = EntityId{999}}).empty());
}

TEST_CASE("Names stay valid while the graph grows and when it moves", "[graph]") {
    KnowledgeGraph graph = rivals_graph();
    const std::string_view name = graph.entity(EntityId{0}).name;
    for (int i = 0; i < 10'000; ++i) graph.add_entity("entity " + std::to_string(i), "product", {}, 1);
    const KnowledgeGraph moved = std::move(graph);
    CHECK(name == "Boreal Labs");
    CHECK(moved.entity(EntityId{0}).name.data() == name.data());
}

// The invariants of the architecture.

TEST_CASE("Every edge has a claim, every claim a span, and the text has its words there",
          "[graph][invariant]") {
    Article article = rivals();
    KnowledgeGraph graph(symmetric_types());
    check(article.extraction(), article.text());
    graph.add(article.extraction());
    for (const RelationId id : graph.relations()) {
        CHECK_FALSE(graph.relation(id).claims.empty());
        for (const ClaimId claim : graph.relation(id).claims) CHECK(graph.claim(claim).relation == id);
    }
    for (const ClaimId id : graph.claims()) {
        const EvidenceView evidence = graph.claim(id).evidence;
        CHECK(article.text().substr(evidence.span.begin, evidence.span.size) == evidence.text);
    }
}

TEST_CASE("An edge that no text states is marked and names those that it follows from",
          "[graph][invariant]") {
    const KnowledgeGraph graph = rivals_graph();
    for (const RelationId id : graph.relations()) {
        CHECK(graph.relation(id).inferred == !graph.premises(id).empty());
    }
    const auto derived = graph.relations({.head = only(graph, "Boreal"), .type = "develops"});
    REQUIRE(derived.size() == 1);
    CHECK(told(graph, graph.premises(derived[0])) == Names{"Boreal Labs releases Aurora"});
}

TEST_CASE("Articles that contradict each other are both kept", "[graph][invariant]") {
    Article yes("yes", "Boreal bought Cobalt.");
    Article no("no", "Boreal did not buy Cobalt, Ember said.");
    for (Article* article : {&yes, &no}) {
        const EntityId boreal = article->entity("Boreal", "organization");
        const EntityId cobalt = article->entity("Cobalt", "organization");
        article->claim(boreal, "acquires", cobalt, article->text());
    }
    no.extraction().claims[0].modality = Modality::negated;
    no.extraction().claims[0].attributed_to = "Ember";
    KnowledgeGraph graph;
    graph.add(no.extraction());
    graph.add(yes.extraction());
    REQUIRE(graph.relations().size() == 1);
    const RelationView relation = graph.relation(RelationId{0});
    CHECK(relation.modality == Modality::asserted);
    REQUIRE(relation.claims.size() == 2);
    CHECK(graph.claim(relation.claims[0]).modality == Modality::negated);
    CHECK(graph.claim(relation.claims[0]).attributed_to == "Ember");
    CHECK(graph.document(graph.claim(relation.claims[1]).evidence.document).id == "yes");
}

TEST_CASE("What contradicts itself is refused, and the graph stays as it was", "[graph][invariant]") {
    const auto [spoil, message] = GENERATE(table<void (*)(Extraction&), std::string>({
        {[](Extraction& e) { e.claims[1].head = EntityId{99}; },
         "claim 1: head or tail is not in the table of entities"},
        {[](Extraction& e) { e.claims[2].type.clear(); }, "claim 2: type is empty"},
        {[](Extraction& e) { e.entities[0].name = "Caf\xE9"; }, "entity 0: name is not UTF-8"},
        {[](Extraction& e) { e.claims[0].evidence.document = "other"; },
         "evidence is of another document, \"other\""},
        {[](Extraction& e) { e.claims[0].evidence.span.size += 1; }, "evidence is not as long as its span"},
        {[](Extraction& e) { e.claims[0].inferred = true; }, "is inferred, but not said from which claims"},
        {[](Extraction& e) { e.claims[0].inferred_from = {1}; }, "but is not marked as inferred"},
        {[](Extraction& e) { e.claims[8].inferred_from = {99}; },
         "is inferred from claim 99, which can't be"},
    }));
    CAPTURE(message);
    Article article = rivals();
    spoil(article.extraction());
    KnowledgeGraph graph;
    CHECK_THROWS_WITH(graph.add(article.extraction()),
                      Catch::Contains("rivals: ") && Catch::Contains(message));
    CHECK(graph.entities().size() == 0);
    CHECK(graph.documents().size() == 0);
}

TEST_CASE("Evidence that the text doesn't have is found out", "[graph][invariant]") {
    Article article = rivals();
    CHECK_THROWS_WITH(check(article.extraction(), "short"), Catch::Contains("lies beyond the text"));
    std::string other = article.text();
    other[3] = 'X';
    CHECK_THROWS_WITH(check(article.extraction(), other),
                      Catch::Contains("is not what the text says at its span"));
}

TEST_CASE("A document is added once", "[graph]") {
    KnowledgeGraph graph = rivals_graph();
    CHECK_THROWS_WITH(graph.add(rivals().extraction()),
                      "rivals: the graph has a document of this id already; add each document once, under an "
                      "id of its own");
    CHECK(graph.find_document("rivals") == DocumentId{0});
    CHECK_FALSE(graph.find_document("other"));
}

TEST_CASE("A path of a file may hold any bytes", "[graph]") {
    Article article = rivals();
    article.extraction().document.source = "/news/caf\xE9.txt";
    KnowledgeGraph graph;
    CHECK(graph.document(graph.add(article.extraction())).source == "/news/caf\uFFFD.txt");
}

TEST_CASE("The same additions make the same graph", "[graph][invariant]") {
    const KnowledgeGraph a = rivals_graph(), b = rivals_graph();
    REQUIRE(a.relations().size() == b.relations().size());
    for (const RelationId id : a.relations()) CHECK(told(a, id) == told(b, id));
}
