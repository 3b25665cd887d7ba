#include "export/sheet.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// As Graphviz would measure them: each text is 80 by 20 points.
std::vector<Size> sizes_of(const std::string& texts) {
    return std::vector<Size>(count(texts, "pos="), {80, 20});
}

Sheet sheet_for(const Drawing& drawing, Theme theme = Theme::light, PixelSize wanted = {}) {
    return sheet_of(drawing, theme, sizes_of(texts_to_measure(drawing, theme)), wanted);
}

}  // namespace

TEST_CASE("A sheet has a box an entity, a label a line, and a curve for each", "[export][sheet]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const Drawing drawing = drawing_of(graph, {.title = "Rivals"});
    const std::string texts = texts_to_measure(drawing, Theme::light);
    CHECK(count(texts, "pos=") == drawing.entities.size() + drawing.relations.size() + 1 +
                                      drawing.types.size() + drawing.looks.size());
    const Sheet sheet = sheet_for(drawing);
    CHECK(count(sheet.dot, " -> ") == drawing.relations.size() + drawing.looks.size());
    CHECK(sheet.dot.find("Boreal Labs") != std::string::npos);
    CHECK(sheet.dot.find("Rivals") != std::string::npos);
}

TEST_CASE("A sheet has the proportions that are wanted", "[export][sheet]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const auto [width, height] =
        GENERATE(table<unsigned, unsigned>({{1600, 900}, {900, 1600}, {4000, 4000}}));
    const Sheet sheet = sheet_for(drawing_of(graph), Theme::light, {width, height});
    CHECK(sheet.size.width / sheet.size.height == Approx(static_cast<double>(width) / height).epsilon(0.01));
}

TEST_CASE("Few boxes on many pixels do not get huge letters", "[export][sheet]") {
    KnowledgeGraph graph;
    sample::Article article("a", "Boreal owns Cobalt.");
    article.claim(article.entity("Boreal", "organization"), "develops", article.entity("Cobalt", "product"),
                  "Boreal owns Cobalt");
    graph.add(article.extraction());
    CHECK(sheet_for(drawing_of(graph), Theme::light, {1600, 900}).size.width > 700);
}

TEST_CASE("The themes differ in their colours, and in nothing else", "[export][sheet]") {
    const KnowledgeGraph graph = sample::rivals_graph();
    const Drawing drawing = drawing_of(graph);
    std::string light = sheet_for(drawing).dot, dark = sheet_for(drawing, Theme::dark).dot;
    CHECK(light != dark);
    for (std::string* dot : {&light, &dark}) {
        for (std::size_t at = dot->find('#'); at != dot->npos; at = dot->find('#', at + 1))
            dot->replace(at, 7, "#      ");
    }
    CHECK(light == dark);
}

TEST_CASE("An entity can be related to itself", "[export][sheet]") {
    KnowledgeGraph graph;
    sample::Article article("a", "Boreal sued itself.");
    const EntityId boreal = article.entity("Boreal", "organization");
    article.claim(boreal, "sues", boreal, "Boreal sued itself");
    graph.add(article.extraction());
    const Drawing drawing = drawing_of(graph);
    REQUIRE(drawing.relations.size() == 1);
    CHECK(sheet_for(drawing).dot.find("nan") == std::string::npos);
}

TEST_CASE("An empty drawing is a sheet without boxes", "[export][sheet]") {
    const KnowledgeGraph graph;
    const Sheet sheet = sheet_for(drawing_of(graph));
    CHECK(sheet.dot.find("n0") == std::string::npos);
    CHECK(sheet.size.width > 0);
}
