#pragma once
// What formats that hold flat attributes say of a relation in one string.

#include <string>
#include <string_view>
#include <vector>

#include "export/selection.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// A JSON array: `["Boreal","BRL"]`.
std::string aliases_text(const EntityView& entity);

/// A JSON object: `{"on":["long tasks","code"]}`; all the relation's qualifiers.
std::string qualifiers_text(const KnowledgeGraph& graph, RelationId id);

/// The claims as JSON (export/json.hpp).
std::string claims_text(const KnowledgeGraph& graph, const Selection& selection,
                        const RelationView& relation);

/// The ids of the documents that state the relation, each once, in the order of its claims, as a JSON array.
std::string sources_text(const KnowledgeGraph& graph, const RelationView& relation);

/// The ids of the relations that an inferred one follows from, as a JSON array.
std::string premises_text(const KnowledgeGraph& graph, const Selection& selection, RelationId id);

/// A document, as JSON (export/json.hpp).
std::string document_text(const DocumentRecord& document);

}  // namespace newsgraph
