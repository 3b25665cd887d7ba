#pragma once
// Whatever holds a graph, opened to be asked.

#include <string>
#include <vector>

#include "cli/graph_formats.hpp"
#include "cli/session.hpp"
#include "graph/query/entities.hpp"
#include "graph/query/filter.hpp"
#include "graph/store/store.hpp"

namespace newsgraph {

/// A store to read, and what the ontology tells of its relation types.
struct OpenedStore {
    Store store;
    OntologyFacts ontology;
};

/// Opens a store as it is now, whatever is added meanwhile. What is no store is read or built, as open_graph
/// (cli/graph_formats.hpp) does, and put into one in memory. Throws Error where it can't be read.
OpenedStore open_store(const std::string& input, const Session& session);

/// What the filter lets through of whatever holds a graph, as a graph of its own; with the entities that have
/// no relation in it, which what is written can leave out. Throws Error as above, and where the filter names
/// a type or a document that is not there.
KnowledgeGraph open_part(const std::string& input, const ClaimFilter& filter, const Session& session);

/// Whether the filter needs a store to be applied: it chooses by type, modality, sources, dates or documents.
bool needs_store(const ClaimFilter& filter) noexcept;

/// The relation types that one may ask for: those of the ontology and of the store, its open ones only with
/// `open`; by name.
std::vector<std::string> known_relation_types(OpenedStore& opened, bool open);

/// Throws UsageError for `where` unless some entity has the type.
void check_entity_type(Database& database, const std::string& type, const std::string& where);

/// "a, b, c".
std::string listed(const std::vector<std::string>& words);

/// The entities with that name, the most mentioned first; "NAME:type" only those of the type. Never none:
/// throws Error with the nearest names.
std::vector<EntityKey> entities_named(EntityTable& entities, const std::string& name);

/// The first of these; the log says so where there are others.
EntityKey entity_named(EntityTable& entities, const std::string& name);

}  // namespace newsgraph
