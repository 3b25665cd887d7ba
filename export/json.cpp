#include "export/json.hpp"

#include "export/json_parts.hpp"

namespace newsgraph {
namespace {

/// Writes line by line: what RapidJSON has made of one value, then the buffer is used again.
class JsonLines {
  public:
    explicit JsonLines(std::ostream& out) : out_(out) {}

    template <typename Write>
    void line(Write write) {
        out_ << (is_first_ ? "\n" : ",\n");
        is_first_ = false;
        buffer_.Clear();
        JsonWriter json(buffer_);
        write(json);
        out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    }

    void start(const char* bracket) {
        out_ << bracket;
        is_first_ = true;
    }

  private:
    std::ostream& out_;
    rapidjson::StringBuffer buffer_;
    bool is_first_ = true;
};

void write_node(JsonWriter& json, const Selection& selection, const EntityView& entity) {
    json.StartObject();
    json.Key("id");
    write_text(json, selection.id(entity.id));
    json.Key("label");
    write_text(json, entity.name);
    json.Key("type");
    write_text(json, entity.type);
    json.Key("aliases");
    write_strings(json, entity.aliases);
    json.Key("mentions");
    json.Uint64(entity.mentions);
    json.EndObject();
}

void write_edge(JsonWriter& json, const KnowledgeGraph& graph, const Selection& selection,
                const RelationView& relation) {
    json.StartObject();
    json.Key("id");
    write_text(json, selection.id(relation.id));
    json.Key("source");
    write_text(json, selection.id(relation.head));
    json.Key("target");
    write_text(json, selection.id(relation.tail));
    json.Key("type");
    write_text(json, relation.type);
    json.Key("open");
    json.Bool(relation.open);
    json.Key("inferred");
    json.Bool(relation.inferred);
    if (relation.inferred) {
        json.Key("inferred_from");
        write_premises(json, graph, selection, relation.id);
    }
    json.Key("modality");
    write_text(json, to_string(relation.modality));
    json.Key("attributed_to");
    write_attribution(json, relation.attributed_to);
    json.Key("qualifiers");
    write_relation_qualifiers(json, graph, relation);
    json.Key("claims");
    write_claims(json, graph, selection, relation);
    json.EndObject();
}

}  // namespace

std::string json_quoted(std::string_view text) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    write_text(json, text);
    return {buffer.GetString(), buffer.GetSize()};
}

void write_json(const KnowledgeGraph& graph, std::ostream& out, const ExportOptions& options) {
    const Selection selection(graph, options);
    JsonLines lines(out);
    lines.start("{\"directed\":true,\"multigraph\":true,\"nodes\":[");
    for (const EntityId id : selection.entities()) {
        lines.line([&](JsonWriter& json) { write_node(json, selection, graph.entity(id)); });
    }
    lines.start("\n],\"edges\":[");
    for (const RelationId id : selection.relations()) {
        lines.line([&](JsonWriter& json) { write_edge(json, graph, selection, graph.relation(id)); });
    }
    lines.start("\n],\"documents\":[");
    for (const DocumentId id : graph.documents()) {
        lines.line([&](JsonWriter& json) { write_document(json, graph.document(id)); });
    }
    out << "\n]}\n";
}

}  // namespace newsgraph
