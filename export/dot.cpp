#include "export/dot.hpp"

#include <algorithm>

#include "export/ascii_set.hpp"
#include "export/dot_statement.hpp"
#include "export/dot_style.hpp"
#include "export/edge_text.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

// "&amp;", "&#39;", "&#x27;": what Graphviz's labels take for a character entity.
bool begins_entity(std::string_view text) {
    std::size_t at = 1;
    if (at < text.size() && text[at] == '#') ++at;
    const std::size_t name = at;
    const auto is_name = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    constexpr std::size_t longest = 32;  // no entity's name is as long; keeps this linear
    while (at < text.size() && at - name < longest && is_name(text[at])) ++at;
    return at > name && at < text.size() && text[at] == ';';
}

void append_quoted(std::string& out, std::string_view text, std::size_t at, char32_t c) {
    if (c == U'"' || c == U'\\') {
        out += '\\';
        out += static_cast<char>(c);
    } else if (c == U'\n') {
        out += "\\n";
    } else if (c == U'\r') {
        if (at + 1 == text.size() || text[at + 1] != '\n') out += "\\n";  // "\r\n" is one line end
    } else if (c == U'\t') {
        out += '\t';
    } else if (c < 0x20) {
        append_utf8(out, 0x2400 + c);
    } else if (c == 0xFFFE || c == 0xFFFF) {
        append_utf8(out, 0xFFFD);
    } else if (c == U'&' && begins_entity(text.substr(at))) {
        out += "&amp;";
    } else {
        append_utf8(out, c);
    }
}

std::string edge_name(const Selection& selection, const RelationView& relation) {
    std::string name = selection.id(relation.head);
    name += " -> ";
    return name += selection.id(relation.tail);
}

constexpr std::string_view font = "Helvetica,Arial,sans-serif";

void write_node(TextOutput& out, JsonText& json, const Selection& selection, const EntityView& entity) {
    const NodeColors colors = node_colors(entity.type);
    DotStatement(out, selection.id(entity.id))
        .set("label", entity.name)
        .set("type", entity.type)
        .set("aliases", json.aliases(entity))
        .set("mentions", entity.mentions)
        .set("fillcolor", colors.fill)
        .set("color", colors.outline);
}

void write_edge(TextOutput& out, JsonText& json, const KnowledgeGraph& graph, const Selection& selection,
                const RelationView& relation) {
    const EvidenceView evidence = graph.claim(relation.shown).evidence;
    const EdgeLook& look = edge_look(relation);
    DotStatement statement(out, edge_name(selection, relation));
    statement.set("id", selection.id(relation.id))
        .set("label", relation.type)
        .set("type", relation.type)
        .set("open", relation.open ? "true" : "false")
        .set("inferred", relation.inferred ? "true" : "false")
        .set("modality", to_string(relation.modality))
        .set("qualifiers", json.qualifiers(relation))
        .set("evidence", evidence.text)
        .set("document", graph.document(evidence.document).id)
        .set("begin", evidence.span.begin)
        .set("end", evidence.span.end())
        .set("sources", json.sources(relation))
        .set("style", look.style)
        .set("color", look.color)
        .set("fontcolor", look.color);
    if (!relation.attributed_to.empty()) statement.set("attribution", relation.attributed_to);
    if (relation.inferred) statement.set("inferred_from", json.premises(relation));
}

}  // namespace

void append_dot_quoted(std::string& out, std::string_view text) {
    static constexpr AsciiSet special{"\"\\&"};
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = special.first_in(text.substr(at));
        out.append(text, at, plain);
        at += plain;
        if (at == text.size()) break;
        const std::size_t size = utf8_size(text, at);
        append_quoted(out, text, at, size == 0 ? char32_t{0xFFFD} : utf8_code_point(text, at));
        at += std::max<std::size_t>(size, 1);
    }
    out += '"';
}

std::string dot_quoted(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8 + 2);
    append_dot_quoted(out, text);
    return out;
}

void write_dot(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    const Selection selection(graph, options);
    JsonText json(graph, selection);
    TextOutput out(stream);
    out << "digraph newsgraph {\n";
    DotStatement(out, "graph").set("rankdir", "LR").set("fontname", font);
    DotStatement(out, "node").set("shape", "box").set("style", "filled,rounded").set("fontname", font);
    DotStatement(out, "edge").set("fontname", font).set("fontsize", "10");
    for (const EntityId id : selection.entities()) write_node(out, json, selection, graph.entity(id));
    for (const RelationId id : selection.relations())
        write_edge(out, json, graph, selection, graph.relation(id));
    out << "}\n";
}

}  // namespace newsgraph
