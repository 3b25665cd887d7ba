#include "ingest/learn/schema.hpp"

#include <catch2/catch.hpp>

#include "ingest/relation/foreign_ontology.hpp"
#include "ingest/relation/ontology.hpp"

using namespace newsgraph;

namespace {

constexpr const char* buildings = R"({
"title": "Buildings",
"concepts": [{"qid": "Q1", "label": "building"}, {"qid": "Q5", "label": "human"}],
"relations": [
{"pid": "P1", "label": "architect", "domain": "Q1", "range": "Q5"},
{"pid": "P2", "label": "designedBy", "domain": "Q1", "range": "Q9"},
{"pid": "P3", "label": "opening date", "domain": "Q1", "range": ""},
{"pid": "P1", "label": "architect", "domain": "Q1", "range": "Q5"}
]})";

ForeignOntology foreign() { return foreign_ontology_from(parse_located_json(buildings, "b.json"), "b.json"); }

}  // namespace

TEST_CASE("an ontology of concepts, domains and ranges is read as it is", "[learn][ontology]") {
    CHECK(is_foreign_ontology(parse_located_json(buildings, "b.json")));
    const ForeignOntology read = foreign();
    REQUIRE(read.relations.size() == 3);
    CHECK(read.relations[0].domain == "building");
    CHECK(read.relations[0].range == "human");
    CHECK(read.relations[2].range.empty());
}

TEST_CASE("what looks wrong in it is told with its line", "[learn][ontology]") {
    const ForeignOntology read = foreign();
    REQUIRE(read.doubts.size() == 2);
    CHECK(read.doubts[0].where == "b.json:6");
    CHECK(read.doubts[0].what ==
          "field \"range\" of relation \"designedBy\" names \"Q9\", which is no concept of the file");
    CHECK(read.doubts[1].where == "b.json:8");
    CHECK(read.doubts[1].what == "relation \"architect\" is there already, in line 5");
}

TEST_CASE("a relation without a label is told with its line", "[learn][ontology]") {
    CHECK_THROWS_WITH(
        foreign_ontology_from(
            parse_located_json("{\"concepts\": [],\n\"relations\": [\n{\"pid\": \"P1\"}]}", "b.json"),
            "b.json"),
        Catch::StartsWith("b.json:3: a relation has no \"label\"; write it like"));
}

TEST_CASE("the words of labels evoke their relations", "[learn][ontology]") {
    const Ontology own = Ontology::parse(buildings, "b.json");
    CHECK(own.relation("architect") != nullptr);
    CHECK(own.evoked_by(ClauseKind::noun, "architect").size() == 1);
    CHECK(own.evoked_by(ClauseKind::verb, "design").size() == 1);
}

TEST_CASE("names of sides tell what may stand there", "[learn][ontology]") {
    const LabelWords words = LabelWords::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/label-words.json");
    const Gazetteer nothing;
    CHECK(words.expectation({"human"}, nothing).types == std::vector<std::string>{"person"});
    CHECK(words.expectation({"film production company"}, nothing).types ==
          std::vector<std::string>{"organization"});
    CHECK(words.expectation({"gYear"}, nothing).date);
    CHECK(words.expectation({"string"}, nothing).is_open());
    CHECK(words.of_label("publication date").date);
    CHECK(words.of_label("numberOfStudents").number);
}

TEST_CASE("labels are made of words", "[learn][ontology]") {
    CHECK(label_parts("birthPlace") == std::vector<std::string>{"birth", "place"});
    CHECK(label_parts("cast member") == std::vector<std::string>{"cast", "member"});
    CHECK(label_parts("3rdRunwayType") == std::vector<std::string>{"3rd", "runway", "type"});
    CHECK(share_stem("director", "direct"));
    CHECK(share_stem("produce", "producer"));
    CHECK_FALSE(share_stem("place", "plane"));
    CHECK_FALSE(share_stem("art", "artist"));
}
