#include "export/json.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::string json_of(const KnowledgeGraph& graph, const ExportOptions& options = {}) {
    std::ostringstream out;
    write_json(graph, out, options);
    return out.str();
}

}  // namespace

TEST_CASE("A JSON string quotes what JSON can't hold", "[export][json]") {
    const auto [text, quoted] = GENERATE(table<std::string, std::string>({
        {"", R"("")"},
        {R"(say "hi")", R"("say \"hi\"")"},
        {R"(C:\new)", R"("C:\\new")"},
        {"a\nb\r\tc", R"("a\nb\r\tc")"},
        {std::string("\0\x01\x1F", 3), "\"\\u0000\\u0001\\u001F\""},
        {"</script>]]>&<", R"("</script>]]>&<")"},
        {"Café 😀", "\"Café 😀\""},
        {"Caf\xE9", "\"Caf\uFFFD\""},
    }));
    CAPTURE(text);
    CHECK(json_quoted(text) == quoted);
}

TEST_CASE("JSON of a graph is node-link, a line each", "[export][json]") {
    sample::Article article("a", "Boreal bought Cobalt.");
    const EntityId boreal = article.entity("Boreal", "organization", {"Boreal Labs"});
    const EntityId cobalt = article.entity("Cobalt", "organization");
    Claim& bought = article.claim(boreal, "acquires", cobalt, "Boreal bought Cobalt");
    bought.qualifiers = {{"date", "last week", "2026-W10"}};
    bought.score = 0.5;
    Claim& part = article.claim(cobalt, "part-of", boreal, "Boreal bought Cobalt");
    part.inferred = true;
    part.inferred_from = {0};
    part.attributed_to = "Ember";
    KnowledgeGraph graph;
    graph.add(article.extraction());
    CHECK(json_of(graph) ==
          R"({"directed":true,"multigraph":true,"nodes":[
{"id":"e0","label":"Boreal","type":"organization","aliases":["Boreal Labs"],"mentions":1},
{"id":"e1","label":"Cobalt","type":"organization","aliases":[],"mentions":1}
],"edges":[
{"id":"r0","source":"e0","target":"e1","type":"acquires","open":false,"inferred":false,"modality":"asserted","attributed_to":null,"qualifiers":{"date":["last week"]},"claims":[{"id":"c0","modality":"asserted","attributed_to":null,"qualifiers":{"date":["last week"]},"normalized":{"date":["2026-W10"]},"score":0.5,"evidence":{"document":"a","begin":0,"end":20,"text":"Boreal bought Cobalt"}}]},
{"id":"r1","source":"e1","target":"e0","type":"part-of","open":false,"inferred":true,"inferred_from":["r0"],"modality":"asserted","attributed_to":"Ember","qualifiers":{},"claims":[{"id":"c1","modality":"asserted","attributed_to":"Ember","qualifiers":{},"inferred":true,"inferred_from":["c0"],"evidence":{"document":"a","begin":0,"end":20,"text":"Boreal bought Cobalt"}}]}
],"documents":[
{"id":"a","title":"","date":"","source":""}
]}
)");
}

TEST_CASE("An empty graph is valid JSON", "[export][json]") {
    CHECK(json_of(KnowledgeGraph()) ==
          "{\"directed\":true,\"multigraph\":true,\"nodes\":[\n],\"edges\":[\n],\"documents\":[\n]}\n");
}

TEST_CASE("Open relations and phrases are written only when asked for, inferred ones unless left out",
          "[export][json]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const std::string usual = json_of(graph);
    CHECK(usual.find("beat_on") == std::string::npos);
    CHECK(usual.find("\"phrase\"") == std::string::npos);
    CHECK(usual.find("\"inferred\":true") != std::string::npos);
    const std::string open = json_of(graph, {.open = true});
    CHECK(open.find("\"type\":\"beat_on\",\"open\":true") != std::string::npos);
    CHECK(open.find("\"phrase\"") != std::string::npos);
    CHECK(json_of(graph, {.inferred = false}).find("\"inferred\":true") == std::string::npos);
}
