#include "export/nquads.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("In N-Quads a claim says its statement in a graph of its own", "[export][nquads]") {
    std::ostringstream out;
    ExportOptions options;
    options.base = "https://example.org/news/";
    write_nquads(sample::rivals_graph(), out, options);
    CHECK_THAT(out.str(), Catch::Contains("<https://example.org/news/e0> <urn:newsgraph:relation:releases> "
                                          "<https://example.org/news/e1> <https://example.org/news/c0> .\n"));
    CHECK_THAT(out.str(), Catch::Contains("<https://example.org/news/c0> <urn:newsgraph:vocabulary#quote> "
                                          "\"Boreal Labs released Aurora on Monday\" .\n"));
    CHECK_THAT(out.str(), !Catch::Contains("22-rdf-syntax-ns#Statement"));
}
