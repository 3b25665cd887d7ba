#include "graph/merge.hpp"

#include <catch2/catch.hpp>

#include "tests/graph/sample.hpp"

using namespace newsgraph;
using namespace newsgraph::sample;

namespace {

/// How many entities two documents with one entity each make.
std::size_t entities_of(const Entity& first, const Entity& second) {
    KnowledgeGraph graph;
    graph.add({{"first", "", "", ""}, {first}, {}});
    graph.add({{"second", "", "", ""}, {second}, {}});
    return graph.entities().size();
}

}  // namespace

TEST_CASE("Entities of two documents are one if one's name is a name of the other and the types agree",
          "[graph][merge]") {
    const Entity meta{"Boreal Labs", "organization", {"Boreal"}, {}};
    CHECK(entities_of(meta, {"Boreal Labs", "organization", {}, {}}) == 1);
    CHECK(entities_of(meta, {"the BOREAL LABS", "organization", {}, {}}) == 1);
    CHECK(entities_of(meta, {"Boreal", "organization", {}, {}}) == 1);
    CHECK(entities_of({"Boreal", "organization", {}, {}}, meta) == 1);
    CHECK(entities_of(meta, {"Boreal Labs", "model", {}, {}}) == 2);
    CHECK(entities_of(meta, {"Boreal Foods", "organization", {"Boreal"}, {}}) == 2);
    CHECK(entities_of({"John Smith", "person", {"Smith"}, {}}, {"Ann Smith", "person", {"Smith"}, {}}) == 2);
}

TEST_CASE("Where a name fits two entities, the one with that canonical name is meant, or none",
          "[graph][merge]") {
    KnowledgeGraph graph;
    graph.add({{"a", "", "", ""},
               {{"John Smith", "person", {"Smith"}, {}}, {"Ann Smith", "person", {"Smith"}, {}}},
               {}});
    graph.add({{"b", "", "", ""}, {{"Smith", "person", {}, {}}}, {}});
    CHECK(graph.entities().size() == 3);
    graph.add({{"c", "", "", ""}, {{"Smith", "person", {}, {}}}, {}});
    CHECK(graph.entities().size() == 3);
}

TEST_CASE("Entities of one document are one only if they have one name and type", "[graph][merge]") {
    KnowledgeGraph graph;
    graph.add({{"a", "", "", ""}, {{"Boreal Labs", "organization", {"Boreal"}, {}}}, {}});
    // "Boreal" alone would be Boreal Labs, but this text tells them apart, whichever it names first.
    graph.add({{"b", "", "", ""},
               {{"Boreal", "organization", {}, {{0, 1}}}, {"Boreal Labs", "organization", {}, {{2, 1}}}},
               {}});
    REQUIRE(graph.entities().size() == 2);
    CHECK(graph.entity(EntityId{0}).mentions == 1);
    graph.add(
        {{"c", "", "", ""}, {{"Cobalt", "model", {}, {{0, 1}}}, {"cobalt's", "model", {}, {{2, 1}}}}, {}});
    REQUIRE(graph.entities().size() == 3);
    CHECK(graph.entity(EntityId{2}).mentions == 2);
}

TEST_CASE("Phrases of two documents are two", "[graph][merge]") {
    CHECK(entities_of({"a deal", phrase_type, {}, {}}, {"a deal", phrase_type, {}, {}}) == 2);
}

TEST_CASE("The fuller name is canonical, whichever document comes first", "[graph][merge]") {
    const Entity full{"Boreal Labs", "organization", {"Boreal"}, {{0, 1}}};
    const Entity brief{"Boreal", "organization", {"BRL"}, {{0, 1}, {2, 3}}};
    const auto [first, second] = GENERATE_COPY(table<Entity, Entity>({{full, brief}, {brief, full}}));
    KnowledgeGraph graph;
    graph.add({{"first", "", "", ""}, {first}, {}});
    graph.add({{"second", "", "", ""}, {second}, {}});
    REQUIRE(graph.entities().size() == 1);
    const EntityView entity = graph.entity(EntityId{0});
    CHECK(entity.name == "Boreal Labs");
    CHECK(entity.mentions == 3);
    CHECK(std::vector(entity.aliases.begin(), entity.aliases.end()) ==
          std::vector<std::string_view>{"Boreal", "BRL"});
    for (const char* name : {"Boreal Labs", "Boreal", "BRL"})
        CHECK(graph.find(name) == std::vector{EntityId{0}});
}
