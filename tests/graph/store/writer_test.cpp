// What a store holds depends on its documents and decisions alone.

#include "graph/store/writer.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "export/write.hpp"
#include "graph/store/reader.hpp"
#include "tests/graph/store/random_documents.hpp"
#include "tests/temporary_folder.hpp"

using namespace newsgraph;

namespace {

std::string exported(Store& store) {
    std::ostringstream out;
    ExportOptions options;
    options.open = true;
    write_graph(graph_of(store), Format::json, out, options);
    return out.str();
}

/// All that people can ask, but for keys.
std::string dumped(Store& store) {
    std::string all;
    for (const char* sql :
         {"SELECT id, title, date, source, copy_of, claims, hash FROM documents ORDER BY id",
          "SELECT name, type, mentions, documents, aliases FROM entities ORDER BY 1, 2, 3, 4, 5",
          "SELECT head, type, tail, modality, attributed_to, sources, claims, open, inferred FROM relations "
          "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9",
          "SELECT f.type, f.normal, f.document, f.records, f.reason, p.normal FROM form f "
          "LEFT JOIN form p ON p.key = f.parent ORDER BY 1, 2, 3",
          "SELECT f.normal, f.type, f.document, k.uses, k.normal FROM form_alias k JOIN form f ON f.key = "
          "k.form ORDER BY 1, 2, 3, 5",
          "SELECT count(*) FROM form_key", "SELECT count(*) FROM form_neighbor",
          "SELECT sum(uses) FROM form_apart", "SELECT count(*) FROM form_name",
          "SELECT count(*) FROM copy_band", "SELECT count(*) FROM copy_pair"}) {
        const auto statement = store.database().prepare(sql);
        while (statement->step()) {
            for (int i = 0; i < statement->column_count(); ++i) all += statement->text(i) + '|';
            all += '\n';
        }
    }
    const auto problems = store.database().prepare("PRAGMA foreign_key_check");
    while (problems->step()) all += "foreign key\n";
    return all;
}

const std::vector<std::string> symmetric{"competes-with"};

/// A store's content where these documents and decisions are all that ever were in it.
struct Content {
    std::set<unsigned> documents;
    std::map<std::pair<FormName, FormName>, Verdict> decisions;

    std::pair<std::string, std::string> made_at_once() const {
        const TemporaryFolder folder;
        Store store = Store::create_or_open((folder.path / "fresh.ng").string());
        StoreWriter writer(store, symmetric);
        for (const auto& [names, verdict] : decisions) writer.decide(verdict, names.first, names.second);
        for (const unsigned number : documents) writer.put(sample::random_document(number));
        return {dumped(store), exported(store)};
    }
};

}  // namespace

TEST_CASE("The order of adding makes no difference", "[store]") {
    std::vector<unsigned> numbers(60);
    for (unsigned i = 0; i < numbers.size(); ++i) numbers[i] = i;
    std::string first_dump, first_export;
    for (unsigned seed = 0; seed < 4; ++seed) {
        std::shuffle(numbers.begin(), numbers.end(), std::mt19937(seed));
        const TemporaryFolder folder;
        Store store = Store::create_or_open((folder.path / "a.ng").string());
        StoreWriter writer(store, symmetric);
        for (const unsigned number : numbers) writer.put(sample::random_document(number));
        if (seed == 0) {
            first_dump = dumped(store);
            first_export = exported(store);
        }
        CHECK(dumped(store) == first_dump);
        CHECK(exported(store) == first_export);
    }
}

TEST_CASE("Adding, removing, deciding and undoing in any sequence is as if only the rest had been done",
          "[store]") {
    const unsigned seed = GENERATE(range(1u, 5u));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto below = [&](std::size_t count) { return static_cast<unsigned>(random() % count); };
    const TemporaryFolder folder;
    Store store = Store::create_or_open((folder.path / "a.ng").string());
    StoreWriter writer(store, symmetric);
    Content content;
    const std::vector<FormName> deciders{
        {"person", "ann smith", ""},      {"person", "bob smith", ""},      {"organization", "acme", ""},
        {"organization", "acme inc", ""}, {"organization", "etb", ""},      {"model", "argus", ""},
        {"organization", "acme", "d5"},   {"person", "smith", "d3"},        {"product", "argus", ""},
        {"organization", "norvane", ""},  {"person", "karl zuckerling", ""}};
    for (int step = 0; step < 120; ++step) {
        const unsigned number = below(40);
        const unsigned what = below(12);
        if (what < 6) {
            writer.put(sample::random_document(number));
            content.documents.insert(number);
        } else if (what < 10) {
            CHECK(writer.remove("d" + std::to_string(number)) == (content.documents.erase(number) == 1));
        } else {
            FormName a = deciders[below(deciders.size())], b = deciders[below(deciders.size())];
            if (a == b) continue;
            if (b < a) std::swap(a, b);
            const auto known = content.decisions.find({a, b});
            if (known != content.decisions.end() && below(2) == 0) {
                CHECK(writer.undo(known->second, a, b));
                content.decisions.erase(known);
            } else {
                const Verdict verdict = below(2) == 0 ? Verdict::merge : Verdict::split;
                writer.decide(verdict, a, b);
                content.decisions[{a, b}] = verdict;
            }
        }
        if (step % 20 == 19) {
            const auto [dump, graph] = content.made_at_once();
            REQUIRE(dumped(store) == dump);
            REQUIRE(exported(store) == graph);
        }
    }
}
