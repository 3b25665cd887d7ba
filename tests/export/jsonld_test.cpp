#include "export/jsonld.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("JSON-LD has a thing a line", "[export][jsonld]") {
    std::ostringstream out;
    write_jsonld(sample::rivals_graph(), out);
    CHECK(out.str().starts_with("{\"@context\":{\"rdf\":"));
    CHECK(out.str().ends_with("\n]}\n"));
    CHECK_THAT(out.str(),
               Catch::Contains(
                   "\n{\"@id\":\"g:e0\",\"@type\":[\"schema:Organization\"],\"rdfs:label\":[\"Boreal Labs\"],"
                   "\"schema:alternateName\":[\"Boreal\"],\"ng:entityType\":[\"organization\"],"
                   "\"ng:mentions\":[{\"@value\":\"5\",\"@type\":\"xsd:integer\"}]},\n"));
    CHECK_THAT(out.str(), Catch::Contains("\n{\"@id\":\"g:e0\",\"rel:releases\":[{\"@id\":\"g:e1\"}]},\n"));
}
