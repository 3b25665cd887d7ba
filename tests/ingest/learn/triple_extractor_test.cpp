#include "ingest/learn/triple_extractor.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "ingest/learn/trigger_learner.hpp"
#include "ingest/relation/ontology.hpp"

using namespace newsgraph;

namespace {

const ReadingEngines& engines() {
    static const LanguageModels models(NEWSGRAPH_SOURCE_DIR "/data/models");
    static const Gazetteer gazetteer(NEWSGRAPH_SOURCE_DIR "/data/gazetteer");
    static const LabelWords words = LabelWords::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/label-words.json");
    static const ReadingEngines all{models, gazetteer, words};
    return all;
}

Schema buildings() {
    return {"buildings",
            {"building", "human"},
            {{"architect", {"building"}, {"human"}},
             {"completion year", {"building"}, {}},
             {"floorCount", {"building"}, {"number"}}}};
}

/// Sentences that say who drew a building, when it was finished, how many floors it has; answers with
/// underscores, years as their first day, numbers with a point.
std::vector<LabelledSentence> examples() {
    const std::vector<std::string> towers = {"Lorne", "Vask", "Merrow",   "Ostby",
                                             "Quill", "Tarn", "Brannoch", "Selwick"};
    const std::vector<std::string> people = {"Ana Ruiz",  "Tomas Berg", "Ida Holt",  "Rafe Lund",
                                             "Mira Voss", "Jon Sable",  "Lea Finch", "Otto Krane"};
    std::vector<LabelledSentence> result;
    for (std::size_t i = 0; i < towers.size(); ++i) {
        const std::string tower = towers[i] + " Tower";
        const std::string answer = towers[i] + "_Tower";
        std::string person = people[i];
        const std::string year = std::to_string(1971 + i);
        const std::string floors = std::to_string(11 + i);
        std::string written = person;
        std::ranges::replace(written, ' ', '_');
        result.push_back(
            {std::to_string(2 * i),
             tower + " was designed by " + person + " and completed in " + year + ".",
             {{answer, "architect", written}, {answer, "completion year", "01 January " + year}}});
        result.push_back({std::to_string(2 * i + 1),
                          tower + ", which has " + floors + " floors, was designed by " + person + ".",
                          {{answer, "architect", written}, {answer, "floorCount", floors + ".0"}}});
    }
    return result;
}

}  // namespace

TEST_CASE("what examples show is found in sentences of other names", "[learn][extract]") {
    const TripleExtractor extractor(buildings(), engines(), examples());
    const auto drawn = extractor.extract("Dunmore Tower was designed by Pia Holm and completed in 1999.");
    CHECK(std::ranges::find(drawn, Triple{"Dunmore_Tower", "architect", "Pia_Holm"}) != drawn.end());
    CHECK(std::ranges::find(drawn, Triple{"Dunmore_Tower", "completion year", "01 January 1999"}) !=
          drawn.end());
    const auto high = extractor.extract("Dunmore Tower, which has 31 floors, was designed by Pia Holm.");
    CHECK(std::ranges::find(high, Triple{"Dunmore_Tower", "floorCount", "31.0"}) != high.end());
}

TEST_CASE("the same examples teach the same", "[learn][extract]") {
    const TripleExtractor one(buildings(), engines(), examples());
    const TripleExtractor other(buildings(), engines(), examples());
    CHECK(one.threshold() == other.threshold());
    const std::string text = "Dunmore Tower was designed by Pia Holm and completed in 1999.";
    CHECK(one.extract(text) == other.extract(text));
}

TEST_CASE("without examples the label's own words find a relation", "[learn][extract]") {
    const TripleExtractor extractor(buildings(), engines());
    const auto found = extractor.extract("Dunmore Tower was designed by the architect Pia Holm.");
    CHECK(std::ranges::find(found, Triple{"Dunmore Tower", "architect", "Pia Holm"}) != found.end());
}

TEST_CASE("texts without words have no triples", "[learn][extract]") {
    const TripleExtractor extractor(buildings(), engines(), examples());
    const auto* text = GENERATE("", " \n", "...", "\"", "(", "東京", "a");
    CAPTURE(text);
    CHECK(extractor.extract(text).empty());
}

TEST_CASE("triples of relations that the schema lacks teach nothing", "[learn][extract]") {
    auto given = examples();
    given.front().triples.push_back({"Lorne_Tower", "owner", "Ana_Ruiz"});
    const TripleExtractor extractor(buildings(), engines(), given);
    for (const Triple& triple : extractor.extract("Dunmore Tower was designed by Pia Holm."))
        CHECK(triple.relation != "owner");
}

TEST_CASE("examples propose the words that join their sides", "[learn][triggers]") {
    const auto relations = learn_triggers(examples(), engines());
    REQUIRE(relations.size() == 3);
    CHECK(relations[0].label == "architect");
    REQUIRE_FALSE(relations[0].triggers.empty());
    const LearnedTrigger& first = relations[0].triggers.front();
    CHECK(first.part_of_speech == "verbs");
    CHECK(first.lemma == "design");
    CHECK(first.head == "object");
    CHECK(first.tail == "subject");
    CHECK(first.right >= 12);
    CHECK(first.score() > 0.8);
    CHECK(relations[1].has_values);
}

TEST_CASE("what is proposed is an ontology that can be read", "[learn][triggers]") {
    const std::string json =
        learned_ontology(learn_triggers(examples(), engines()), "examples.jsonl", nullptr);
    const Ontology ontology = Ontology::parse(json, "learned.json");
    REQUIRE(ontology.relation("architect") != nullptr);
    CHECK(ontology.evoked_by(ClauseKind::verb, "design").size() == 1);
    CHECK(ontology.relation("completion year") == nullptr);
}
