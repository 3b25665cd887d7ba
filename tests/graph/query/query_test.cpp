// Patterns, paths, filters and SQL on a store in memory.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "graph/query/match.hpp"
#include "graph/query/relations.hpp"
#include "graph/query/select.hpp"
#include "graph/query/walk.hpp"
#include "tests/graph/sample.hpp"

using namespace newsgraph;

namespace {

/// The sample of rivals, and a second document that says again that Boreal Labs develops Aurora.
KnowledgeGraph two_documents() {
    KnowledgeGraph graph(sample::symmetric_types());
    sample::Article first = sample::rivals();
    first.extraction().document.date = "2026-03-02";
    graph.add(first.extraction());
    sample::Article second("later", "Boreal Labs makes Aurora. Boreal Labs bought Fjord.");
    second.extraction().document.date = "2026-05-10";
    const EntityId boreal = second.entity("Boreal Labs", "organization");
    const EntityId aurora = second.entity("Aurora", "model");
    const EntityId fjord = second.entity("Fjord", "organization");
    second.claim(boreal, "develops", aurora, "Boreal Labs makes Aurora");
    second.claim(boreal, "acquires", fjord, "Boreal Labs bought Fjord");
    graph.add(second.extraction());
    return graph;
}

struct Asked {
    Store store = Store::of(two_documents());
    EntityTable entities{store};

    EntityKey key(const std::string& name) { return entities.find(name).at(0); }
    std::string name(EntityKey of) { return entities.entity(of).name; }

    /// "head type tail" of each relation that fits, sorted; of several patterns with " + " between.
    std::vector<std::string> fits(const std::vector<RelationShape>& patterns,
                                  const ClaimFilter& filter = {}) {
        const Matches matches = find_matches(store, entities, patterns, filter);
        std::vector<std::string> told;
        for (std::size_t i = 0; i < matches.fits.size(); ++i) {
            const Fit& fit = matches.fits[i];
            const std::string text = name(fit.head) + " " + matches.types[fit.type] + " " + name(fit.tail);
            if (i % matches.patterns == 0)
                told.push_back(text);
            else
                told.back() += " + " + text;
        }
        std::ranges::sort(told);
        return told;
    }

