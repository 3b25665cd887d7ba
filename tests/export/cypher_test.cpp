#include "export/cypher.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("A Cypher literal ends where it should", "[export][cypher]") {
    CHECK(cypher_quoted("it's") == R"('it\'s')");
    CHECK(cypher_quoted(R"(a\)") == R"('a\\')");
    CHECK(cypher_quoted(R"(\u0027)") == R"('\\u0027')");
    CHECK(cypher_quoted("two\r\n\tlines") == R"('two\r\n\tlines')");
    CHECK(cypher_quoted(std::string_view("\0\x1f\x7f", 3)) == R"('\u0000\u001F\u007F')");
    CHECK(cypher_quoted("Caf\xE9 é") == "'Caf\uFFFD é'");
}

TEST_CASE("A Cypher name can't be left by what it says", "[export][cypher]") {
    CHECK(cypher_name("competes-with") == "`competes-with`");
    CHECK(cypher_name("a`b") == "`a``b`");
    CHECK(cypher_name("") == "`unnamed`");
    CHECK(cypher_name(R"(\u0060)") == "`\uFF3Cu0060`");
    CHECK(cypher_name(std::string_view("\0\n", 2)) == "`\u2400\u240A`");
}

TEST_CASE("A Cypher script merges entities and relations by their ids", "[export][cypher]") {
    sample::Article article("a", "Boreal bought Cobalt.");
    const EntityId boreal = article.entity("Boreal", "organization", {"Boreal Labs"});
    const EntityId cobalt = article.entity("Cobalt", "organization");
    article.claim(boreal, "acquires", cobalt, "Boreal bought Cobalt").attributed_to = "Ember";
    KnowledgeGraph graph;
    graph.add(article.extraction());
    std::ostringstream out;
    write_cypher(graph, out);
    CHECK(out.str() ==
          R"(CREATE CONSTRAINT newsgraph_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
MERGE (n:Entity {id: 'e0'}) SET n += {name: 'Boreal', type: 'organization', aliases: ['Boreal Labs'], mentions: 1}, n:`organization`;
MERGE (n:Entity {id: 'e1'}) SET n += {name: 'Cobalt', type: 'organization', aliases: [], mentions: 1}, n:`organization`;
MATCH (a:Entity {id: 'e0'}), (b:Entity {id: 'e1'}) MERGE (a)-[r:`acquires` {id: 'r0'}]->(b) SET r += {type: 'acquires', open: false, inferred: false, modality: 'asserted', attribution: 'Ember', qualifiers: '{}', evidence: 'Boreal bought Cobalt', document: 'a', date: '', begin: 0, end: 20, sources: ['a'], inferred_from: []};
)");
}
