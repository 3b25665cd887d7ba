#pragma once
// The parts of the graph as JSON, for all formats that hold some.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <span>
#include <string_view>

#include "export/selection.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

// Each writes one JSON value; export/json.hpp shows them.
void write_text(JsonWriter& json, std::string_view text);
void write_attribution(JsonWriter& json, std::string_view attributed_to);
void write_strings(JsonWriter& json, std::span<const std::string_view> strings);
void write_qualifiers(JsonWriter& json, std::span<const QualifierView> qualifiers);
void write_relation_qualifiers(JsonWriter& json, const KnowledgeGraph& graph, const RelationView& relation);
void write_claims(JsonWriter& json, const KnowledgeGraph& graph, const Selection& selection,
                  const RelationView& relation);
void write_document(JsonWriter& json, const DocumentRecord& document);

/// The ids of the relations that an inferred one follows from, as far as they are written: ["r0","r4"].
void write_premises(JsonWriter& json, const KnowledgeGraph& graph, const Selection& selection, RelationId id);

}  // namespace newsgraph
