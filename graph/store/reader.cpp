#include "graph/store/reader.hpp"

#include <cstdlib>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace newsgraph {
namespace {

std::vector<Span> spans_from(const std::string& text) {
    std::vector<Span> spans;
    const char* at = text.c_str();
    while (*at != '\0') {
        char* end = nullptr;
        const std::size_t begin = std::strtoull(at, &end, 10);
        if (*end != '+') break;
        const std::size_t size = std::strtoull(end + 1, &end, 10);
        spans.push_back({begin, size});
        at = *end == ' ' ? end + 1 : end;
    }
    return spans;
}

constexpr const char* claim_columns =
    "c.key, c.head, c.type, c.tail, c.open, c.inferred, c.modality, c.attributed_to, c.begin, c.size, "
    "coalesce(c.evidence, substr(CAST(d.text AS BLOB), c.begin + 1, c.size)), c.score";

constexpr const char* claims_from =
    "FROM document d JOIN claim c ON c.document = d.key JOIN relation r ON r.key = c.relation WHERE 1";
constexpr const char* claims_order = " ORDER BY d.id, c.position";

/// The columns of `claim_columns`, but for keys.
Claim claim_from(const Statement& row) {
    Claim claim;
    claim.type = row.text(2);
    claim.open = row.integer(4) != 0;
    claim.inferred = row.integer(5) != 0;
    claim.modality = static_cast<Modality>(row.integer(6));
    claim.attributed_to = row.text(7);
    claim.evidence.span = {static_cast<std::size_t>(row.integer(8)),
                           static_cast<std::size_t>(row.integer(9))};
    claim.evidence.text = row.text(10);
    claim.score = row.real(11);
    return claim;
}

std::vector<Qualifier> qualifiers_of(Database& database, Key claim) {
    std::vector<Qualifier> qualifiers;
    Statement& row = database.statement(
        "SELECT name, value, normalized FROM qualifier WHERE claim = ? ORDER BY position")(claim);
    while (row.step()) qualifiers.push_back({row.text(0), row.text(1), row.text(2)});
    return qualifiers;
}

std::vector<Key> premises_of(Database& database, Key claim) {
    std::vector<Key> premises;
    Statement& row = database.statement(
        "SELECT p.premise FROM premise p JOIN claim c ON c.key = p.premise WHERE p.claim = ? ORDER BY "
        "c.position")(claim);
    while (row.step()) premises.push_back(row.integer(0));
    return premises;
}

}  // namespace

std::optional<StoredDocument> stored_document(Store& store, const std::string& id) {
    Database& database = store.database();
    StoredDocument document;
    Statement& row =
        database.statement("SELECT key, title, date, source, text, hash FROM document WHERE id = ?")(id);
    if (!row.step()) return std::nullopt;
    const Key key = row.integer(0);
    document.extraction.document = {id, row.text(1), row.text(2), row.text(3)};
    if (!row.is_null(4)) document.text = row.text(4);
    document.hash = row.text(5);
    row.reset();

    std::map<Key, EntityId> entity_ids;
    std::vector<Entity>& entities = document.extraction.entities;
    Statement& entity = database.statement(
        "SELECT key, name, type, known, mentions, sense FROM local_entity WHERE document = ? ORDER BY "
        "position")(key);
    while (entity.step()) {
        entity_ids[entity.integer(0)] = EntityId{static_cast<std::uint32_t>(entities.size())};
        entities.push_back({entity.text(1), entity.text(2), {}, spans_from(entity.text(4))});
        document.known.push_back(entity.text(3));
        document.senses.push_back(sense_from(entity.text(5)));
    }
    for (const auto& [local_entity, index] : entity_ids) {
        Statement& alias = database.statement(
            "SELECT name FROM local_alias WHERE local_entity = ? ORDER BY position")(local_entity);
        while (alias.step()) entities[index_of(index)].aliases.push_back(alias.text(0));
    }

    std::vector<Key> claim_keys;
    std::map<Key, std::uint32_t> claim_places;
    std::vector<Claim>& claims = document.extraction.claims;
    Statement& claim_row = database.statement(std::string("SELECT ") + claim_columns +
                                              " FROM claim c JOIN document d ON d.key = c.document "
                                              "WHERE c.document = ? ORDER BY c.position")(key);
    while (claim_row.step()) {
        Claim claim = claim_from(claim_row);
        claim.head = entity_ids.at(claim_row.integer(1));
        claim.tail = entity_ids.at(claim_row.integer(3));
        claim.evidence.document = id;
        claim_places[claim_row.integer(0)] = static_cast<std::uint32_t>(claims.size());
        claim_keys.push_back(claim_row.integer(0));
        claims.push_back(std::move(claim));
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        claims[i].qualifiers = qualifiers_of(database, claim_keys[i]);
        if (!claims[i].inferred) continue;
        for (const Key premise : premises_of(database, claim_keys[i]))
            claims[i].inferred_from.push_back(claim_places.at(premise));
    }
    return document;
}

