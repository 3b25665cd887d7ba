#include "graph/store/relation_table.hpp"

#include <cstdint>
#include <map>
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
        return key;
    }
    database_
        .statement(
            "INSERT INTO relation (head, type, tail, open, inferred, modality, attributed_to, shown, "
            "claims, sources) VALUES (?, ?, ?, ?, 1, 0, '', 0, 0, 0)")(from, type, to, open)
        .run();
    return database_.last_key();
}

/// Sources are stories that hold the relation with the modality of the claim shown. They are kept with each
/// that comes or goes; where another claim is shown later, `settle` counts them anew.
void RelationTable::count_in_story(Key relation, std::int64_t modality, Key story, std::int64_t change) {
    Statement& count = database_.statement(
        "INSERT INTO relation_story (relation, modality, story, claims) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET claims = claims + excluded.claims RETURNING claims")(relation, modality,
                                                                                        story, change);
    count.step();
    const std::int64_t claims = count.integer(0);
    count.reset();
    if (claims == 0)
        database_
            .statement("DELETE FROM relation_story WHERE relation = ? AND modality = ? AND story = ?")(
                relation, modality, story)
            .run();
    if (claims != 0 && claims != change) return;
    database_
        .statement("UPDATE relation SET sources = sources + ? WHERE key = ? AND modality = ?")(
            claims == 0 ? -1 : 1, relation, modality)
        .run();
}

void RelationTable::count_sources(Key relation) {
    database_
        .statement(
            "UPDATE relation SET sources = (SELECT count(*) FROM relation_story s WHERE s.relation = ?1 AND "
            "s.modality = relation.modality) WHERE key = ?1")(relation)
        .run();
}

/// Shows `claim` where it comes before the claim shown.
void RelationTable::show_better(Key relation, Key claim) {
    database_
        .statement(
            "UPDATE relation SET shown = c.key, modality = c.modality, attributed_to = c.attributed_to "
            "FROM claim c JOIN document d ON d.key = c.document WHERE relation.key = ? AND c.key = ? AND "
            "(relation.shown = 0 OR (c.modality, c.inferred, d.id, c.position) < (SELECT s.modality, "
            "s.inferred, o.id, s.position FROM claim s JOIN document o ON o.key = s.document "
            "WHERE s.key = relation.shown))")(relation, claim)
        .run();
}

void RelationTable::show_best(Key relation) {
    database_
        .statement(
            "UPDATE relation SET shown = c.key, modality = c.modality, attributed_to = c.attributed_to "
            "FROM (SELECT c.key, c.modality, c.attributed_to FROM claim c JOIN document d "
            "ON d.key = c.document WHERE c.relation = ?1 "
            "ORDER BY c.modality, c.inferred, d.id, c.position LIMIT 1) c WHERE relation.key = ?1")(relation)
        .run();
}

void RelationTable::add_claim(Key claim) {
    Statement& row = database_.statement(
        "SELECT c.relation, c.inferred, d.story, c.modality, r.shown = 0 OR c.modality < r.modality FROM "
        "claim c JOIN document d ON d.key = c.document JOIN relation r ON r.key = c.relation WHERE c.key = "
        "?")(claim);
    row.step();
    const Key relation = row.integer(0), story = row.integer(2);
    const bool inferred = row.integer(1) != 0, is_firmest = row.integer(4) != 0;
    const std::int64_t modality = row.integer(3);
    row.reset();
    database_
        .statement("UPDATE relation SET claims = claims + 1, inferred = min(inferred, ?) WHERE key = ?")(
            inferred, relation)
        .run();
    count_in_story(relation, modality, story, 1);
    if (is_firmest) recounted_.insert(relation);
    if (!unshown_.contains(relation)) show_better(relation, claim);
}

void RelationTable::remove_claim(Key claim) {
    Statement& row = database_.statement(
        "SELECT c.relation, d.story, r.shown, c.modality FROM claim c JOIN document d ON d.key = c.document "
        "JOIN relation r ON r.key = c.relation WHERE c.key = ?")(claim);
    row.step();
    const Key relation = row.integer(0), story = row.integer(1), shown = row.integer(2);
    const std::int64_t modality = row.integer(3);
    row.reset();
    database_.statement("UPDATE relation SET claims = claims - 1 WHERE key = ?")(relation).run();
    count_in_story(relation, modality, story, -1);
    lessened_.insert(relation);
    if (shown == claim) unshown_.insert(relation);
}

void RelationTable::change_story(const StoryChange& change) {
    std::map<std::pair<Key, std::int64_t>, std::int64_t> counts;  // claims, by relation and modality
    Statement& row = database_.statement(
        "SELECT relation, modality, count(*) FROM claim WHERE document = ? GROUP BY relation, modality")(
        change.document);
    while (row.step()) counts[{row.integer(0), row.integer(1)}] = row.integer(2);
    for (const auto& [held, count] : counts) {
        count_in_story(held.first, held.second, change.before, -count);
        count_in_story(held.first, held.second, change.after, count);
    }
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
        remove_claim(row.key);
        database_.statement("UPDATE claim SET relation = ? WHERE key = ?")(relation, row.key).run();
        add_claim(row.key);
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

void RelationTable::refresh_lessened(Key relation) {
    Statement& drop =
        database_.statement("DELETE FROM relation WHERE key = ? AND claims = 0 RETURNING 1")(relation);
    const bool is_gone = drop.step();
    drop.reset();
    if (is_gone) return;
    database_
        .statement(
            "UPDATE relation SET inferred = NOT EXISTS (SELECT 1 FROM claim WHERE relation = ?1 AND NOT "
            "inferred) WHERE key = ?1")(relation)
        .run();
    if (!unshown_.contains(relation)) return;
    show_best(relation);
    recounted_.insert(relation);
}

void RelationTable::settle() {
    for (const Key relation : lessened_) refresh_lessened(relation);
    for (const Key relation : recounted_) count_sources(relation);
    for (const Key entity : entities_) refresh_entity(entity);
    lessened_.clear();
    unshown_.clear();
    recounted_.clear();
    entities_.clear();
}

}  // namespace newsgraph
