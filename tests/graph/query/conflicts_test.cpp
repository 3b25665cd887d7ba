#include "graph/query/conflicts.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "graph/query/agreement.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

/// One document says so; the words are of no account here.
struct Said {
    std::string head, type, tail;
    std::vector<Qualifier> qualifiers = {};
    Modality modality = Modality::asserted;
    std::string date = "2026-05-04";
    std::string type_of_ends = "organization";
};

const std::map<std::string, ConflictRules> rules{
    {"acquires",
     {.single_parts = {{true, {}}},
      .exclusions = {{"acquires", true, {}, {}}},
      .single_qualifiers = {{"amount", {}}}}},
    {"leads",
     {.ends = true,
      .single_parts = {{true, {{"role", {"chief executive", "CEO"}}}, {{"status", {"former"}}}}}}},
    {"outperforms-on", {.exclusions = {{"outperforms-on", true, {"on"}, {"model"}}}}},
    {"founded", {.single_qualifiers = {{"date", {}}}}},
};

/// Each conflict as "kind: about: side | side", with "change " before those that are one.
std::vector<std::string> conflicts(const std::vector<Said>& documents) {
    KnowledgeGraph graph;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Said& said = documents[i];
        sample::Article article("d" + std::to_string(i), "They said so.");
        article.extraction().document.date = said.date;
        const EntityId head = article.entity(said.head, said.type_of_ends);
        const EntityId tail = article.entity(said.tail, said.type_of_ends);
        Claim& claim = article.claim(head, said.type, tail, "They said so.");
        claim.qualifiers = said.qualifiers;
        claim.modality = said.modality;
        graph.add(article.extraction());
    }
    Store store = Store::of(graph);
    EntityTable entities(store);
    std::vector<std::string> told;
    for (const Conflict& conflict :
         find_conflicts(store, entities, rules, {}, [](RelationKey) { return true; })) {
        std::string sides;
        for (const ConflictSide& side : conflict.sides) sides += (sides.empty() ? "" : " | ") + side.says;
        told.push_back((conflict.is_change ? "change " : "") + std::string(to_string(conflict.kind)) + ": " +
                       conflict.about + ": " + sides);
    }
    return told;
}

using Texts = std::vector<std::string>;
const std::vector<Qualifier> as_chief{{"role", "chief executive", ""}};
const std::vector<Qualifier> as_ceo{{"role", "CEO", ""}};

}  // namespace

TEST_CASE("what one text asserts and another denies is a conflict", "[graph][conflicts]") {
    CHECK(conflicts({{"Acme", "opens", "Bolt"}, {"Acme", "opens", "Bolt", {}, Modality::negated}}) ==
          Texts{"negated: Acme opens Bolt: asserted | negated"});
    CHECK(conflicts({{"Acme", "opens", "Bolt", {}, Modality::possible},
                     {"Acme", "opens", "Bolt", {}, Modality::negated}})
              .empty());
}

TEST_CASE("who denies one date or one score does not deny another", "[graph][conflicts]") {
    CHECK(conflicts({{"Acme", "opens", "Bolt", {{"date", "in 2019", "2019"}}},
                     {"Acme", "opens", "Bolt", {{"date", "in 2024", "2024"}}, Modality::negated}})
              .empty());
    CHECK(conflicts(
              {{"A", "outperforms-on", "B", {{"on", "code", ""}}, Modality::asserted, "2026", "model"},
               {"A", "outperforms-on", "B", {{"on", "long tasks", ""}}, Modality::negated, "2026", "model"}})
              .empty());
}

TEST_CASE("a later denial of what can end is a change", "[graph][conflicts]") {
    CHECK(conflicts({{"Ann", "leads", "Acme", {}, Modality::asserted, "2026-05-04"},
                     {"Ann", "leads", "Acme", {}, Modality::negated, "2026-06-01"}}) ==
          Texts{"change negated: Ann leads Acme: asserted | negated"});
}

