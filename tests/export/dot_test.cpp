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

TEST_CASE("An empty graph is a DOT graph without statements on entities", "[export][dot]") {
    CHECK(dot_of(KnowledgeGraph()).ends_with("}\n"));
    CHECK(dot_of(KnowledgeGraph()).find("e0") == std::string::npos);
}
