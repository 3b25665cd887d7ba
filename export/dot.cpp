#include "export/dot.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <vector>

#include "export/ascii_set.hpp"
#include "export/dot_style.hpp"
#include "export/edge_text.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "export/xml.hpp"
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

/// Writes statements with their attributes: `e0 [label="Meta" type="organization"];`.
class DotStatement {
  public:
    DotStatement(TextOutput& out, std::string_view subject) : out_(out) { out_ << subject << " ["; }
    ~DotStatement() {
        out_ << "];\n";
        out_.end_piece();
    }
    DotStatement(const DotStatement&) = delete;
    DotStatement& operator=(const DotStatement&) = delete;

    DotStatement& set(std::string_view name, std::string_view value) {
        if (!is_first_) out_ << ' ';
        is_first_ = false;
        out_ << name << '=';
        append_dot_quoted(out_.text(), value);
        return *this;
    }
    DotStatement& set(std::string_view name, std::size_t number) {
        out_ << (is_first_ ? "" : " ") << name << "=\"" << number << '"';
        is_first_ = false;
        return *this;
    }
    DotStatement& set_html(std::string_view name, std::string_view html) {
        out_ << (is_first_ ? "" : " ") << name << "=<" << html << '>';
        is_first_ = false;
        return *this;
    }

  private:
    TextOutput& out_;
    bool is_first_ = true;
};

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

// For the drawing.

constexpr std::size_t title_line = 60;       // characters after which the title's line ends
constexpr std::size_t title_most = 160;      // characters of the title
constexpr std::size_t name_line = 20;        // likewise of a name
constexpr std::size_t name_most = 80;        // characters of a name
constexpr std::size_t edge_line = 34;        // likewise on an edge
constexpr std::size_t type_most = 36;        // characters of a relation's type
constexpr std::size_t qualifiers_most = 70;  // characters of its qualifiers
constexpr std::size_t tooltip_most = 400;

/// At most `most` characters, the last of them an ellipsis if there are more.
std::string shortened(std::string_view text, std::size_t most) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count + 1 == most) {
            const std::size_t last = std::max<std::size_t>(utf8_size(text, at), 1);
            if (at + last < text.size()) return std::string(text.substr(0, at)).append("…");
        }
        at += std::max<std::size_t>(utf8_size(text, at), 1);
    }
    return std::string(text);
}

/// Lines of about `width` characters, ended between words.
std::string wrapped(std::string_view text, std::size_t width) {
    std::string lines;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find(' ', at);
        if (end == text.npos) end = text.size();
        const std::string_view word = text.substr(at, end - at);
        const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
        const std::size_t characters =
            word.size() - static_cast<std::size_t>(std::ranges::count_if(word, continues));
        if (column > 0) {
            const bool fits = column + 1 + characters <= width;
            lines += fits ? ' ' : '\n';
            column = fits ? column + 1 : 0;
        }
        lines += word;
        column += characters;
        at = end + 1;
    }
    return lines;
}

/// Relations of two entities that are drawn alike.
struct DrawnEdge {
    const EdgeLook* look = nullptr;
    std::vector<RelationId> relations;
};

class Drawing {
  public:
    Drawing(const KnowledgeGraph& graph, std::ostream& out, const DrawingOptions& options)
        : graph_(graph), out_(out), options_(options), selection_(graph, options.parts) {
        std::map<std::tuple<EntityId, EntityId, const EdgeLook*>, std::size_t> known;
        for (const RelationId id : selection_.relations()) {
            const RelationView relation = graph.relation(id);
            ++degrees_[relation.head];
            ++degrees_[relation.tail];
            const EdgeLook* look = &edge_look(relation);
            const std::tuple key(relation.head, relation.tail, look);
            const auto [place, is_new] = known.emplace(key, edges_.size());
            if (is_new) edges_.push_back({look, {}});
            edges_[place->second].relations.push_back(id);
        }
        const auto degree =
            std::ranges::max_element(degrees_, {}, [](const auto& entry) { return entry.second; });
        if (degree != degrees_.end()) highest_degree_ = degree->second;
    }

