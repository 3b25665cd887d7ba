// Store::of: from a graph to a store in memory.

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "graph/knowledge_graph.hpp"
#include "graph/names.hpp"
#include "graph/store/schema.hpp"
#include "graph/store/store.hpp"

namespace newsgraph {
namespace {

// Rows count from 1, ids from 0.
template <typename Id>
std::int64_t key_of(Id id) {
    return static_cast<std::int64_t>(index_of(id)) + 1;
}

/// Writes the tables that the views and queries read. What finds names that are one entity stays empty: each
/// entity has one form, which is itself.
class Copy {
  public:
    Copy(const KnowledgeGraph& graph, Database& database) : graph_(graph), database_(database) {}

    void all() {
        for (const DocumentId id : graph_.documents()) document(id);
        for (const EntityId id : graph_.entities()) entity(id);
        for (const RelationId id : graph_.relations()) relation(id);
        for (const ClaimId id : graph_.claims()) claim(id);
        for (const std::string& type : graph_.symmetric_types())
            database_.statement("INSERT OR IGNORE INTO relation_type VALUES (?, 1)")(type).run();
    }

  private:
    void document(DocumentId id) {
        const DocumentRecord& document = graph_.document(id);
        database_
            .statement("INSERT INTO document VALUES (?, ?, ?, ?, ?, NULL, '', x'', ?)")(
                key_of(id), document.id, document.title, document.date, document.source, key_of(id))
            .run();
    }

    void entity(EntityId id) {
        const EntityView entity = graph_.entity(id);
        database_
            .statement("INSERT INTO entity VALUES (?, ?, ?, ?)")(key_of(id), entity.name, entity.type,
                                                                 entity.mentions)
            .run();
        // The key in the normal form keeps apart those that share name and type.
        database_
            .statement("INSERT INTO form VALUES (?, ?, ?, '', '', 1, ?, NULL, '', ?)")(
                key_of(id), entity.type, std::string(entity.folded) + "\n" + std::to_string(key_of(id)),
                entity.mentions, key_of(id))
            .run();
        name(id, entity.name, true);
        for (const std::string_view alias : entity.aliases) name(id, alias, false);
    }

    void name(EntityId id, std::string_view name, bool is_canonical) {
        database_
            .statement("INSERT OR IGNORE INTO form_name VALUES (?, ?, ?, ?, ?)")(
                key_of(id), name, folded_name(name), is_canonical, !is_canonical)
            .run();
    }

    void relation(RelationId id) {
        const RelationView relation = graph_.relation(id);
        std::set<DocumentId> sources;
        for (const ClaimId id_of_claim : relation.claims) {
            const ClaimView claim = graph_.claim(id_of_claim);
            if (claim.modality == relation.modality) sources.insert(claim.evidence.document);
        }
        database_
            .statement("INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")(
                key_of(id), key_of(relation.head), relation.type, key_of(relation.tail), relation.open,
                relation.inferred, static_cast<int>(relation.modality), relation.attributed_to,
                key_of(relation.shown), relation.claims.size(), sources.size())
            .run();
    }

    void claim(ClaimId id) {
        const ClaimView claim = graph_.claim(id);
        const RelationView relation = graph_.relation(claim.relation);
        const DocumentId document = claim.evidence.document;
        database_
            .statement("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")(
                key_of(id), key_of(document), key_of(id), key_of(claim.relation),
                local_entity(relation.head, document), relation.type, local_entity(relation.tail, document),
                relation.open, claim.inferred, static_cast<int>(claim.modality), claim.attributed_to,
                claim.evidence.span.begin, claim.evidence.span.size, claim.evidence.text, claim.score)
            .run();
        for (std::size_t i = 0; i < claim.qualifiers.size(); ++i)
            database_
                .statement("INSERT INTO qualifier VALUES (?, ?, ?, ?, ?)")(
                    key_of(id), i, claim.qualifiers[i].name, claim.qualifiers[i].value,
                    claim.qualifiers[i].normalized)
                .run();
        for (const ClaimId premise : claim.inferred_from)
            database_.statement("INSERT OR IGNORE INTO premise VALUES (?, ?)")(key_of(id), key_of(premise))
                .run();
    }

    /// Makes it when a document's first claim names it. Entities keep the graph's order, and their other
    /// names, which the graph knows of no document, stand in the first of theirs.
    std::int64_t local_entity(EntityId id, DocumentId document) {
        const auto [known, is_new] = local_entities_.emplace(
            std::pair(id, document), static_cast<std::int64_t>(local_entities_.size()) + 1);
        if (is_new) {
            const EntityView entity = graph_.entity(id);
            database_
                .statement("INSERT INTO local_entity VALUES (?, ?, ?, ?, ?, '', '', '', 0, ?)")(
                    known->second, key_of(document), key_of(id), entity.name, entity.type, key_of(id))
                .run();
            if (!named_.insert(id).second) return known->second;
            for (std::size_t i = 0; i < entity.aliases.size(); ++i)
                database_
                    .statement("INSERT INTO local_alias VALUES (?, ?, ?)")(known->second, i,
                                                                           entity.aliases[i])
                    .run();
        }
        return known->second;
    }

    const KnowledgeGraph& graph_;
    Database& database_;
    std::map<std::pair<EntityId, DocumentId>, std::int64_t> local_entities_;
    std::set<EntityId> named_;  // whose other names are written
};

}  // namespace

Store Store::of(const KnowledgeGraph& graph) {
    Store store{Database(":memory:", Database::Access::create)};
    migrate(store.database());
    Transaction transaction(store.database());
    Copy(graph, store.database()).all();
    transaction.commit();
    return store;
}

}  // namespace newsgraph
