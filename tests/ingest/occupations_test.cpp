#include "ingest/occupations.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "graph/error.hpp"

using namespace newsgraph;

namespace {

const Occupations& occupations() {
    static const Occupations read = Occupations::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/occupations.json");
    return read;
}

const Ontology& ontology() {
    static const Ontology read = Ontology::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/news.json");
    return read;
}

}  // namespace

TEST_CASE("A description's last word tells the kind of work, names don't", "[store]") {
    CHECK(occupations().kind_of("carpenter") == "trades");
    CHECK(occupations().kind_of("the company's chief executive") == "office");
    CHECK(occupations().kind_of("Acme CEO") == "office");
    CHECK(occupations().kind_of("John Carpenter").empty());
    CHECK(occupations().kind_of("the leader").empty());
    CHECK(occupations().kind_of("").empty());
}

TEST_CASE("Nouns for a person and roles make a sense, other entities have none", "[store]") {
    const std::string text = "John Smith, a carpenter, leads Acme.";
    Extraction extraction;
    extraction.document = {"d", "", "2026-04-08", ""};
    extraction.entities = {{"John Smith", "person", {}, {{0, 10}, {14, 9}}},
                           {"Acme", "organization", {}, {{31, 4}}}};
    Claim claim;
    claim.head = EntityId{0};
    claim.tail = EntityId{1};
    claim.type = "leads";
    claim.qualifiers = {{"role", "chief executive", ""}};
    extraction.claims = {claim};
    const auto senses = senses_of(extraction, text, ontology(), occupations());
    CHECK(to_text(senses[0]) == "office, trades\n2026 acme");
    CHECK(senses[1].empty());
    CHECK(to_text(senses_of(extraction, {}, ontology(), occupations())[0]) == "office\n2026 acme");
    extraction.document.date.clear();  // at what time is not known
    CHECK(to_text(senses_of(extraction, text, ontology(), occupations())[0]) == "office, trades");
    extraction.claims[0].modality = Modality::negated;
    CHECK(to_text(senses_of(extraction, text, ontology(), occupations())[0]) == "trades");
}

TEST_CASE("A mistake in a list of occupations is told with its line", "[store]") {
    CHECK_THROWS_WITH(Occupations::parse("{}", "o.json"),
                      "o.json:1: field \"kinds\" is missing or no object; write {\"kinds\": {\"sport\": "
                      "[\"striker\", …], …}}");
    CHECK_THROWS_WITH(Occupations::parse("{\"kinds\": {\"a\": [\"x\"],\n\"b\": [\"x\"]}}", "o.json"),
                      "o.json:2: \"x\" stands twice; leave it in one kind");
    CHECK_THROWS_WITH(Occupations::parse("{\"kinds\": {\"a\": [5]}}", "o.json"),
                      "o.json:1: field \"a\" holds something that is no word; write each word as a string");
    CHECK_THROWS_WITH(Occupations::read("/nowhere/o.json"),
                      "/nowhere/o.json: can't be opened; check the path, or the data folder given by --data");
}
