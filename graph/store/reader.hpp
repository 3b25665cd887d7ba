#pragma once
// What a store holds, read back.

#include <optional>
#include <string>

#include "graph/knowledge_graph.hpp"
#include "graph/store/writer.hpp"

namespace newsgraph {

/// What a document says, as it was added; nothing where there is none of that id.
std::optional<StoredDocument> stored_document(Store& store, const std::string& id);

/// The whole graph, in memory: documents by id, entities in the order of their first mention, claims in that
/// of the texts. The same documents and decisions give the same graph, whatever the way there.
KnowledgeGraph graph_of(Store& store);

}  // namespace newsgraph
