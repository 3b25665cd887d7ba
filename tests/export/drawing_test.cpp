#include "export/drawing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::vector<std::string> all_words(const Drawing& drawing) {
    std::vector<std::string> words;
    for (const DrawnRelation& relation : drawing.relations)
        for (const DrawnWords& line : relation.words) words.push_back(line.words);
    return words;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

TEST_CASE("A drawing has a legend of what is on it, and only of that", "[export][drawing]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const Drawing drawing = drawing_of(graph);
    CHECK(drawing.types == std::vector<std::string_view>{"model", "organization"});
    std::vector<std::string_view> meanings;
    for (const EdgeLook* look : drawing.looks) meanings.push_back(look->meaning);
    CHECK(meanings == std::vector<std::string_view>{"stated", "reported, claimed or possible",
                                                    "said not to be so", "inferred"});
    CHECK(drawing_of(graph, {.legend = false}).types.empty());
}

TEST_CASE("Where all is stated, the legend does not tell lines apart", "[export][drawing]") {
    KnowledgeGraph graph;
    sample::Article article("a", "Boreal owns Cobalt.");
    article.claim(article.entity("Boreal", "organization"), "develops", article.entity("Cobalt", "product"),
                  "Boreal owns Cobalt");
    graph.add(article.extraction());
    CHECK(drawing_of(graph).looks.empty());
    CHECK(drawing_of(graph).types.size() == 2);
}

TEST_CASE("In a drawing long names are wrapped, and entities without a relation left out",
          "[export][drawing]") {
    KnowledgeGraph graph = sample::rivals_graph();
    graph.add_entity("The Organization for the Advancement of Wrapped Lines", "organization", {}, 1);
    const std::size_t without = drawing_of(graph).entities.size();
    const Drawing with = drawing_of(graph, {.isolated = true});
    REQUIRE(with.entities.size() == without + 1);
    CHECK(with.entities.back().lines ==
          std::vector<std::string>{"The Organization for", "the Advancement of", "Wrapped Lines"});
}

TEST_CASE("In a drawing relations of two entities that look alike share a line", "[export][drawing]") {
    KnowledgeGraph graph;
    sample::Article article("a", "Boreal owns, runs and perhaps sells Cobalt.");
    const EntityId boreal = article.entity("Boreal", "organization");
    const EntityId cobalt = article.entity("Cobalt", "product");
    article.claim(boreal, "develops", cobalt, "Boreal owns");
    article.claim(boreal, "supplies", cobalt, "perhaps sells Cobalt").modality = Modality::possible;
    article.claim(boreal, "uses", cobalt, "runs");
    graph.add(article.extraction());
    const Drawing drawing = drawing_of(graph);
    REQUIRE(drawing.relations.size() == 2);
    CHECK(drawing.relations[0].words.size() == 2);
    CHECK(drawing.relations[1].look->style == "dashed");
}

TEST_CASE("A drawing says relation types as words, and marks what is denied", "[export][drawing]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const std::vector<std::string> words = all_words(drawing_of(graph));
    CHECK(has(words, "competes with"));
    CHECK(has(words, "✕ acquires"));
    CHECK_FALSE(has(words, "beat on"));
    CHECK(has(all_words(drawing_of(graph, {.parts = {.open = true}})), "beat on"));
}

TEST_CASE("A line's tooltip quotes the words of the text", "[export][drawing]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const Drawing drawing = drawing_of(graph);
    CHECK(drawing.relations.front().tooltip ==
          "releases, asserted: “Boreal Labs released Aurora on Monday” (rivals)");
}

TEST_CASE("A picture links to http and https only", "[export][drawing]") {
    const auto [source, address] = GENERATE(table<std::string, std::string>({
        {"https://news.example/a?b=1&c=2", "https://news.example/a?b=1&c=2"},
        {"HTTP://news.example/", "HTTP://news.example/"},
        {"https://news.example/a b\"><script>é", "https://news.example/a%20b%22%3E%3Cscript%3E%C3%A9"},
        {"https://news.example/\\N\n", "https://news.example/%5CN%0A"},
        {"javascript:alert(1)", ""},
        {" https://news.example/", ""},
        {"data:text/html,x", ""},
        {"file:///etc/passwd", ""},
        {"articles/a.txt", ""},
        {"", ""},
    }));
    CAPTURE(source);
    CHECK(link_address(source) == address);
}

TEST_CASE("A type has the same colours each time, and others in the dark", "[export][drawing]") {
    for (const char* type : {"organization", "person", "spaceship"}) {
        CAPTURE(type);
        CHECK(node_colors(type).fill == node_colors(type, Theme::light).fill);
        CHECK(node_colors(type, Theme::dark).fill != node_colors(type).fill);
    }
}
