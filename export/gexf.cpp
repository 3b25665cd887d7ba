#include "export/gexf.hpp"

#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "export/dot_style.hpp"
#include "export/edge_text.hpp"
#include "export/iso_date.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "export/xml.hpp"

namespace newsgraph {
namespace {

struct Attribute {
    std::string_view id;
    std::string_view type;
};

constexpr Attribute node_attributes[] = {{"type", "string"}, {"aliases", "string"}, {"mentions", "integer"}};
constexpr Attribute edge_attributes[] = {
    {"type", "string"},        {"open", "boolean"},      {"inferred", "boolean"}, {"modality", "string"},
    {"attribution", "string"}, {"qualifiers", "string"}, {"evidence", "string"},  {"document", "string"},
    {"begin", "long"},         {"end", "long"},          {"sources", "string"},   {"inferred_from", "string"},
};

class GexfWriter {
  public:
    GexfWriter(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options)
        : graph_(graph), out_(stream), selection_(graph, options), json_(graph, selection_) {}

    void write() {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                "<meta><creator>newsgraph</creator></meta>\n";
        out_ << "<graph defaultedgetype=\"directed\" mode=\"" << (has_dates() ? "dynamic" : "static")
             << "\" timeformat=\"date\">\n";
        declare("node", node_attributes);
        declare("edge", edge_attributes);
        out_ << "<nodes count=\"" << selection_.entities().size() << "\">\n";
        for (const EntityId id : selection_.entities()) write_node(graph_.entity(id));
        out_ << "</nodes>\n<edges count=\"" << selection_.relations().size() << "\">\n";
        for (const RelationId id : selection_.relations()) write_edge(graph_.relation(id));
        out_ << "</edges>\n</graph>\n</gexf>\n";
    }

  private:
    bool has_dates() const {
        for (const DocumentId id : graph_.documents()) {
            if (is_iso_date(graph_.document(id).date)) return true;
        }
        return false;
    }

    void declare(std::string_view owner, std::span<const Attribute> attributes) {
        out_ << "<attributes class=\"" << owner << "\" mode=\"static\">\n";
        for (const Attribute& attribute : attributes) {
            out_ << "<attribute id=\"" << attribute.id << "\" title=\"" << attribute.id << "\" type=\""
                 << attribute.type << "\"/>\n";
        }
        out_ << "</attributes>\n";
    }

    void quoted(std::string_view name, std::string_view value) {
        out_ << ' ' << name << "=\"";
        append_xml_escaped(out_.text(), value);
        out_ << '"';
    }

    template <typename Value>
    void attribute(std::string_view id, Value value) {
        out_ << "<attvalue for=\"" << id << "\" value=\"";
        if constexpr (std::is_unsigned_v<Value>)
            out_ << value;
        else
            append_xml_escaped(out_.text(), value);
        out_ << "\"/>";
    }

    /// "#rrggbb" as the three numbers that every version of GEXF has.
    void color(std::string_view hex) {
        unsigned red = 0, green = 0, blue = 0;
        std::sscanf(std::string(hex).c_str(), "#%2x%2x%2x", &red, &green, &blue);
        out_ << "<viz:color r=\"" << red << "\" g=\"" << green << "\" b=\"" << blue << "\"/>";
    }

    /// The date of the first document that states the relation; empty where none has one.
    std::string_view start_of(const RelationView& relation) const {
        std::string_view first;
        for (const ClaimId id : relation.claims) {
            const std::string_view date = graph_.document(graph_.claim(id).evidence.document).date;
            if (is_iso_date(date) && (first.empty() || date < first)) first = date;
        }
        return first;
    }

    /// The date of its first relation; empty where it has one without a date, which is there at all times.
    std::string_view start_of(const EntityView& entity) const {
        std::string_view first;
        for (const bool is_head : {true, false}) {
            RelationPattern pattern;
            (is_head ? pattern.head : pattern.tail) = entity.id;
            pattern.filter.open = true;
            for (const RelationId id : graph_.relations(pattern)) {
                if (!selection_.has(id)) continue;
                const std::string_view date = start_of(graph_.relation(id));
                if (date.empty()) return {};
                if (first.empty() || date < first) first = date;
            }
        }
        return first;
    }

    void write_node(const EntityView& entity) {
        out_ << "<node id=\"" << selection_.id(entity.id) << '"';
        quoted("label", entity.name);
        if (const auto start = start_of(entity); !start.empty()) quoted("start", start);
        out_ << "><attvalues>";
        attribute("type", entity.type);
        attribute("aliases", json_.aliases(entity));
        attribute("mentions", entity.mentions);
        out_ << "</attvalues>";
        color(node_colors(entity.type).outline);
        // From 10 on; logarithmic, so that one hub does not make all others small.
        const auto size =
            static_cast<unsigned>(10 + 6 * std::log2(1.0 + static_cast<double>(entity.mentions)));
        out_ << "<viz:size value=\"" << size << "\"/></node>\n";
        out_.end_piece();
    }

    void write_edge(const RelationView& relation) {
        const EvidenceView evidence = graph_.claim(relation.shown).evidence;
        out_ << "<edge id=\"" << selection_.id(relation.id) << "\" source=\"" << selection_.id(relation.head)
             << "\" target=\"" << selection_.id(relation.tail) << "\" type=\"directed\"";
        quoted("label", relation.type);
        quoted("kind", relation.type);
        out_ << " weight=\"" << relation.claims.size() << '"';
        if (const auto start = start_of(relation); !start.empty()) quoted("start", start);
        out_ << "><attvalues>";
        attribute("type", relation.type);
        attribute("open", std::string_view(relation.open ? "true" : "false"));
        attribute("inferred", std::string_view(relation.inferred ? "true" : "false"));
        attribute("modality", to_string(relation.modality));
        if (!relation.attributed_to.empty()) attribute("attribution", relation.attributed_to);
        attribute("qualifiers", json_.qualifiers(relation));
        attribute("evidence", evidence.text);
        attribute("document", std::string_view(graph_.document(evidence.document).id));
        attribute("begin", evidence.span.begin);
        attribute("end", evidence.span.end());
        attribute("sources", json_.sources(relation));
        if (relation.inferred) attribute("inferred_from", json_.premises(relation));
        out_ << "</attvalues>";
        const EdgeLook& look = edge_look(relation);
        color(look.color);
        out_ << "<viz:shape value=\"" << look.style << "\"/></edge>\n";
        out_.end_piece();
    }

    const KnowledgeGraph& graph_;
    TextOutput out_;
    const Selection selection_;
    JsonText json_;
};

}  // namespace

void write_gexf(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    GexfWriter(graph, stream, options).write();
}

}  // namespace newsgraph
