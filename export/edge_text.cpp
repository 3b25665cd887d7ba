#include "export/edge_text.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "export/json_parts.hpp"

namespace newsgraph {

template <typename Write>
std::string_view JsonText::made(Write write) {
    buffer_.Clear();
    JsonWriter json(buffer_);
    write(json);
    return {buffer_.GetString(), buffer_.GetSize()};
}

std::string_view JsonText::aliases(const EntityView& entity) {
    return made([&](JsonWriter& json) { write_strings(json, entity.aliases); });
}

std::string_view JsonText::qualifiers(const RelationView& relation) {
    return made([&](JsonWriter& json) { write_relation_qualifiers(json, graph_, relation); });
}

std::string_view JsonText::claims(const RelationView& relation) {
    return made([&](JsonWriter& json) { write_claims(json, graph_, selection_, relation); });
}

std::string_view JsonText::sources(const RelationView& relation) {
    return made([&](JsonWriter& json) {
        json.StartArray();
        for (const DocumentId id : sources_of(graph_, relation)) write_text(json, graph_.document(id).id);
        json.EndArray();
    });
}

std::string_view JsonText::premises(const RelationView& relation) {
    return made([&](JsonWriter& json) { write_premises(json, graph_, selection_, relation.id); });
}

std::string_view JsonText::document(const DocumentRecord& document) {
    return made([&](JsonWriter& json) { write_document(json, document); });
}

std::vector<DocumentId> sources_of(const KnowledgeGraph& graph, const RelationView& relation) {
    std::vector<DocumentId> sources;
    std::set<DocumentId> seen;
    for (const ClaimId id : relation.claims) {
        const ClaimView claim = graph.claim(id);
        const DocumentId document = claim.evidence.document;
        if (claim.modality != relation.modality) continue;
        // Most relations have one claim, and most others claims of one document.
        if (!sources.empty() && sources.back() == document) continue;
        if (relation.claims.size() == 1 || seen.insert(document).second) sources.push_back(document);
    }
    return sources;
}

}  // namespace newsgraph
