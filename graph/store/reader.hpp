#pragma once
// What a store holds, read back.

#include <optional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/store/writer.hpp"

namespace newsgraph {

/// What a document says, as it was added; nothing where there is none of that id.
std::optional<StoredDocument> stored_document(Store& store, const std::string& id);

/// The whole graph, in memory: documents by id, entities in the order of their first mention, claims in that
/// of the texts. The same documents and decisions give the same graph, whatever the way there.
KnowledgeGraph graph_of(Store& store);

/// SQL conditions on rows `r` of `relation`, `d` of `document` and `c` of `claim`: each empty, or beginning
/// with " AND ".
struct StorePart {
    std::string relations = {};
    std::string documents = {};
    std::string claims = {};
};

/// The same of a part: its documents, what they say of its relations, and all entities, with the mentions in
/// these documents. What would follow
/// from claims outside of it no longer names those.
KnowledgeGraph graph_of(Store& store, const StorePart& part);

/// The keys of the claims of a part, in the order in which `graph_of` has them.
std::vector<Key> claim_keys(Store& store, const StorePart& part = {});

}  // namespace newsgraph
