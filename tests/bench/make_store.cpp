// Makes a large store of invented claims, for measuring how fast it answers:
//   newsgraph-make-store FILE [RELATIONS]
// The same file from the same number, of the same shape at any: a few entities have very many relations, most
// have few; one relation in five has several claims; one in a thousand contradicts another.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "graph/error.hpp"
#include "graph/names.hpp"
#include "graph/store/store.hpp"

using namespace newsgraph;

namespace {

struct Kind {
    const char* type;
    const char* head;
    const char* tail;
};

constexpr std::array<Kind, 8> kinds{{{"develops", "Company", "Model"},
                                     {"uses", "Company", "Model"},
                                     {"competes-with", "Company", "Company"},
                                     {"partners-with", "Company", "Company"},
                                     {"outperforms-on", "Model", "Model"},
                                     {"works-for", "Person", "Company"},
                                     {"supplies", "Company", "Company"},
                                     {"criticizes", "Person", "Company"}}};

class Maker {
  public:
    Maker(Database& database, std::int64_t relations)
        : database_(database), relations_(relations), per_kind_(std::max<std::int64_t>(relations / 15, 20)) {}

    void all() {
        for (std::int64_t key = 1; key <= documents(); ++key) document(key);
        for (std::int64_t i = 0; i < 3 * per_kind_; ++i) entity(i);
        for (const char* type : {"competes-with", "partners-with"})
            database_.statement("INSERT INTO relation_type VALUES (?, 1)")(type).run();
        const std::int64_t conflicts = std::max<std::int64_t>(relations_ / 1000, 1);
        for (std::int64_t i = 0; i < conflicts; ++i) conflict(i);
        while (next_relation_ <= relations_) relation();
    }

  private:
    std::int64_t documents() const { return relations_ / 10 + 10; }

