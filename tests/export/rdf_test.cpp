#include "export/rdf.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "export/turtle.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("An RDF literal ends where it should", "[export][rdf]") {
    CHECK(rdf_quoted("say \"hi\"") == R"("say \"hi\"")");
    CHECK(rdf_quoted(R"(a\)") == R"("a\\")");
    CHECK(rdf_quoted("two\r\n\tlines") == R"("two\r\n\tlines")");
    CHECK(rdf_quoted("\x01\x7f") == R"("\u0001\u007F")");
    CHECK(rdf_quoted(std::string_view("a\0b", 3)) == "\"a\u2400b\"");
    CHECK(rdf_quoted("\uFFFE\uFFFF") == "\"\uFFFD\uFFFD\"");
    CHECK(rdf_quoted("Caf\xE9 é") == "\"Caf\uFFFD é\"");
}

TEST_CASE("A name in RDF is ASCII whatever it names", "[export][rdf]") {
    CHECK(rdf_name("competes-with") == "competes-with");
    CHECK(rdf_name("-") == "%2D");
    CHECK(rdf_name("shake up") == "shake%20up");
    CHECK(rdf_name("é<>") == "%C3%A9%3C%3E");
    CHECK(rdf_name("").empty());
    CHECK(iri_of({"rel", "acquires"}, "urn:x#") == "urn:newsgraph:relation:acquires");
    CHECK(iri_of({"g", "e0"}, "urn:x#") == "urn:x#e0");
}

TEST_CASE("What is no absolute IRI is refused as a base", "[export][rdf]") {
    for (const char* iri : {"https://example.org/news#", "urn:a:b", "tag:example.org,2026:é/"})
        CHECK(is_iri(iri));
    for (const char* other :
         {"", "news", ":x", "1a:b", "urn:a b", "urn:<x>", "urn:\n", "urn:\xE9", "a b:c"}) {
        CAPTURE(other);
        CHECK_FALSE(is_iri(other));
    }
    std::ostringstream out;
    ExportOptions options;
    options.base = "here> .";
    CHECK_THROWS_WITH(write_turtle(sample::rivals_graph(), out, options),
                      Catch::Contains("base \"here> .\": is no absolute IRI"));
}