    std::vector<std::string> path(const std::string& from, const std::string& to) {
        const auto found = shortest_path(store, entities, key(from), key(to), {});
        if (!found) return {"none"};
        std::vector<std::string> told;
        RelationReader reader(store, {}, false);
        for (const RelationKey relation : *found) {
            const StoredRelation read = reader.read(relation);
            told.push_back(name(read.head) + " " + read.type + " " + name(read.tail));
        }
        return told;
    }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("entities of a store are found as in its graph", "[graph][query]") {
    Asked asked;
    CHECK(asked.name(asked.key("boreal's")) == "Boreal Labs");
    CHECK(asked.entities.find("Zephyr").empty());
    CHECK(asked.entities.nearest_names("Corbalt") == Texts{"Cobalt"});
}

TEST_CASE("a pattern fits relations by each of its parts", "[graph][query]") {
    Asked asked;
    const EndPattern boreal{.entities = {asked.key("Boreal Labs")}},
        cobalt{.entities = {asked.key("Cobalt")}};
    CHECK(asked.fits({{.head = boreal, .type = "releases"}}) == Texts{"Boreal Labs releases Aurora"});
    CHECK(asked.fits({{.type = "develops", .tail = {.entity_type = "model"}}}) ==
          Texts{"Boreal Labs develops Aurora", "Cobalt develops Delta"});
    CHECK(asked.fits({{.head = boreal, .tail = cobalt}}) == Texts{"Boreal Labs competes-with Cobalt"});
    CHECK(asked.fits({{}}).size() == 8);
}

TEST_CASE("a symmetric relation fits from either end, and once where nothing is asked of its ends",
          "[graph][query]") {
    Asked asked;
    const EndPattern cobalt{.entities = {asked.key("Cobalt")}};
    CHECK(asked.fits({{.head = cobalt, .type = "competes-with"}}) ==
          Texts{"Cobalt competes-with Boreal Labs"});
    CHECK(asked.fits({{.type = "competes-with"}}) == Texts{"Boreal Labs competes-with Cobalt"});
    CHECK(asked.fits({{.head = cobalt, .type = "acquires"}}).empty());
}

TEST_CASE("a variable is the same entity in all patterns", "[graph][query]") {
    Asked asked;
    const RelationShape develops{.head = {.variable = 0}, .type = "develops", .tail = {.variable = 1}};
    const RelationShape beats{.head = {.variable = 1}, .type = "outperforms-on", .tail = {.variable = 2}};
    const RelationShape rivals{.head = {.variable = 0}, .type = "competes-with", .tail = {.variable = 2}};
    CHECK(asked.fits({develops, beats}) ==
          Texts{"Boreal Labs develops Aurora + Aurora outperforms-on Delta"});
    CHECK(asked.fits({beats, develops}) ==
          Texts{"Aurora outperforms-on Delta + Boreal Labs develops Aurora"});
    CHECK(asked.fits({develops, rivals}) ==
          Texts{"Boreal Labs develops Aurora + Boreal Labs competes-with Cobalt",
                "Cobalt develops Delta + Cobalt competes-with Boreal Labs"});
    const RelationShape with_itself{.head = {.variable = 0}, .type = "develops", .tail = {.variable = 0}};
    CHECK(asked.fits({with_itself}).empty());
}

TEST_CASE("a variable for types is the same type in all patterns", "[graph][query]") {
    Asked asked;
    const RelationShape boreal{.head = {.entities = {asked.key("Boreal")}}, .type_variable = 0, .tail = {}};
    const RelationShape cobalt{.head = {.entities = {asked.key("Cobalt")}}, .type_variable = 0, .tail = {}};
    CHECK(asked.fits({boreal, cobalt}) ==
          Texts{"Boreal Labs competes-with Cobalt + Cobalt competes-with Boreal Labs",
                "Boreal Labs develops Aurora + Cobalt develops Delta"});
}

TEST_CASE("filters choose relations, and documents choose what a relation is", "[graph][query]") {
    Asked asked;
    CHECK(asked.fits({{}}, {.modalities = {Modality::negated}}) == Texts{"Ember acquires Fjord"});
    CHECK(asked.fits({{}}, {.types = {"acquires"}}).size() == 2);
    CHECK(asked.fits({{}}, {.min_sources = 2}) == Texts{"Boreal Labs develops Aurora"});
    CHECK(asked.fits({{}}, {.since = "2026-04"}) ==
          Texts{"Boreal Labs acquires Fjord", "Boreal Labs develops Aurora"});
    CHECK(asked.fits({{}}, {.until = "2026-04"}).size() == 6);
    CHECK(asked.fits({{.type = "develops"}}, {.documents = {"rivals"}}) == Texts{"Cobalt develops Delta"});
    CHECK(asked.fits({{.type = "develops"}}, {.inferred = true, .documents = {"rivals"}}).size() == 2);
    CHECK(asked.fits({{}}, {.open = true}).size() == 9);
}

TEST_CASE("a relation is what the chosen documents say of it", "[graph][query]") {
    Asked asked;
    const Matches found = find_matches(
        asked.store, asked.entities,
        {{.head = {.entities = {asked.key("Boreal Labs")}}, .type = "develops", .tail = {}}}, {});
    const RelationKey key = found.fits.at(0).relation;
    const StoredRelation all = RelationReader(asked.store, {}, true).read(key);
    CHECK(all.sources == 2);
    CHECK(!all.inferred);
    CHECK(all.claims.at(0).document.id == "later");
    CHECK(all.claims.at(0).evidence == "Boreal Labs makes Aurora");
    const StoredRelation first = RelationReader(asked.store, {.documents = {"rivals"}}, true).read(key);
    CHECK(first.sources == 1);
    CHECK(first.inferred);
}

TEST_CASE("a shortest path is found from both ends, the first by name of several", "[graph][query]") {
    Asked asked;
    CHECK(asked.path("Fjord", "Delta") ==
          Texts{"Boreal Labs acquires Fjord", "Boreal Labs develops Aurora", "Aurora outperforms-on Delta"});
    CHECK(asked.path("Fjord", "Boreal") == Texts{"Boreal Labs acquires Fjord"});
    CHECK(asked.path("Fjord", "Fjord").empty());
    CHECK(asked.path("Fjord", "long tasks") == Texts{"none"});
}

TEST_CASE("neighbours come nearest first, then by mentions", "[graph][query]") {
    Asked asked;
    std::vector<std::string> told;
    for (const StoredNeighbor& near : neighbors(asked.store, asked.entities, asked.key("Fjord"), 2, {}))
        told.push_back(std::to_string(near.distance) + " " + asked.name(near.entity));
    CHECK(told == Texts{"1 Boreal Labs", "1 Ember", "2 Aurora", "2 Cobalt"});
}

TEST_CASE("dates are years, months or days of the calendar", "[graph][query]") {
    for (const char* date : {"2026", "2026-04", "2024-02-29", "2000-02-29"}) CHECK(is_date(date));
    for (const char* text : {"", "26", "2026-13", "2026-00", "2026-02-29", "1900-02-29", "2026-4", "2026/04",
                             "tomorrow", "2026-04-08T10"})
        CHECK(!is_date(text));
}

TEST_CASE("SQL reads the views of any graph", "[graph][query][sql]") {
    Asked asked;
    Select select(asked.store,
                  "SELECT head, sources FROM relations WHERE type = 'develops' ORDER BY head; -- all");
    CHECK(select.columns() == Texts{"head", "sources"});
    std::vector<SqlValue> row;
    REQUIRE(select.next(row));
    CHECK(std::get<std::string>(row.at(0)) == "Boreal Labs");
    CHECK(std::get<std::int64_t>(row.at(1)) == 2);
    REQUIRE(select.next(row));
    CHECK(!select.next(row));
}

TEST_CASE("SQL that does more than read is refused", "[graph][query][sql]") {
    Asked asked;
    for (const char* sql : {"DELETE FROM document", "INSERT INTO relation_type VALUES ('x', 1)",
                            "PRAGMA user_version = 7", "ATTACH 'other.db' AS other", "DROP TABLE claim",
                            "CREATE TABLE t (a)", "VACUUM", "BEGIN", "SELECT load_extension('x')"}) {
        CAPTURE(sql);
        CHECK_THROWS_WITH(Select(asked.store, sql), Catch::Contains("this statement does more than read") ||
                                                        Catch::Contains("not authorized"));
    }
    CHECK_THROWS_WITH(Select(asked.store, "SELECT 1; SELECT 2"),
                      Catch::Contains("these are several statements"));
    CHECK_THROWS_WITH(Select(asked.store, " ; "), Catch::Contains("there is no statement"));
    CHECK_THROWS_WITH(Select(asked.store, "SELECT ?"), Catch::Contains("a parameter has no value"));
    CHECK_THROWS_WITH(Select(asked.store, "SELECT nonsense FROM relations"),
                      Catch::Contains("no such column: nonsense"));
    CHECK_THROWS_WITH(Select(asked.store, "SELEC 1"), Catch::Contains("syntax error"));
    CHECK(asked.fits({{}}).size() == 8);
}