    std::int64_t random(std::int64_t below) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(below));
    }

    /// Places near 0 are much more frequent: about one in ten of all is among the first 1 %.
    std::int64_t skewed(std::int64_t below) {
        const double share = static_cast<double>(random_() >> 11) * 0x1p-53;
        return static_cast<std::int64_t>(share * share * static_cast<double>(below));
    }

    void document(std::int64_t key) {
        std::string date = "2026-01-01";
        date[6] = static_cast<char>('1' + random(9));
        date[8] = static_cast<char>('0' + random(3));
        date[9] = static_cast<char>('1' + random(8));
        const std::string id = "article-" + std::to_string(key);
        database_
            .statement("INSERT INTO document VALUES (?, ?, '', ?, ?, NULL, '', x'', ?)")(key, id, date,
                                                                                         id + ".txt", key)
            .run();
    }

    static std::int64_t kind_index(const std::string& kind) {
        return kind == "Company" ? 0 : kind == "Model" ? 1 : 2;
    }

    std::int64_t key_of(const std::string& kind, std::int64_t number) const {
        return kind_index(kind) * per_kind_ + number + 1;
    }

    void entity(std::int64_t index) {
        constexpr std::array<const char*, 3> names{"Company", "Model", "Person"};
        constexpr std::array<const char*, 3> types{"organization", "model", "person"};
        const auto kind = static_cast<std::size_t>(index / per_kind_);
        const std::int64_t key = index + 1;
        const std::string name = std::string(names[kind]) + " " + std::to_string(index % per_kind_);
        database_.statement("INSERT INTO entity VALUES (?, ?, ?, 1)")(key, name, types[kind]).run();
        database_
            .statement("INSERT INTO form VALUES (?, ?, ?, '', '', 1, 1, NULL, '', ?)")(key, types[kind],
                                                                                       folded_name(name), key)
            .run();
        database_.statement("INSERT INTO form_name VALUES (?, ?, ?, 1, 0)")(key, name, folded_name(name))
            .run();
    }

    /// Adds a relation with its claims, unless there is one.
    void relation() {
        const Kind& kind = kinds[static_cast<std::size_t>(random(kinds.size()))];
        const std::int64_t head = key_of(kind.head, skewed(per_kind_)),
                           tail = key_of(kind.tail, skewed(per_kind_));
        if (head == tail || !known_.emplace(kind.type, std::min(head, tail), std::max(head, tail)).second)
            return;
        const std::int64_t claims = random(5) == 0 ? 2 + random(3) : 1;
        begin(head, kind.type, tail, claims, static_cast<int>(random(10)) / 7);
        for (std::int64_t i = 0; i < claims; ++i)
            claim(random(documents()) + 1, static_cast<int>(random(10)) / 7);
    }

    /// Two claims that can't both hold: a price, a denial, a chief executive.
    void conflict(std::int64_t i) {
        const std::int64_t number = per_kind_ - 1 - i % (per_kind_ / 2);
        const std::int64_t head = key_of("Company", number), tail = key_of("Company", i % (per_kind_ / 2));
        if (i % 3 == 0) {
            begin(head, "acquires", tail, 2, 0);
            for (const char* amount : {"500000000 USD", "640000000 USD"}) {
                claim(random(documents()) + 1, 0);
                qualifier("amount", amount, amount);
            }
        } else if (i % 3 == 1) {
            begin(head, "sues", tail, 2, 0);
            claim(random(documents()) + 1, 0);
            claim(random(documents()) + 1, 4);
        } else {
            const std::int64_t date = random(documents()) + 1;
            for (const std::int64_t person : {number, number - per_kind_ / 2}) {
                begin(key_of("Person", std::max<std::int64_t>(person, 0)), "leads", head, 1, 0);
                claim(date + (person == number ? 0 : 9) % documents(), 0);
                qualifier("role", "chief executive", "");
            }
        }
    }

    void begin(std::int64_t head, const char* type, std::int64_t tail, std::int64_t claims, int modality) {
        head_ = head;
        type_ = type;
        tail_ = tail;
        database_
            .statement("INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?, 0, 0, ?, '', ?, ?, ?)")(
                next_relation_, head, type, tail, modality, next_claim_, claims, claims)
            .run();
        ++next_relation_;
    }

    /// The entity in that document; made when its first claim names it.
    std::int64_t local_entity(std::int64_t entity, std::int64_t document) {
        const auto next = static_cast<std::int64_t>(local_entities_.size()) + 1;
        const auto [known, is_new] = local_entities_.try_emplace(entity * (documents() + 1) + document, next);
        if (is_new)
            database_
                .statement(
                    "INSERT INTO local_entity SELECT ?1, ?2, ?1, name, type, '', '', '', 1, key FROM entity "
                    "WHERE key = ?3")(next, document, entity)
                .run();
        return known->second;
    }

    void claim(std::int64_t document, int modality) {
        document = std::min(document, documents());
        database_
            .statement(
                "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, '', 0, 40, 'These are the words "
                "that state "
                "the claim', 1)")(next_claim_, document, next_claim_, next_relation_ - 1,
                                  local_entity(head_, document), type_, local_entity(tail_, document),
                                  modality)
            .run();
        ++next_claim_;
    }

    void qualifier(const char* name, const char* value, const char* normalized) {
        database_
            .statement("INSERT INTO qualifier VALUES (?, 0, ?, ?, ?)")(next_claim_ - 1, name, value,
                                                                       normalized)
            .run();
    }

    Database& database_;
    std::int64_t relations_;
    std::int64_t per_kind_;  // entities
    std::mt19937_64 random_{20260408};
    std::set<std::tuple<std::string, std::int64_t, std::int64_t>> known_;
    std::unordered_map<std::int64_t, std::int64_t> local_entities_;  // by entity and document
    std::int64_t next_relation_ = 1;
    std::int64_t next_claim_ = 1;
    std::int64_t head_ = 0;
    std::string type_;
    std::int64_t tail_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "newsgraph-make-store FILE [RELATIONS]\n";
        return 2;
    }
    try {
        Store store = Store::create_or_open(arguments[1]);
        store.database().execute(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -600000");
        Transaction transaction(store.database());
        Maker(store.database(), count > 2 ? std::atoll(arguments[2]) : 1'000'000).all();
        transaction.commit();
        store.database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
