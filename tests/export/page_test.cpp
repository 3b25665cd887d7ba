#include "export/page.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "export/page_parts.hpp"
#include "tests/export/hostile.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::string page_of(const KnowledgeGraph& graph, const PageOptions& options = {}) {
    std::ostringstream out;
    write_page(graph, out, options);
    return out.str();
}

/// What stands between the tags of the element with that id.
std::string content_of(const std::string& page, const std::string& id) {
    const std::size_t begin = page.find('>', page.find("id=\"" + id + "\"")) + 1;
    return page.substr(begin, page.find("</script>", begin) - begin);
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("JSON for a script element holds nothing that HTML or JavaScript takes for more than text",
          "[export][page]") {
    std::string out;
    append_for_script(out, "\"</script><!-- a&b \u2028\u2029 – é\"");
    CHECK(out == "\"\\u003c/script\\u003e\\u003c!-- a\\u0026b \\u2028\\u2029 – é\"");
}

TEST_CASE("A page has the graph's entities, its claims' words and what contradicts", "[export][page]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    PageOptions options;
    options.title = "Rivals <of 2026>";
    options.conflicts = {
        {"Aurora outperforms-on Delta", true, {{"one", {ClaimId{0}}}, {"other", {ClaimId{1}}}}}};
    const std::string page = page_of(graph, options);
    CHECK_THAT(page, Catch::Contains("<title>Rivals &lt;of 2026&gt;</title>"));
    CHECK_THAT(content_of(page, "first"), Catch::Contains("\"title\":\"Rivals \\u003cof 2026\\u003e\""));
    CHECK_THAT(content_of(page, "first"), Catch::Contains("\"name\":\"Boreal Labs\""));
    CHECK_THAT(content_of(page, "columns"), Catch::Contains("\"names\":[\"Boreal Labs\","));
    CHECK_THAT(content_of(page, "columns"),
               Catch::Contains(
                   "\"conflicts\":[{\"about\":\"Aurora outperforms-on Delta\",\"change\":true,\"sides\":[{"
                   "\"says\":\"one\",\"claims\":[0]},{\"says\":\"other\",\"claims\":[1]}]}]"));
    CHECK_THAT(content_of(page, "claims-0"), Catch::Contains("Boreal Labs released Aurora on Monday"));
    CHECK_THAT(
        page, Catch::Contains("The Cytoscape Consortium") && Catch::Contains("Permission is hereby granted"));
}

TEST_CASE("A page's policy names its two scripts and its style, and lets nothing else in", "[export][page]") {
    const std::string page = page_of(sample::rivals_graph());
    const std::size_t begin = page.find("content=\"") + 9;
    const std::string policy = page.substr(begin, page.find('"', begin) - begin);
    CHECK_THAT(policy, Catch::StartsWith("default-src 'none'; script-src 'sha256-"));
    CHECK(count_of(policy, "'sha256-") == 3);
    CHECK_THAT(policy, !Catch::Contains("unsafe") && !Catch::Contains("http"));
}

TEST_CASE("Hostile text adds no element to a page", "[export][page]") {
    const auto scripts = [](const std::string& page) { return count_of(page, "<script"); };
    const auto blocks = [](const std::string& page) {
        return count_of(page, "<script type=\"application/json\"");
    };
    const std::string usual = page_of(sample::rivals_graph());
    PageOptions options;
    options.title = hostile::all_control_characters() + "</title><script>";
    const std::string page = page_of(hostile::graph(), options);
    CHECK(scripts(page) - blocks(page) == scripts(usual) - blocks(usual));
    CHECK(count_of(page, "</script") == count_of(page, "<script"));
    CHECK(is_valid_utf8(page));
    CHECK(page.find('\0') == page.npos);
}

TEST_CASE("A page of an empty graph is a page", "[export][page]") {
    CHECK_THAT(content_of(page_of(KnowledgeGraph{}), "first"), Catch::Contains("\"shown\":[]"));
}

TEST_CASE("The same graph gives the same page", "[export][page]") {
    CHECK(page_of(sample::rivals_graph()) == page_of(sample::rivals_graph()));
}

TEST_CASE("A page's first screen has no more entities than asked for", "[export][page]") {
    PageOptions options;
    options.first_entities = 2;
    CHECK(count_of(content_of(page_of(sample::rivals_graph(), options), "first"), "\"x\":") == 2);
}

TEST_CASE("Open relations and inferred ones are in a page as the options say", "[export][page]") {
    const KnowledgeGraph graph = hostile::graph();
    PageOptions options;
    options.parts.inferred = false;
    CHECK_THAT(content_of(page_of(graph), "first"), Catch::Contains("\"name\":\"follows\""));
    CHECK_THAT(content_of(page_of(graph, options), "first"), !Catch::Contains("\"name\":\"follows\""));
}

TEST_CASE("A contradiction with claims that are left out of a page is left out too", "[export][page]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    PageOptions options;
    options.conflicts = {
        {"Aurora outperforms-on Delta", false, {{"one", {ClaimId{0}}}, {"other", {ClaimId{1}}}}}};
    options.parts.modalities = {Modality::possible};
    CHECK_THAT(content_of(page_of(graph, options), "first"), Catch::Contains("\"conflicts\":0"));
    CHECK_THAT(content_of(page_of(graph, options), "columns"), Catch::Contains("\"conflicts\":[]"));
}
