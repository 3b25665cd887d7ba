#include "export/edge_text.hpp"

#include <set>

#include "export/json_parts.hpp"

namespace newsgraph {
namespace {

template <typename Write>
std::string json_text(Write write) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    write(json);
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

std::string aliases_text(const EntityView& entity) {
    return json_text([&](JsonWriter& json) { write_strings(json, entity.aliases); });
}

std::string qualifiers_text(const KnowledgeGraph& graph, RelationId id) {
    return json_text([&](JsonWriter& json) { write_qualifiers(json, graph.qualifiers(id)); });
}

std::string claims_text(const KnowledgeGraph& graph, const Selection& selection,
                        const RelationView& relation) {
    return json_text([&](JsonWriter& json) { write_claims(json, graph, selection, relation); });
}

std::string sources_text(const KnowledgeGraph& graph, const RelationView& relation) {
    std::vector<std::string_view> sources;
    std::set<DocumentId> seen;
    for (const ClaimId id : relation.claims) {
        const DocumentId document = graph.claim(id).evidence.document;
        if (seen.insert(document).second) sources.push_back(graph.document(document).id);
    }
    return json_text([&](JsonWriter& json) { write_strings(json, sources); });
}

std::string premises_text(const KnowledgeGraph& graph, const Selection& selection, RelationId id) {
    return json_text([&](JsonWriter& json) { write_premises(json, graph, selection, id); });
}

std::string document_text(const DocumentRecord& document) {
    return json_text([&](JsonWriter& json) { write_document(json, document); });
}

}  // namespace newsgraph
