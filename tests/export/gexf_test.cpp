#include "export/gexf.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

/// "Boreal bought Cobalt", as documents of these dates say.
std::string gexf_of(std::initializer_list<const char*> dates) {
    KnowledgeGraph graph;
    std::size_t number = 0;
    for (const char* date : dates) {
        sample::Article article(std::to_string(number++), "Boreal bought Cobalt.");
        article.extraction().document.date = date;
        const EntityId boreal = article.entity("Boreal", "organization");
        const EntityId cobalt = article.entity("Cobalt", "organization");
        article.claim(boreal, "acquires", cobalt, "Boreal bought Cobalt");
        graph.add(article.extraction());
    }
    std::ostringstream out;
    write_gexf(graph, out);
    return out.str();
}

}  // namespace

TEST_CASE("In GEXF an edge begins with the first document that states it, and so do its ends",
          "[export][gexf]") {
    const std::string gexf = gexf_of({"2026-04-08", "2026-04-01", "some day"});
    CHECK_THAT(gexf,
               Catch::Contains("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                               "version=\"1.3\">"));
    CHECK_THAT(gexf, Catch::Contains("mode=\"dynamic\" timeformat=\"date\""));
    CHECK_THAT(gexf, Catch::Contains("<node id=\"e0\" label=\"Boreal\" start=\"2026-04-01\">"));
    CHECK_THAT(gexf,
               Catch::Contains("<edge id=\"r0\" source=\"e0\" target=\"e1\" type=\"directed\" "
                               "label=\"acquires\" kind=\"acquires\" weight=\"3\" start=\"2026-04-01\">"));
}

TEST_CASE("GEXF without dates is static", "[export][gexf]") {
    const std::string gexf = gexf_of({"", "some day"});
    CHECK_THAT(gexf, Catch::Contains("mode=\"static\""));
    CHECK_THAT(gexf, !Catch::Contains("start="));
}