TEST_CASE("two of what there can be one of are a conflict, or a change where one comes later",
          "[graph][conflicts]") {
    CHECK(conflicts({{"Ann", "leads", "Acme", as_chief}, {"Bo", "leads", "Acme", as_ceo}}) ==
          Texts{"single: ? leads Acme (chief executive): Ann | Bo"});
    CHECK(conflicts({{"Bo", "leads", "Acme", as_ceo, Modality::asserted, "2026-06"},
                     {"Ann", "leads", "Acme", as_chief, Modality::asserted, "2026-05-04"}}) ==
          Texts{"change single: ? leads Acme (chief executive): Ann | Bo"});
    CHECK(conflicts({{"Ann", "leads", "Acme", as_chief}, {"Bo", "leads", "Acme", {{"role", "chair", ""}}}})
              .empty());
    // Who had the post before does not contradict who has it.
    CHECK(conflicts({{"Ann", "leads", "Acme", as_chief},
                     {"Bo", "leads", "Acme", {{"role", "CEO", ""}, {"status", "former", ""}}}})
              .empty());
    CHECK(conflicts({{"Acme", "acquires", "Bolt"}, {"Crane", "acquires", "Bolt"}}) ==
          Texts{"single: ? acquires Bolt: Acme | Crane"});
    CHECK(conflicts({{"Acme", "acquires", "Bolt", {{"date", "2019", "2019"}}},
                     {"Crane", "acquires", "Bolt", {{"date", "2024", "2024"}}}})
              .empty());
}

TEST_CASE("relations that exclude each other are a conflict where they speak of the same",
          "[graph][conflicts]") {
    const auto beats = [](const std::string& a, const std::string& b, const std::string& on,
                          const std::string& type) {
        return Said{a, "outperforms-on", b, {{"on", on, ""}}, Modality::asserted, "2026", type};
    };
    CHECK(conflicts({beats("A", "B", "code", "model"), beats("B", "A", "Code", "model")}) ==
          Texts{"excluded: A and B: A outperforms-on B | B outperforms-on A"});
    CHECK(conflicts({beats("A", "B", "code", "model"), beats("B", "A", "maths", "model")}).empty());
    CHECK(conflicts({beats("A", "B", "code", "organization"), beats("B", "A", "code", "organization")})
              .empty());
}

TEST_CASE("two values of what has one are a conflict in their normal forms", "[graph][conflicts]") {
    const auto bought_for = [](const std::string& words, const std::string& normal) {
        return Said{"Acme", "acquires", "Bolt", {{"amount", words, normal}}};
    };
    CHECK(conflicts({bought_for("$640 million", "640000000 USD"), bought_for("$640m", "640000000 USD"),
                     bought_for("$590 million", "590000000 USD")}) ==
          Texts{"qualifier: Acme acquires Bolt: amount: $640 million | $590 million"});
    CHECK(conflicts({bought_for("$640 million", "640000000 USD"), bought_for("an undisclosed sum", "")})
              .empty());
    CHECK(conflicts({{"Ann", "founded", "Acme", {{"date", "in 2015", "2015"}}},
                     {"Ann", "founded", "Acme", {{"date", "in May 2015", "2015-05"}}}})
              .empty());
    CHECK(conflicts({{"Ann", "founded", "Acme", {{"date", "in 2015", "2015"}}},
                     {"Ann", "founded", "Acme", {{"date", "in 2017", "2017"}}}}) ==
          Texts{"qualifier: Ann founded Acme: date: in 2015 | in 2017"});
}

TEST_CASE("dates that can't be compared may agree", "[graph][conflicts]") {
    CHECK(may_agree("2026", "2026-04-08"));
    CHECK(may_agree("2026-W15", "2026-04"));
    CHECK(!may_agree("2025-W15", "2026-04"));
    CHECK(!may_agree("2026-04", "2026-05"));
    CHECK(is_before("2026-04", "2026-05-01"));
    CHECK(!is_before("2026", "2026-05"));
    CHECK(!is_before("", "2026"));
}