    void write() {
        out_ << "digraph newsgraph {\n";
        write_settings();
        for (const EntityId id : selection_.entities()) {
            if (options_.isolated || degrees_.contains(id)) write_entity(graph_.entity(id));
        }
        for (const DrawnEdge& edge : edges_) write_relations(edge);
        out_ << "}\n";
    }

  private:
    void write_settings() {
        {
            DotStatement settings(out_, "graph");
            settings.set("rankdir", "LR")
                .set("bgcolor", "white")
                .set("pad", "0.3")
                .set("nodesep", "0.3")
                .set("ranksep", "0.7")
                .set("splines", "true")
                .set("outputorder", "edgesfirst")
                .set("fontname", font)
                .set("fontsize", "11")
                .set("fontcolor", "#3a3a3a");
            // The graph's own label is the only one that no edge crosses.
            if (const std::string label = heading(); !label.empty())
                settings.set_html("label", label).set("labelloc", "t");
        }
        DotStatement(out_, "node")
            .set("shape", "box")
            .set("style", "filled,rounded")
            .set("fontname", font)
            .set("fontcolor", "#1c1c1c")
            .set("margin", "0.16,0.09")
            .set("penwidth", "1.3");
        DotStatement(out_, "edge")
            .set("fontname", font)
            .set("fontsize", "10")
            .set("arrowsize", "0.7")
            .set("penwidth", "1.2");
    }

    void write_entity(const EntityView& entity) {
        const NodeColors colors = node_colors(entity.type);
        const auto found = degrees_.find(entity.id);
        const std::size_t degree = found == degrees_.end() ? 0 : found->second;
        std::string tooltip = std::string(entity.type);
        for (const std::string_view alias : entity.aliases) (tooltip += ", ") += alias;
        DotStatement statement(out_, selection_.id(entity.id));
        statement.set("label", wrapped(shortened(entity.name, name_most), name_line))
            .set("fillcolor", colors.fill)
            .set("color", colors.outline)
            .set("fontsize", std::to_string(font_size(degree)))
            .set("tooltip", shortened(tooltip, tooltip_most));
        if (entity.is_phrase()) statement.set("style", "rounded,dashed");
    }

    // 12 points for those with one relation, up to 20 for the one with most; logarithmic, so that one hub
    // does not make all others small.
    int font_size(std::size_t degree) const {
        if (degree <= 1 || highest_degree_ <= 1) return 12;
        const double share =
            std::log(static_cast<double>(degree)) / std::log(static_cast<double>(highest_degree_));
        return 12 + static_cast<int>(std::lround(8 * share));
    }

    /// "(on long-context tasks, Tuesday)"; empty where there are none.
    std::string qualifiers_of(RelationId id) const {
        std::string values;
        for (const QualifierView& qualifier : graph_.qualifiers(id))
            values += (values.empty() ? "" : ", ") + std::string(qualifier.value);
        return values.empty() ? values
                              : std::string("(").append(shortened(values, qualifiers_most)).append(")");
    }

    void write_relations(const DrawnEdge& edge) {
        std::string label, tooltip;
        bool is_symmetric = true;
        for (const RelationId id : edge.relations) {
            const RelationView relation = graph_.relation(id);
            if (!label.empty()) label += '\n';
            label += shortened(relation.type, type_most);
            if (const std::string qualifiers = qualifiers_of(id); !qualifiers.empty()) {
                const bool fits = relation.type.size() + 1 + qualifiers.size() <= edge_line;
                label += (fits ? ' ' : '\n') + wrapped(qualifiers, edge_line);
            }
            const ClaimView claim = graph_.claim(relation.shown);
            if (!tooltip.empty()) tooltip += '\n';
            ((tooltip += relation.type) += ", ") += to_string(relation.modality);
            if (!relation.attributed_to.empty())
                (tooltip += " by ") += shortened(relation.attributed_to, name_most);
            (tooltip += ": ") += shortened(claim.evidence.text, tooltip_most);
            is_symmetric = is_symmetric &&
                           std::ranges::binary_search(graph_.symmetric_types(), relation.type, std::less<>());
        }
        DotStatement statement(out_, edge_name(selection_, graph_.relation(edge.relations.front())));
        statement.set("label", label)
            .set("style", edge.look->style)
            .set("color", edge.look->color)
            .set("fontcolor", edge.look->color)
            .set("tooltip", tooltip)
            .set("labeltooltip", tooltip);
        if (is_symmetric) statement.set("dir", "none");
    }

