#include "export/extraction_json.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "graph/error.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

std::string line_of(const Extraction& extraction, bool open = true) {
    std::ostringstream out;
    write_extraction(extraction, out, open);
    return out.str();
}

sample::Article sold() {
    sample::Article article("a", "Boreal sold a \"\t\\ Café to Cobalt.");
    article.extraction().document.title = "Line\nbreak";
    const EntityId boreal = article.entity("Boreal", "organization", {"Boreal Labs"});
    const EntityId cafe = article.entity("Café", phrase_type);
    const EntityId cobalt = article.entity("Cobalt", "organization");
    Claim& open = article.claim(boreal, "sell", cafe, "sold a \"\t\\ Café");
    open.open = true;
    Claim& supplies = article.claim(boreal, "supplies", cobalt, "sold");
    supplies.qualifiers = {{"what", "Café", ""}, {"date", "today", "2026-04-08"}, {"what", "more", ""}};
    supplies.modality = Modality::claimed;
    supplies.attributed_to = "Cobalt";
    supplies.score = 0.1;
    Claim& inferred = article.claim(cobalt, "uses", boreal, "sold");
    inferred.inferred = true;
    inferred.inferred_from = {1};
    return article;
}

}  // namespace

TEST_CASE("An extraction is one line of JSON", "[export][extraction]") {
    const std::string line = line_of(sold().extraction());
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.starts_with(
        R"({"document":{"id":"a","title":"Line\nbreak","date":"","source":""},)"
        R"("entities":[{"id":"e0","name":"Boreal","type":"organization","aliases":["Boreal Labs"],)"
        R"("mentions":[{"begin":0,"end":6}]})"));
    CHECK(line.find(R"("qualifiers":[{"name":"what","value":"Café"},{"name":"date","value":"today",)"
                    R"("normalized":"2026-04-08"},{"name":"what","value":"more"}],"score":0.1,)") !=
          line.npos);
}

TEST_CASE("An extraction that is read back is written with the same bytes", "[export][extraction]") {
    const std::string line = line_of(sold().extraction());
    const Extraction read = read_extraction(line, "test");
    CHECK(line_of(read) == line);
    CHECK(read.claims[1].evidence.document == "a");
    CHECK(read.claims[2].inferred_from == std::vector<std::uint32_t>{1});
}

TEST_CASE("Without open claims the others keep their ends and premises", "[export][extraction]") {
    const Extraction read = read_extraction(line_of(sold().extraction(), false), "test");
    REQUIRE(read.entities.size() == 2);
    REQUIRE(read.claims.size() == 2);
    CHECK(read.entities[index_of(read.claims[0].tail)].name == "Cobalt");
    CHECK(read.claims[1].inferred_from == std::vector<std::uint32_t>{0});
}

TEST_CASE("A line that is no extraction is refused with the member that is wrong", "[export][extraction]") {
    const std::string document =
        R"({"document":{"id":"a"},"entities":[{"id":"e0","name":"A","type":"person",)"
        R"("aliases":[],"mentions":[]}],"claims":[)";
    const auto [line, message] = GENERATE_COPY(table<std::string, std::string>({
        {"{", "f:3: is no JSON"},
        {"[]", "f:3: document: is no object"},
        {R"({"document":{}})", "f:3: document: \"id\" is missing"},
        {R"({"document":{"id":"a"}})", "f:3: entities: \"entities\" is missing"},
        {document + R"({"id":"c0","head":"e9"}]})", "f:3: claims[0].head: there is no entity \"e9\""},
        {document + R"({"id":"c0","head":"e0","type":"t","tail":"e0","open":1}]})",
         "f:3: claims[0].open: is neither true nor false"},
        {document + R"({"id":"c0","head":"e0","type":"t","tail":"e0","open":true,"modality":"maybe"}]})",
         "f:3: claims[0].modality: \"maybe\" is no modality"},
        {document + R"({"id":"c0","head":"e0","type":"t","tail":"e0","open":true,"modality":"asserted",)"
                    R"("qualifiers":[],"evidence":{"begin":1,"end":3,"text":"abc"}}]})",
         "f:3: claims[0].evidence.end: the text is not as long"},
    }));
    CAPTURE(line);
    CHECK_THROWS_WITH(read_extraction(line, "f:3"), Catch::StartsWith(message));
}
