#include "cli/open_store.hpp"

#include <algorithm>
#include <utility>

#include "cli/ask_options.hpp"
#include "cli/lookup.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "graph/store/reader.hpp"

namespace newsgraph {
namespace {

/// The types of the store's relations, found by leaps through the index. Open and closed relations have no
/// types in common, so one of each type tells which it is.
std::vector<std::string> stored_types(Database& database, bool open) {
    std::vector<std::string> types;
    Statement& row = database.statement(
        "WITH RECURSIVE type (name) AS (SELECT min(type) FROM relation UNION ALL SELECT (SELECT min(type) "
        "FROM relation WHERE type > name) FROM type WHERE name IS NOT NULL) SELECT name FROM type WHERE name "
        "IS NOT NULL AND (?1 OR NOT (SELECT r.open FROM relation r WHERE r.type = name LIMIT 1))")(open);
    while (row.step()) types.push_back(row.text(0));
    return types;
}

}  // namespace

OpenedStore open_store(const std::string& input, const Session& session) {
    if (holds_store(input)) {
        OpenedStore opened{Store::open(input), ontology_facts(session)};
        opened.store.database().execute("BEGIN");  // all questions are asked of one state
        return opened;
    }
    OpenedGraph opened = open_graph(input, session);
    return {Store::of(opened.graph), std::move(opened.ontology)};
}

bool needs_store(const ClaimFilter& filter) noexcept {
    return filter.chooses_claims() || !filter.types.empty() || filter.min_sources > 1;
}

KnowledgeGraph open_part(const std::string& input, const ClaimFilter& filter, const Session& session) {
    if (!needs_store(filter)) return open_graph(input, session).graph;
    OpenedStore opened = open_store(input, session);
    check_filter(filter, opened);
    return graph_of(opened.store,
                    {filter.relation_condition(), filter.document_condition(), filter.modality_condition()});
}

std::vector<std::string> known_relation_types(OpenedStore& opened, bool open) {
    std::vector<std::string> types = stored_types(opened.store.database(), open);
    types.insert(types.end(), opened.ontology.types.begin(), opened.ontology.types.end());
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
}

void check_entity_type(Database& database, const std::string& type, const std::string& where) {
    std::vector<std::string> known;
    Statement& row = database.statement("SELECT DISTINCT type FROM entity ORDER BY type")();
    while (row.step()) known.push_back(row.text(0));
    if (std::ranges::find(known, type) != known.end()) return;
    const auto near = nearest(type, known);
    throw UsageError(where, "nothing here has it",
                     (near ? "did you mean \"" + *near + "\"? " : "") + "known are " + listed(known));
}

std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

std::vector<EntityKey> entities_named(EntityTable& entities, const std::string& name) {
    std::vector<EntityKey> found = entities.find(name);
    const std::size_t colon = name.rfind(':');
    if (found.empty() && colon != name.npos && colon > 0) {
        found = entities.find(name.substr(0, colon));
        std::erase_if(found,
                      [&](EntityKey key) { return entities.entity(key).type != name.substr(colon + 1); });
    }
    if (found.empty()) throw no_such_entity(name, entities.nearest_names(name));
    return found;
}

EntityKey entity_named(EntityTable& entities, const std::string& name) {
    const std::vector<EntityKey> found = entities_named(entities, name);
    if (found.size() > 1) {
        const StoredEntity& entity = entities.entity(found.front());
        warn_of_ambiguity(name, found.size(), entity.name, entity.type);
    }
    return found.front();
}

}  // namespace newsgraph
