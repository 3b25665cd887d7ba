// What a store holds depends on its documents and decisions alone.

#include "graph/store/writer.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "tests/graph/store/content.hpp"
#include "tests/graph/store/random_documents.hpp"
#include "tests/temporary_folder.hpp"

using namespace newsgraph;

namespace {

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
        return {sample::dumped(store), sample::exported(store)};
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
            first_dump = sample::dumped(store);
            first_export = sample::exported(store);
        }
        CHECK(sample::dumped(store) == first_dump);
        CHECK(sample::exported(store) == first_export);
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
    const std::vector<FormName> deciders{{"person", "ann smith", ""},
                                         {"person", "bob smith", ""},
                                         {"organization", "acme", ""},
                                         {"organization", "acme inc", ""},
                                         {"organization", "etb", ""},
                                         {"model", "argus", ""},
                                         {"organization", "acme", "d5"},
                                         {"person", "smith", "d3"},
                                         {"product", "argus", ""},
                                         {"organization", "norvane", ""},
                                         {"person", "karl zuckerling", ""},
                                         {"person", "ann smith", "", "office"},
                                         {"person", "ann smith", "", "sport"},
                                         {"person", "ann smith", "d7"}};
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
            REQUIRE(sample::dumped(store) == dump);
            REQUIRE(sample::exported(store) == graph);
        }
    }
}
