#include "export/dot.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::string dot_of(const KnowledgeGraph& graph, const ExportOptions& options = {}) {
    std::ostringstream out;
    write_dot(graph, out, options);
    return out.str();
}

std::string drawing_of(const KnowledgeGraph& graph, const DrawingOptions& options = {}) {
    std::ostringstream out;
    write_drawing(graph, out, options);
    return out.str();
}

}  // namespace

TEST_CASE("A DOT string quotes what DOT can't hold", "[export][dot]") {
    const auto [text, quoted] = GENERATE(table<std::string, std::string>({
        {"", R"("")"},
        {R"(say "hi")", R"("say \"hi\"")"},
        {R"(C:\new\)", R"("C:\\new\\")"},
        {"a\nb\r\nc\rd\te", "\"a\\nb\\nc\\nd\te\""},
        {std::string("\0\x01\x1F\x7F", 4), "\"␀␁␟\x7F\""},
        {"\uFFFE\uFFFF", "\"\uFFFD\uFFFD\""},
        {"AT&T & co;", R"("AT&T & co;")"},
        {"&amp; &#39; &lt", R"("&amp;amp; &amp;#39; &lt")"},
        {"<b>", R"("<b>")"},
        {"Café 😀", "\"Café 😀\""},
        {"Caf\xE9", "\"Caf\uFFFD\""},
    }));
    CAPTURE(text);
    CHECK(dot_quoted(text) == quoted);
}

TEST_CASE("DOT of a graph has an attribute for all that it says", "[export][dot]") {
    const std::string dot = dot_of(sample::rivals_graph());
    CHECK(dot.find(R"(e0 [label="Boreal Labs" type="organization" aliases="[\"Boreal\"]")") !=
          std::string::npos);
    CHECK(dot.find(
              R"(id="r0" label="releases" type="releases" open="false" inferred="false" modality="asserted")"
              R"( qualifiers="{\"date\":[\"on Monday\"]}" evidence="Boreal Labs released Aurora on Monday")"
              R"( document="rivals" begin="0" end="37" sources="[\"rivals\"]")") != std::string::npos);
    CHECK(dot.find(R"(attribution="Ember")") != std::string::npos);
    CHECK(dot.find("beat_on") == std::string::npos);
    CHECK(dot_of(sample::rivals_graph(), {.open = true}).find("beat_on") != std::string::npos);
}

TEST_CASE("An edge is dashed where hedged, red where negated, dotted where inferred", "[export][dot]") {
    const std::string dot = dot_of(sample::rivals_graph());
    const auto line_with = [&](const std::string& type) {
        const std::size_t at = dot.find("label=\"" + type + "\"");
        return dot.substr(at, dot.find('\n', at) - at);
    };
    CHECK(line_with("releases").find("style=\"solid\"") != std::string::npos);
    CHECK(line_with("outperforms-on").find("style=\"dashed\"") != std::string::npos);
    CHECK(line_with("acquires").find("color=\"#c62828\"") != std::string::npos);
    const std::size_t inferred = dot.find("inferred=\"true\"");
    CHECK(dot.substr(inferred, 600).find("style=\"dotted\"") != std::string::npos);
}

TEST_CASE("A drawing has a legend of what is on it, and only of that", "[export][dot]") {
    const std::string drawing = drawing_of(sample::rivals_graph());
    for (const char* entry :
         {"> organization ", "> model ", " stated<", " said not to be so<", " inferred<"}) {
        CAPTURE(entry);
        CHECK(drawing.find(entry) != std::string::npos);
    }
    CHECK(drawing.find("> person ") == std::string::npos);
    CHECK(drawing_of(sample::rivals_graph(), {.legend = false}).find("> organization ") == std::string::npos);
}

TEST_CASE("In a drawing long names are wrapped, and entities without a relation left out", "[export][dot]") {
    KnowledgeGraph graph = sample::rivals_graph();
    graph.add_entity("The Organization for the Advancement of Wrapped Lines", "organization", {}, 1);
    CHECK(drawing_of(graph).find("Wrapped") == std::string::npos);
    CHECK(drawing_of(graph, {.isolated = true})
              .find(R"(The Organization for\nthe Advancement of\nWrapped Lines)") != std::string::npos);
}

TEST_CASE("In a drawing relations of two entities that look alike share an edge", "[export][dot]") {
    KnowledgeGraph graph;
    sample::Article article("a", "Boreal owns, runs and perhaps sells Cobalt.");
    const EntityId boreal = article.entity("Boreal", "organization");
    const EntityId cobalt = article.entity("Cobalt", "product");
    article.claim(boreal, "develops", cobalt, "Boreal owns");
    article.claim(boreal, "supplies", cobalt, "perhaps sells Cobalt").modality = Modality::possible;
    article.claim(boreal, "uses", cobalt, "runs");
    graph.add(article.extraction());
    const std::string drawing = drawing_of(graph);
    CHECK(drawing.find(R"(label="develops\nuses")") != std::string::npos);
    CHECK(drawing.find(R"(label="supplies")") != std::string::npos);
}

TEST_CASE("An empty graph is drawn empty", "[export][dot]") {
    CHECK(drawing_of(KnowledgeGraph()).find("<TABLE") == std::string::npos);
    CHECK(dot_of(KnowledgeGraph()).ends_with("}\n"));
}