KnowledgeGraph graph_of(Store& store) { return graph_of(store, StorePart()); }

KnowledgeGraph graph_of(Store& store, const StorePart& part) {
    Database& database = store.database();
    std::vector<std::string> symmetric;
    Statement& type = database.statement("SELECT name FROM relation_type WHERE symmetric")();
    while (type.step()) symmetric.push_back(type.text(0));
    KnowledgeGraph graph(std::move(symmetric));

    std::unordered_map<Key, DocumentId> documents;
    Statement& document =
        database.statement("SELECT d.key, d.id, d.title, d.date, d.source FROM document d WHERE 1" +
                           part.documents + " ORDER BY d.id")();
    while (document.step()) {
        documents[document.integer(0)] =
            graph.add_document({document.text(1), document.text(2), document.text(3), document.text(4)});
    }

    // Entities in the order of their first mention, their names too.
    std::vector<Key> order;
    std::unordered_map<Key, std::vector<std::string>> names;
    std::unordered_map<Key, std::unordered_set<std::string>> seen;
    Statement& local = database.statement(
        "SELECT f.entity, l.name, a.name FROM document d JOIN local_entity l ON l.document = d.key "
        "JOIN form f ON f.key = l.form LEFT JOIN local_alias a ON a.local_entity = l.key "
        "ORDER BY d.id, l.position, a.position")();
    while (local.step()) {
        const Key entity = local.integer(0);
        const auto add_name = [&](std::string name) {
            if (seen[entity].insert(name).second) names[entity].push_back(std::move(name));
        };
        if (!names.contains(entity)) order.push_back(entity);
        add_name(local.text(1));
        if (!local.is_null(2)) add_name(local.text(2));
    }
    // Of a part only the mentions in its documents; a graph in memory does not know where they are.
    const std::string mentions =
        part.documents.empty()
            ? "e.mentions"
            : "coalesce(nullif((SELECT sum(l.count) FROM form f JOIN local_entity l ON l.form = f.key JOIN "
              "document d ON d.key = l.document WHERE f.entity = e.key" +
                  part.documents + "), 0), e.mentions)";
    const auto entity =
        database.prepare("SELECT e.name, e.type, " + mentions + " FROM entity e WHERE e.key = ?");
    std::unordered_map<Key, EntityId> entities;
    for (const Key key : order) {
        Statement& row = (*entity)(key);
        if (!row.step()) continue;
        std::vector<std::string> aliases = names[key];
        std::erase(aliases, row.text(0));
        entities[key] =
            graph.add_entity(row.text(0), row.text(1), aliases, static_cast<std::size_t>(row.integer(2)));
        row.reset();
    }

    std::unordered_map<Key, ClaimId> claims;
    std::vector<Key> inferred;
    Statement& row =
        database.statement(std::string("SELECT ") + claim_columns + ", r.head, r.tail, c.document " +
                           claims_from + part.documents + part.relations + part.claims + claims_order)();
    while (row.step()) {
        Claim claim = claim_from(row);
        const Key key = row.integer(0);
        claims[key] = graph.add_claim({entities.at(row.integer(12)), claim.type, entities.at(row.integer(13)),
                                       claim.open, claim.inferred, qualifiers_of(database, key),
                                       claim.modality, claim.attributed_to, documents.at(row.integer(14)),
                                       claim.evidence.span, claim.evidence.text, claim.score});
        if (claim.inferred) inferred.push_back(key);
    }
    for (const Key key : inferred) {
        std::vector<ClaimId> premises;
        for (const Key premise : premises_of(database, key)) {
            if (const auto known = claims.find(premise); known != claims.end())
                premises.push_back(known->second);
        }
        graph.set_premises(claims.at(key), std::move(premises));
    }
    return graph;
}

std::vector<Key> claim_keys(Store& store, const StorePart& part) {
    std::vector<Key> keys;
    Statement& row = store.database().statement(std::string("SELECT c.key ") + claims_from + part.documents +
                                                part.relations + part.claims + claims_order)();
    while (row.step()) keys.push_back(row.integer(0));
    return keys;
}

}  // namespace newsgraph
