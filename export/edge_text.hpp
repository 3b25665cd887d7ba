#pragma once
// What formats that hold flat attributes say of an entity, a relation or a document in one string.

#include <rapidjson/stringbuffer.h>

#include <string_view>
#include <vector>

#include "export/selection.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Lists and objects as JSON. Each string is valid until the next is made: they share memory.
class JsonText {
  public:
    JsonText(const KnowledgeGraph& graph, const Selection& selection)
        : graph_(graph), selection_(selection) {}

    /// An array: `["Boreal","BRL"]`.
    std::string_view aliases(const EntityView& entity);

    /// An object: `{"on":["long tasks","code"]}`; all the relation's qualifiers.
    std::string_view qualifiers(const RelationView& relation);

    /// The claims (export/json.hpp).
    std::string_view claims(const RelationView& relation);

    /// The ids of the documents that state the relation, each once, in the order of its claims: an array.
    std::string_view sources(const RelationView& relation);

    /// The ids of the relations that an inferred one follows from: an array.
    std::string_view premises(const RelationView& relation);

    /// A document (export/json.hpp).
    std::string_view document(const DocumentRecord& document);

  private:
    template <typename Write>
    std::string_view made(Write write);

    const KnowledgeGraph& graph_;
    const Selection& selection_;
    rapidjson::StringBuffer buffer_;
};

/// The documents that state a relation with the modality that it shows, each once, in the order of its
/// claims.
std::vector<DocumentId> sources_of(const KnowledgeGraph& graph, const RelationView& relation);

}  // namespace newsgraph
