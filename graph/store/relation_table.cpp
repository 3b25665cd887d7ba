#include "graph/store/relation_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/merge.hpp"

namespace newsgraph {
namespace {

/// A name of an entity, and how it ranks among the others.
struct NameRank {
    std::int64_t named = 0;  // how many local entities have it as their canonical name
    std::string name;

    bool is_before(const NameRank& other) const {
        if (named != other.named) return named > other.named;
        return is_fuller(name, other.name);
    }
};

}  // namespace

bool RelationTable::is_symmetric(const std::string& type) {
    Statement& row = database_.statement("SELECT symmetric FROM relation_type WHERE name = ?")(type);
    const bool symmetric = row.step() && row.integer(0) != 0;
    row.reset();
    return symmetric;
}

Key RelationTable::relation_of(Key head, const std::string& type, Key tail, bool open) {
    const auto entity_of = [this](Key local_entity) {
        Statement& row = database_.statement(
            "SELECT f.entity FROM local_entity l JOIN form f ON f.key = l.form WHERE l.key = ?")(
            local_entity);
        row.step();
        const Key entity = row.integer(0);
        row.reset();
        return entity;
    };
    Key from = entity_of(head), to = entity_of(tail);
    if (!open && from != to && is_symmetric(type)) {
        // One direction for all claims, whichever came first: by name.
        FormTable forms(database_);
        if (forms.find(to)->name < forms.find(from)->name) std::swap(from, to);
    }
    Statement& known =
        database_.statement("SELECT key FROM relation WHERE head = ? AND type = ? AND tail = ? AND open = ?")(
            from, type, to, open);
    if (known.step()) {
        const Key key = known.integer(0);
        known.reset();
        relations_.insert(key);
        return key;
    }
    database_
        .statement(
            "INSERT INTO relation (head, type, tail, open, inferred, modality, attributed_to, shown, "
            "claims, sources) VALUES (?, ?, ?, ?, 0, 0, '', 0, 0, 0)")(from, type, to, open)
        .run();
    const Key key = database_.last_key();
    relations_.insert(key);
    return key;
}

void RelationTable::move(Statement& claims) {
    struct Row {
        Key key, relation, head, tail;
        std::string type;
        bool open;
    };
    std::vector<Row> rows;
    while (claims.step()) {
        rows.push_back({claims.integer(0), claims.integer(1), claims.integer(2), claims.integer(3),
                        claims.text(4), claims.integer(5) != 0});
    }
    for (const Row& row : rows) {
        const Key relation = relation_of(row.head, row.type, row.tail, row.open);
        if (relation == row.relation) continue;
        relations_.insert(row.relation);
        database_.statement("UPDATE claim SET relation = ? WHERE key = ?")(relation, row.key).run();
    }
}

void RelationTable::move_claims(Key form) {
    move(
        database_.statement("SELECT c.key, c.relation, c.head, c.tail, c.type, c.open FROM local_entity l "
                            "JOIN claim c ON c.head = l.key WHERE l.form = ?")(form));
    move(
        database_.statement("SELECT c.key, c.relation, c.head, c.tail, c.type, c.open FROM local_entity l "
                            "JOIN claim c ON c.tail = l.key WHERE l.form = ?")(form));
}

void RelationTable::move_all_claims() {
    move(database_.statement("SELECT key, relation, head, tail, type, open FROM claim")());
}

void RelationTable::refresh_entity(Key entity) {
    std::map<std::string, std::int64_t> types;  // by mentions
    std::int64_t mentions = 0;
    Statement& forms = database_.statement("SELECT type, mentions FROM form WHERE entity = ?")(entity);
    while (forms.step()) {
        types[forms.text(0)] += forms.integer(1);
        mentions += forms.integer(1);
    }
    if (types.empty()) {
        database_.statement("DELETE FROM entity WHERE key = ?")(entity).run();
        return;
    }
    auto type = types.begin();
    for (auto other = types.begin(); other != types.end(); ++other) {
        if (other->second > type->second) type = other;
    }
    std::map<std::string, std::int64_t> named;
    Statement& names = database_.statement(
        "SELECT n.name, n.named FROM form f JOIN form_name n ON n.form = f.key WHERE f.entity = ?")(entity);
    while (names.step()) named[names.text(0)] += names.integer(1);
    NameRank best;
    for (const auto& [name, count] : named) {
        const NameRank rank{count, name};
        if (best.name.empty() || rank.is_before(best)) best = rank;
    }
    database_
        .statement(
            "INSERT INTO entity (key, name, type, mentions) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET name = excluded.name, type = excluded.type, mentions = excluded.mentions")(
            entity, best.name, type->first, mentions)
        .run();
}

void RelationTable::refresh_relation(Key relation) {
    Statement& counts = database_.statement(
        "SELECT count(*), count(DISTINCT d.story), min(c.inferred) FROM claim c "
        "JOIN document d ON d.key = c.document WHERE c.relation = ?")(relation);
    counts.step();
    const std::int64_t claims = counts.integer(0), sources = counts.integer(1), inferred = counts.integer(2);
    counts.reset();
    if (claims == 0) {
        database_.statement("DELETE FROM relation WHERE key = ?")(relation).run();
        return;
    }
    Statement& shown = database_.statement(
        "SELECT c.key, c.modality, c.attributed_to FROM claim c JOIN document d ON d.key = c.document "
        "WHERE c.relation = ? ORDER BY c.modality, c.inferred, d.id, c.position LIMIT 1")(relation);
    shown.step();
    const Key key = shown.integer(0);
    const std::int64_t modality = shown.integer(1);
    const std::string attributed_to = shown.text(2);
    shown.reset();
    database_
        .statement(
            "UPDATE relation SET inferred = ?, modality = ?, attributed_to = ?, shown = ?, claims = ?, "
            "sources = ? WHERE key = ?")(inferred, modality, attributed_to, key, claims, sources, relation)
        .run();
}

void RelationTable::settle() {
    for (const Key relation : relations_) refresh_relation(relation);
    for (const Key entity : entities_) refresh_entity(entity);
    relations_.clear();
    entities_.clear();
}

}  // namespace newsgraph
