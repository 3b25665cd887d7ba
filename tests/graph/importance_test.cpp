#include "graph/importance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

/// A hub with many spokes, a smaller one joined to it, and pairs on their own.
KnowledgeGraph hubs() {
    sample::Article article("a", "x");
    const auto join = [&](EntityId a, EntityId b) { article.claim(a, "uses", b, "x"); };
    std::vector<EntityId> all;
    for (const char* name :
         {"Hub", "Smaller hub", "s1", "s2", "s3", "s4", "t1", "t2", "Pair a", "Pair b", "Alone"})
        all.push_back(article.entity(name, "organization"));
    for (int i = 2; i <= 5; ++i) join(all[0], all[static_cast<std::size_t>(i)]);
    for (int i = 6; i <= 7; ++i) join(all[1], all[static_cast<std::size_t>(i)]);
    join(all[0], all[1]);
    join(all[8], all[9]);
    KnowledgeGraph graph;
    graph.add(article.extraction());
    return graph;
}

std::vector<std::string> names(const KnowledgeGraph& graph, std::size_t count) {
    std::vector<std::string> names;
    for (const EntityId id : most_important(graph, count)) names.emplace_back(graph.entity(id).name);
    return names;
}

}  // namespace

TEST_CASE("The best connected and those that join them come first", "[graph][importance]") {
    const KnowledgeGraph graph = hubs();
    CHECK(names(graph, 2) == std::vector<std::string>{"Hub", "Smaller hub"});
    CHECK(names(graph, 4) == std::vector<std::string>{"Hub", "Smaller hub", "s1", "s2"});
}

TEST_CASE("Whoever has no relation is never important", "[graph][importance]") {
    const KnowledgeGraph graph = hubs();
    CHECK(names(graph, 100).size() == 10);
    CHECK(names(graph, 0).empty());
    CHECK(names(KnowledgeGraph(), 5).empty());
}

TEST_CASE("Of two that belong together never one is taken alone", "[graph][importance]") {
    const KnowledgeGraph graph = hubs();
    for (std::size_t count = 2; count <= 10; ++count) {
        CAPTURE(count);
        const std::vector<std::string> chosen = names(graph, count);
        const auto has = [&](const std::string& name) {
            return std::find(chosen.begin(), chosen.end(), name) != chosen.end();
        };
        CHECK(has("Pair a") == has("Pair b"));
        CHECK(chosen.size() <= count);
    }
}
