#include "export/json_parts.hpp"

#include <cmath>
#include <string>

#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

// `values(qualifier)` of each name's qualifiers, as {"name":["value"]}. Those of one name stand together.
template <typename Value>
void write_grouped(JsonWriter& json, std::span<const QualifierView> qualifiers, Value value) {
    json.StartObject();
    for (std::size_t i = 0; i < qualifiers.size(); ++i) {
        if (i == 0 || qualifiers[i].name != qualifiers[i - 1].name) {
            if (i > 0) json.EndArray();
            write_text(json, qualifiers[i].name);
            json.StartArray();
        }
        write_text(json, value(qualifiers[i]));
    }
    if (!qualifiers.empty()) json.EndArray();
    json.EndObject();
}

bool any_normalized(std::span<const QualifierView> qualifiers) {
    for (const QualifierView& qualifier : qualifiers) {
        if (!qualifier.normalized.empty()) return true;
    }
    return false;
}

void write_evidence(JsonWriter& json, const KnowledgeGraph& graph, const EvidenceView& evidence) {
    json.StartObject();
    json.Key("document");
    write_text(json, graph.document(evidence.document).id);
    json.Key("begin");
    json.Uint64(evidence.span.begin);
    json.Key("end");
    json.Uint64(evidence.span.end());
    json.Key("text");
    write_text(json, evidence.text);
    json.EndObject();
}

void write_claim(JsonWriter& json, const KnowledgeGraph& graph, const Selection& selection,
                 const ClaimView& claim) {
    json.StartObject();
    json.Key("id");
    write_text(json, selection.id(claim.id));
    json.Key("modality");
    write_text(json, to_string(claim.modality));
    json.Key("attributed_to");
    write_attribution(json, claim.attributed_to);
    json.Key("qualifiers");
    write_qualifiers(json, claim.qualifiers);
    if (any_normalized(claim.qualifiers)) {
        json.Key("normalized");
        write_grouped(json, claim.qualifiers,
                      [](const QualifierView& qualifier) { return qualifier.normalized; });
    }
    if (claim.score != 0 && std::isfinite(claim.score)) {
        json.Key("score");
        json.Double(claim.score);
    }
    if (claim.inferred) {
        json.Key("inferred");
        json.Bool(true);
        json.Key("inferred_from");
        json.StartArray();
        for (const ClaimId premise : claim.inferred_from) {
            if (selection.has(premise)) write_text(json, selection.id(premise));
        }
        json.EndArray();
    }
    json.Key("evidence");
    write_evidence(json, graph, claim.evidence);
    json.EndObject();
}

}  // namespace

void write_text(JsonWriter& json, std::string_view text) {
    if (is_valid_utf8(text)) {
        json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    } else {
        const std::string valid = valid_utf8(text);
        json.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
    }
}

void write_attribution(JsonWriter& json, std::string_view attributed_to) {
    if (attributed_to.empty()) {
        json.Null();
    } else {
        write_text(json, attributed_to);
    }
}

void write_strings(JsonWriter& json, std::span<const std::string_view> strings) {
    json.StartArray();
    for (const std::string_view text : strings) write_text(json, text);
    json.EndArray();
}

void write_qualifiers(JsonWriter& json, std::span<const QualifierView> qualifiers) {
    write_grouped(json, qualifiers, [](const QualifierView& qualifier) { return qualifier.value; });
}

void write_relation_qualifiers(JsonWriter& json, const KnowledgeGraph& graph, const RelationView& relation) {
    if (relation.claims.size() == 1)
        write_qualifiers(json, graph.claim(relation.shown).qualifiers);  // united already
    else
        write_qualifiers(json, graph.qualifiers(relation.id));
}

void write_claims(JsonWriter& json, const KnowledgeGraph& graph, const Selection& selection,
                  const RelationView& relation) {
    json.StartArray();
    for (const ClaimId id : relation.claims) write_claim(json, graph, selection, graph.claim(id));
    json.EndArray();
}

void write_document(JsonWriter& json, const DocumentRecord& document) {
    json.StartObject();
    json.Key("id");
    write_text(json, document.id);
    json.Key("title");
    write_text(json, document.title);
    json.Key("date");
    write_text(json, document.date);
    json.Key("source");
    write_text(json, document.source);
    json.EndObject();
}

void write_premises(JsonWriter& json, const KnowledgeGraph& graph, const Selection& selection,
                    RelationId id) {
    json.StartArray();
    for (const RelationId premise : graph.premises(id)) {
        if (selection.has(premise)) write_text(json, selection.id(premise));
    }
    json.EndArray();
}

}  // namespace newsgraph
