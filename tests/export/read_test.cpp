#include "export/read.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "export/graphml.hpp"
#include "export/graphml_reader.hpp"
#include "export/json_reader.hpp"
#include "export/write.hpp"
#include "tests/export/hostile.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::string written(const KnowledgeGraph& graph, Format format, const ExportOptions& options) {
    std::ostringstream out;
    write_graph(graph, format, out, options);
    return out.str();
}

KnowledgeGraph read(const std::string& text) {
    std::istringstream in(text);
    return read_graph(in, "news");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("A graph written, read back and written again has the same bytes", "[export][read]") {
    const bool is_hostile = GENERATE(true, false);
    const KnowledgeGraph graph = is_hostile ? hostile::graph() : sample::rivals_graph();
    const Format format = GENERATE(Format::json, Format::graphml);
    const ExportOptions options =
        GENERATE(ExportOptions{true, true}, ExportOptions{false, true}, ExportOptions{false, false});
    const std::string first = written(graph, format, options);
    const KnowledgeGraph back = read(first);
    const std::string second = written(back, format, {.open = true});
    CHECK((first == second));  // in brackets: megabytes are no help in a message
    const Format other = format == Format::json ? Format::graphml : Format::json;
    CHECK((written(back, other, {.open = true}) == written(graph, other, options)));
}

TEST_CASE("The same graph is written as the same bytes", "[export][invariant]") {
    const Format format = GENERATE(Format::json, Format::graphml, Format::dot);
    CHECK((written(hostile::graph(), format, {}) == written(hostile::graph(), format, {})));
}

TEST_CASE("A graph read back has every claim with its words", "[export][read]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const KnowledgeGraph back = read(written(graph, Format::graphml, {.open = true}));
    REQUIRE(back.claims().size() == graph.claims().size());
    REQUIRE(back.relations().size() == graph.relations().size());
    for (const RelationId id : graph.relations()) {
        CHECK(sample::told(back, id) == sample::told(graph, id));
        const RelationView ours = graph.relation(id), theirs = back.relation(id);
        CHECK(theirs.modality == ours.modality);
        CHECK(theirs.attributed_to == ours.attributed_to);
        CHECK(theirs.inferred == ours.inferred);
        CHECK(back.premises(id) == graph.premises(id));
        CHECK(back.qualifiers(id) == graph.qualifiers(id));
        for (std::size_t i = 0; i < ours.claims.size(); ++i) {
            CHECK(back.claim(theirs.claims[i]).evidence.text == graph.claim(ours.claims[i]).evidence.text);
        }
    }
}

TEST_CASE("More documents may be added to a graph read back", "[export][read]") {
    std::istringstream in(written(sample::rivals_graph(), Format::json, {}));
    KnowledgeGraph graph = read_graph(in, "news", sample::symmetric_types());
    Extraction more = sample::rivals().extraction();
    more.document.id = "more";
    for (Claim& claim : more.claims) claim.evidence.document = "more";
    graph.add(more);
    CHECK(graph.relations({.type = "competes-with"}).size() == 1);
    CHECK(graph.relation(graph.relations({.type = "competes-with"})[0]).claims.size() == 4);
}

TEST_CASE("What is wrong in a JSON graph is told with its line", "[export][read]") {
    const auto [from, to, message] = GENERATE(table<std::string, std::string, std::string>({
        {"\"modality\":\"reported\",\"attributed_to\":\"Ember\",\"qualifiers\":{\"on\":[\"long tasks\"]}",
         "\"modality\":\"maybe\",\"attributed_to\":null,\"qualifiers\":{}",
         "news:13: edges[4].claims[1].modality: \"maybe\" is no modality; choose asserted, reported, "
         "claimed, possible or "
         "negated"},
        {"\"id\":\"e1\"", "\"id\":\"e0\"", "news:3: nodes[1].id: there is another node \"e0\""},
        {"\"mentions\":", "\"mentions\":-", "news:2: nodes[0].mentions: is no whole number from 0 upwards"},
        {"\"type\":\"organization\"", "\"tipe\":\"x\"", "news:2: nodes[0]: \"type\" is missing"},
        {"\"aliases\":[\"Boreal\"]", "\"aliases\":[1]", "news:2: nodes[0].aliases[0]: is no string"},
        {"\"source\":\"e0\"", "\"source\":\"e77\"", "news:9: edges[0].source: there is no node \"e77\""},
        {"\"evidence\":{\"document\":\"rivals\"", "\"evidence\":{\"document\":\"x\"",
         "edges[0].claims[0].evidence.document: there is no document \"x\"; list it under \"documents\""},
        {"\"end\":37", "\"end\":36",
         "the text is not as long as from \"begin\" to \"end\"; count bytes of UTF-8"},
        {"\"inferred_from\":[\"c0\"]", "\"inferred_from\":[\"c99\"]", "a claim is inferred from \"c99\""},
        {"\"nodes\":[", "\"nodes\":[,", "news:1: is no JSON: Invalid value."},
        {"\"edges\":[", "\"edges\":{},\"x\":[", "news:8: edges: is no array"},
        {"Boreal Labs", "Boreal \xFF", "news:2: is no JSON: Invalid encoding in string."},
    }));
    const std::string text = replaced(written(sample::rivals_graph(), Format::json, {}), from, to);
    CHECK_THROWS_WITH(read(text), Catch::Contains(message));
}

TEST_CASE("What is wrong in a GraphML graph is told with its line", "[export][read]") {
    const auto [from, to, message] = GENERATE(table<std::string, std::string, std::string>({
        {"<data key=\"n_mentions\">", "<data key=\"n_mentions\">x",
         "news:24: node \"e0\" mentions: \"x5\" is no whole number from 0 upwards"},
        {"source=\"e0\"", "source=\"e77\"", "news:30: edge \"r0\" source: there is no node \"e77\""},
        {"e_claims\">[{", "e_claims\">{", "edge \"r0\" claims: is no JSON"},
        {"attr.name=\"claims\"", "attr.name=\"other\"",
         "edge \"r0\" has no \"claims\", which newsgraph writes"},
        {"</graph>", "", "is no XML: mismatched tag"},
        {"&quot;modality&quot;:&quot;asserted&quot;", "&quot;modality&quot;:&quot;sure&quot;",
         "news:30: edge \"r0\" claims[0].modality: \"sure\" is no modality; choose asserted,"},
    }));
    const std::string text = replaced(written(sample::rivals_graph(), Format::graphml, {}), from, to);
    CHECK_THROWS_WITH(read(text), Catch::Contains(message));
}

TEST_CASE("GraphML that another program has written anew is read", "[export][read]") {
    std::string text = written(sample::rivals_graph(), Format::graphml, {});
    // Other ids of keys, a prefix, keys of its own, comments, one-line character data.
    for (std::size_t at = text.find("n_label"); at != std::string::npos; at = text.find("n_label")) {
        text.replace(at, 7, "d17");
    }
    text = replaced(text, "<graph id",
                    "<key id=\"x\" for=\"node\" attr.name=\"x\" attr.type=\"float\"/><!-- hi --><graph id");
    text = replaced(text, "<node id=\"e0\">",
                    "<node id=\"e0\"><data key=\"x\">-1.5</data><data key=\"unknown\">?</data>");
    CHECK(sample::only(read(text), "Boreal Labs") == EntityId{0});
}

TEST_CASE("GraphML may have its documents after its edges, as networkx writes them", "[export][read]") {
    std::ostringstream out;
    write_graphml(sample::rivals_graph(), out);
    std::string text = out.str();
    const std::size_t begin = text.find("<data key=\"g_documents\">");
    const std::size_t end = text.find("</data>\n", begin) + 8;
    const std::string documents = text.substr(begin, end - begin);
    text.erase(begin, documents.size());
    text.insert(text.find("</graph>"), documents);
    std::istringstream in(text);
    std::ostringstream again;
    write_graphml(read_graph(in, "moved.graphml"), again);
    CHECK(again.str() == out.str());

    std::istringstream without(text.erase(text.find(documents), documents.size()));
    CHECK_THROWS_WITH(read_graph(without, "none.graphml"), Catch::Contains("none.graphml:29: edge \"r0\""));
}

TEST_CASE("Entities that grow without end are refused before they grow", "[export][read]") {
    std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml [\n<!ENTITY a \"aaaaaaaaaa\">\n";
    for (char c = 'b'; c <= 'j'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">\n";
    }
    bomb += "]>\n<graphml>&j;</graphml>";
    CHECK_THROWS_WITH(
        read(bomb), "news:3: declares the XML entity \"a\", which is not read; write its text in its place");
    CHECK_THROWS_WITH(
        read("<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml>&x;</graphml>"),
        Catch::Contains("declares the XML entity \"x\""));
}

TEST_CASE("Deep nesting is refused or read, never a crash", "[export][read]") {
    const std::size_t depth = 1'000'000;
    CHECK_THROWS(read(std::string(depth, '{')));
    std::string deep = "{\"documents\":[],\"edges\":[],\"nodes\":[";
    deep += std::string(depth, '[') + std::string(depth, ']') + "]}";
    CHECK_THROWS_WITH(read(deep), Catch::Contains("nodes[0]: is no object"));
    std::string xml;
    for (std::size_t i = 0; i < depth / 4; ++i) xml += "<a>";
    CHECK_THROWS(read(xml));
}

TEST_CASE("What is no graph is told so", "[export][read]") {
    for (const char* text : {"", "An article.", "[1]"}) {
        CAPTURE(text);
        CHECK_THROWS_WITH(read(text),
                          "news: holds neither JSON nor GraphML; give a graph that newsgraph build wrote as "
                          "JSON or GraphML");
    }
    CHECK_THROWS_WITH(read("{}"),
                      "news:1: \"documents\" is missing; write the file anew with newsgraph build");
    CHECK_THROWS_WITH(read("\n\n{]"), Catch::Contains("news:3: is no JSON"));
    CHECK_THROWS_WITH(read("<html></html>"), Catch::Contains("news: has no graph in it"));
    CHECK_THROWS_WITH(read_graph(std::filesystem::path("/no/such/file.json")),
                      Catch::Contains("/no/such/file.json: cannot be read: No such file or directory"));
    CHECK_THROWS_WITH(read_graph(std::filesystem::path("/")),
                      Catch::Contains("/: cannot be read: Is a directory"));
}

TEST_CASE("Any prefix of a graph is refused, and nothing worse", "[export][read]") {
    const Format format = GENERATE(Format::json, Format::graphml);
    const std::string text = written(sample::rivals_graph(), format, {});
    for (std::size_t size = 0; size + 20 < text.size(); size += 7) {
        std::istringstream in(text.substr(0, size));
        CHECK_THROWS(read_graph(in, "news"));
    }
}

TEST_CASE("A byte order mark and spaces before a graph are passed over", "[export][read]") {
    CHECK(read("\xEF\xBB\xBF" + written(KnowledgeGraph(), Format::json, {})).entities().size() == 0);
    CHECK(read("\xEF\xBB\xBF" + written(KnowledgeGraph(), Format::graphml, {})).entities().size() == 0);
    CHECK(read(" \n" + written(KnowledgeGraph(), Format::json, {})).entities().size() == 0);
    CHECK(format_from_content("\xEF\xBB\xBF\n {") == Format::json);
    CHECK(format_from_content("<?xml") == Format::graphml);
    CHECK_FALSE(format_from_content("Meta"));
}
