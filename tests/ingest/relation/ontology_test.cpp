#include "ingest/relation/ontology.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/error.hpp"

using namespace newsgraph;

namespace {

Ontology read(const std::string& relations) {
    return Ontology::parse(
        "{\n\"entity_types\": [{\"name\": \"organization\"}, {\"name\": \"person\"}],\n"
        "\"relation_types\": [\n" +
            relations + "\n]}",
        "own.json");
}

}  // namespace

TEST_CASE("ten lines of JSON add a relation type", "[relation][ontology]") {
    const Ontology ontology = read(R"({
        "name": "audits",
        "head": ["organization"], "tail": ["organization"],
        "qualifiers": {"date": {"value": "date"}},
        "triggers": [
            {"verbs": ["audit", "sign off"], "head": "subject", "tail": ["object", "on"]},
            {"nouns": ["auditor"], "head": "self", "tail": ["of", "possessor"]}
        ]
    })");
    REQUIRE(ontology.relation("audits") != nullptr);
    CHECK(ontology.relation("audits")->qualifiers.front().value == QualifierValue::date);
    REQUIRE(ontology.evoked_by(ClauseKind::verb, "sign off").size() == 1);
    const Trigger& verb = ontology.triggers()[ontology.evoked_by(ClauseKind::verb, "audit").front()];
    CHECK(verb.head.front().role == Role::subject);
    CHECK(verb.tail.back().preposition == "on");
    CHECK(ontology.evoked_by(ClauseKind::noun, "auditor").size() == 1);
    CHECK(ontology.evoked_by(ClauseKind::noun, "audit").empty());
}

TEST_CASE("a mistake in an ontology is told with its line, its field and how to mend it",
          "[relation][ontology]") {
    const auto [relation, message] = GENERATE(table<std::string, std::string>({
        {R"({"name": "audits"})",
         "own.json:4: relation type \"audits\" has no signature: field \"head\" is missing; add \"head\": "
         "[\"organization\"]"},
        {"{\"name\": \"audits\",\n\"head\": [\"firm\"], \"tail\": [\"person\"]}",
         "own.json:5: field \"head\": entity type \"firm\" is not known; choose from organization, person, "
         "or add it "
         "to \"entity_types\""},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"],\n\"triger\": []}",
         "own.json:5: field \"triger\" is not known in a relation type; it has the fields name, description, "
         "head, tail, "
         "same_kind, symmetric, speech_act, measured, deeds, member, qualifiers, triggers, implies, "
         "yields_to, makes_former, "
         "ends, single, excludes"},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"], \"triggers\": "
         "[\n{\"verbs\": "
         "[\"audit\"], \"head\": \"sbject\", \"tail\": \"object\"}]}",
         "own.json:5: field \"head\": \"sbject\" is no place in a clause; write a preposition, or one of "
         "self, subject, "
         "object, indirect, complement, possessor, modifier, bare, subject above, predecessor, maker, "
         "understood, "
         "trigger, verb"},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"], \"triggers\": "
         "[\n{\"verbs\": [\"audit\"], \"head\": \"subject\", \"tail\": \"maker\"}]}",
         "own.json:5: a trigger of relation type \"audits\": \"maker\" stands at \"head\" only, "
         "\"predecessor\" at "
         "\"tail\"; say where it stands in the clause, e.g. \"head\": \"subject\""},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"], \"triggers\": "
         "[\n{\"verbs\": "
         "[\"audit\"], \"head\": \"subject\"}]}",
         "own.json:5: a trigger of relation type \"audits\" has no \"tail\"; say where it stands, e.g. "
         "\"head\": "
         "\"subject\", \"tail\": \"object\""},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"], \"triggers\": [\n{\"head\": "
         "\"subject\", \"tail\": \"object\"}]}",
         "own.json:5: a trigger of relation type \"audits\" has no words; give it \"verbs\", \"nouns\" or "
         "\"adjectives\", or \"names\": true"},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"],\n\"implies\": [{\"type\": "
         "\"knows\"}]}",
         "own.json:5: relation type \"knows\" is not known; name one of \"relation_types\""},
        {"{\"name\": \"audits\", \"head\": [\"person\"], \"tail\": [\"person\"], \"triggers\": [{\"verbs\": "
         "[\"audit\"], "
         "\"head\": \"subject\", \"tail\": \"object\",\n\"score\": 2}]}",
         "own.json:5: field \"score\" is not in (0, 1]; write it like 0.8"},
        {"{\"name\": \"audits\",\n\"head\": 3, \"tail\": [\"person\"]}",
         "own.json:5: field \"head\" is not a list; write it like [\"buy\", \"acquire\"]"},
    }));
    CAPTURE(relation);
    CHECK_THROWS_WITH(read(relation), message);
}

TEST_CASE("text that is no JSON is told with its line", "[relation][ontology]") {
    CHECK_THROWS_WITH(Ontology::parse("{\n\"name\": \"x\",\n oops}", "own.json"),
                      "own.json:3: Missing a name for object member.; the file must be JSON");
    CHECK_THROWS_WITH(Ontology::parse(std::string(1000, '['), "own.json"),
                      Catch::Contains("nest deeper than 64"));
    CHECK_THROWS_WITH(Ontology::parse("", "own.json"), Catch::StartsWith("own.json:1: "));
}

TEST_CASE("the news ontology holds all types of the guideline", "[relation][ontology]") {
    const Ontology ontology = Ontology::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/news.json");
    for (const char* type : {"develops",      "releases",       "releases-weights",
                             "competes-with", "outperforms-on", "matches-on",
                             "evaluated-on",  "cheaper-than",   "leads",
                             "works-for",     "founded",        "acquires",
                             "invests-in",    "partners-with",  "supplies",
                             "part-of",       "located-in",     "deployed-on",
                             "uses",          "based-on",       "hires",
                             "leaves",        "sues",           "regulates",
                             "criticizes",    "supports",       "participates-in",
                             "created-by",    "family-of"}) {
        CAPTURE(type);
        const RelationType* relation = ontology.relation(type);
        REQUIRE(relation != nullptr);
        const auto evoked = [&](const Trigger& trigger) {
            return &ontology.relations()[trigger.relation] == relation;
        };
        CHECK(std::ranges::any_of(ontology.triggers(), evoked));
    }
    CHECK(ontology.relations().size() == 29);
    CHECK(ontology.entity_types().size() == 12);
    CHECK(ontology.relation("family-of")->symmetric);
}
