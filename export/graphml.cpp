#include "export/graphml.hpp"

#include <string>
#include <string_view>

#include "export/edge_text.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "export/xml.hpp"

namespace newsgraph {
namespace {

struct Key {
    std::string_view owner;
    std::string_view name;
    std::string_view type;
};

// GraphML wants keys declared before the graph. An id is the owner's first letter and the name: two owners
// may have keys of one name.
constexpr Key keys[] = {
    {"graph", "documents", "string"}, {"node", "label", "string"},       {"node", "type", "string"},
    {"node", "aliases", "string"},    {"node", "mentions", "int"},       {"edge", "label", "string"},
    {"edge", "type", "string"},       {"edge", "open", "boolean"},       {"edge", "inferred", "boolean"},
    {"edge", "modality", "string"},   {"edge", "attribution", "string"}, {"edge", "qualifiers", "string"},
    {"edge", "evidence", "string"},   {"edge", "document", "string"},    {"edge", "begin", "long"},
    {"edge", "end", "long"},          {"edge", "sources", "string"},     {"edge", "inferred_from", "string"},
    {"edge", "claims", "string"},
};

constexpr std::string_view header =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";

class GraphmlWriter {
  public:
    GraphmlWriter(const KnowledgeGraph& graph, std::ostream& out, const ExportOptions& options)
        : graph_(graph), out_(out), selection_(graph, options), json_(graph, selection_) {}

    void write() {
        out_ << header;
        for (const Key& key : keys) {
            out_ << "<key id=\"" << key.owner[0] << '_' << key.name << "\" for=\"" << key.owner
                 << "\" attr.name=\"" << key.name << "\" attr.type=\"" << key.type << "\"/>\n";
        }
        out_ << "<graph id=\"newsgraph\" edgedefault=\"directed\">\n";
        write_documents();
        for (const EntityId id : selection_.entities()) write_node(graph_.entity(id));
        for (const RelationId id : selection_.relations()) write_edge(graph_.relation(id));
        out_ << "</graph>\n</graphml>\n";
    }

  private:
    /// For text of our own, which needs no escaping.
    void plain_data(std::string_view key, std::string_view value) {
        out_ << "<data key=\"" << key << "\">" << value << "</data>";
    }

    void data(std::string_view key, std::string_view value) {
        out_ << "<data key=\"" << key << "\">";
        append_xml_escaped(out_.text(), value);
        out_ << "</data>";
    }

    void data(std::string_view key, std::size_t number) {
        out_ << "<data key=\"" << key << "\">" << number << "</data>";
    }

    void write_documents() {
        out_ << "<data key=\"g_documents\">[";
        bool is_first = true;
        for (const DocumentId id : graph_.documents()) {
            if (!is_first) out_ << ",\n";
            is_first = false;
            append_xml_escaped(out_.text(), json_.document(graph_.document(id)));
            out_.end_piece();
        }
        out_ << "]</data>\n";
    }

    void write_node(const EntityView& entity) {
        out_ << "<node id=\"" << selection_.id(entity.id) << "\">";
        data("n_label", entity.name);
        data("n_type", entity.type);
        data("n_aliases", json_.aliases(entity));
        data("n_mentions", entity.mentions);
        out_ << "</node>\n";
        out_.end_piece();
    }

    void write_edge(const RelationView& relation) {
        const EvidenceView evidence = graph_.claim(relation.shown).evidence;
        out_ << "<edge id=\"" << selection_.id(relation.id) << "\" source=\"" << selection_.id(relation.head)
             << "\" target=\"" << selection_.id(relation.tail) << "\">";
        data("e_label", relation.type);
        data("e_type", relation.type);
        plain_data("e_open", relation.open ? "true" : "false");
        plain_data("e_inferred", relation.inferred ? "true" : "false");
        plain_data("e_modality", to_string(relation.modality));
        if (!relation.attributed_to.empty()) data("e_attribution", relation.attributed_to);
        data("e_qualifiers", json_.qualifiers(relation));
        data("e_evidence", evidence.text);
        data("e_document", graph_.document(evidence.document).id);
        data("e_begin", evidence.span.begin);
        data("e_end", evidence.span.end());
        data("e_sources", json_.sources(relation));
        if (relation.inferred) data("e_inferred_from", json_.premises(relation));
        data("e_claims", json_.claims(relation));
        out_ << "</edge>\n";
        out_.end_piece();
    }

    const KnowledgeGraph& graph_;
    TextOutput out_;
    const Selection selection_;
    JsonText json_;
};

}  // namespace

void write_graphml(const KnowledgeGraph& graph, std::ostream& out, const ExportOptions& options) {
    GraphmlWriter(graph, out, options).write();
}

}  // namespace newsgraph