    /// Title and legend as an HTML-like label; empty where there are none.
    std::string heading() const {
        std::string rows;
        if (!options_.title.empty()) {
            std::string title;
            std::istringstream lines(wrapped(shortened(options_.title, title_most), title_line));
            for (std::string line; std::getline(lines, line);)
                title += (title.empty() ? "" : "<BR/>") + xml_escaped(line);
            rows += "<TR><TD CELLPADDING=\"8\"><FONT POINT-SIZE=\"18\" COLOR=\"#1c1c1c\">" + title +
                    "</FONT></TD></TR>";
        }
        if (options_.legend) rows += legend();
        if (rows.empty()) return rows;
        return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">" + rows +
               "</TABLE>";
    }

    /// Rows of the colours, and beneath them of the lines. Empty where nothing is drawn.
    std::string legend() const {
        std::set<std::string_view> types;
        for (const EntityId id : selection_.entities()) {
            if (options_.isolated || degrees_.contains(id)) types.insert(graph_.entity(id).type);
        }
        std::set<std::string_view> meanings;
        for (const DrawnEdge& edge : edges_) meanings.insert(edge.look->meaning);
        if (types.empty()) return "";

        constexpr std::size_t most_in_row = 7;
        const std::size_t row_count = (types.size() + most_in_row - 1) / most_in_row;
        const std::size_t types_in_row = (types.size() + row_count - 1) / row_count;
        std::string table = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"2\"><TR>";
        std::size_t count = 0;
        for (const std::string_view type : types) {
            if (count > 0 && count % types_in_row == 0) table += "</TR><TR>";
            ++count;
            const NodeColors colors = node_colors(type);
            // The word within its colour: a cell beside it would be stretched over the word.
            table += "<TD BORDER=\"1\" STYLE=\"ROUNDED\" CELLPADDING=\"4\" BGCOLOR=\"" +
                     std::string(colors.fill) + "\" COLOR=\"" + std::string(colors.outline) + "\"> " +
                     xml_escaped(shortened(type, name_most)) + " </TD>";
        }
        table += "</TR></TABLE>";

        std::string lines;
        for (const EdgeLook& look : edge_looks()) {
            if (!meanings.contains(look.meaning)) continue;
            const std::string_view line = look.style == "dashed"   ? "– – –"
                                          : look.style == "dotted" ? "· · · ·"
                                                                   : "———";
            lines += "<FONT COLOR=\"" + std::string(look.color) + "\">" + std::string(line) + " " +
                     std::string(look.meaning) + "</FONT>      ";
        }
        std::string rows = "<TR><TD>" + table + "</TD></TR>";
        if (!lines.empty()) rows += "<TR><TD>" + lines + "</TD></TR>";
        return rows + "<TR><TD HEIGHT=\"8\"></TD></TR>";  // room between it and the graph
    }

    const KnowledgeGraph& graph_;
    TextOutput out_;
    const DrawingOptions& options_;
    const Selection selection_;
    std::map<EntityId, std::size_t> degrees_;
    std::size_t highest_degree_ = 0;
    std::vector<DrawnEdge> edges_;
};

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

void write_drawing(const KnowledgeGraph& graph, std::ostream& out, const DrawingOptions& options) {
    Drawing(graph, out, options).write();
}

}  // namespace newsgraph
