#include "graph/query/entities.hpp"

#include <cassert>

#include "graph/extraction.hpp"
#include "graph/names.hpp"
#include "graph/nearest_names.hpp"

namespace newsgraph {

const StoredEntity& EntityTable::entity(EntityKey key) {
    const auto [known, is_new] = read_.try_emplace(key);
    if (is_new) {
        Statement& row =
            database_.statement("SELECT name, type, mentions FROM entity WHERE key = ?")(number(key));
        [[maybe_unused]] const bool is_there = row.step();
        assert(is_there);
        known->second = {key, row.text(0), row.text(1), static_cast<std::size_t>(row.integer(2))};
        row.reset();
    }
    return known->second;
}

std::vector<EntityKey> EntityTable::find(const std::string& name) {
    std::vector<EntityKey> found;
    const auto collect = [&found](Statement& row) {
        while (row.step()) found.push_back(EntityKey{row.integer(0)});
    };
    collect(database_.statement(
        "SELECT e.key FROM entity e WHERE e.key IN (SELECT f.entity FROM form_name n JOIN form f ON f.key = "
        "n.form WHERE n.name = ?) ORDER BY e.type = 'phrase', e.mentions DESC, e.name, e.type, e.key")(name));
    if (!found.empty()) return found;
    collect(database_.statement(
        "SELECT e.key FROM entity e WHERE e.key IN (SELECT f.entity FROM form_name n JOIN form f ON f.key = "
        "n.form WHERE n.folded = ?) ORDER BY e.type = 'phrase', e.mentions DESC, e.name, e.type, e.key")(
        folded_name(name)));
    return found;
}

std::vector<std::string> EntityTable::nearest_names(const std::string& name, std::size_t count) {
    NearestNames nearest(name);
    Statement& row = database_.statement(
        "SELECT n.name, n.folded, e.mentions FROM form_name n JOIN form f ON f.key = n.form JOIN entity e ON "
        "e.key = f.entity WHERE e.type <> 'phrase'")();
    while (row.step()) nearest.consider(row.text(0), row.text(1), static_cast<std::size_t>(row.integer(2)));
    return nearest.best(count);
}

}  // namespace newsgraph
