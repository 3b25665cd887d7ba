#include "export/csv.hpp"

#include "export/ascii_set.hpp"
#include "export/edge_text.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

class CsvLine {
  public:
    explicit CsvLine(TextOutput& out) : out_(out) {}
    ~CsvLine() {
        out_ << '\n';
        out_.end_piece();
    }
    CsvLine(const CsvLine&) = delete;
    CsvLine& operator=(const CsvLine&) = delete;

    CsvLine& text(std::string_view value) {
        comma();
        append_csv_quoted(out_.text(), value);
        return *this;
    }
    CsvLine& number(std::size_t value) {
        comma();
        out_ << value;
        return *this;
    }
    CsvLine& truth(bool value) {
        comma();
        out_ << (value ? "true" : "false");
        return *this;
    }

  private:
    void comma() {
        if (!is_first_) out_ << ',';
        is_first_ = false;
    }

    TextOutput& out_;
    bool is_first_ = true;
};

std::string_view named(std::string_view type) { return type.empty() ? "unnamed" : type; }

}  // namespace

void append_csv_quoted(std::string& out, std::string_view text) {
    static constexpr AsciiSet special{"\""};
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = special.first_in(text.substr(at));
        out.append(text, at, plain);
        at += plain;
        if (at == text.size()) break;
        const std::size_t size = utf8_size(text, at);
        if (text[at] == '"') out += '"';
        if (size == 0)
            append_utf8(out, 0xFFFD);
        else
            out.append(text, at, size);
        at += size == 0 ? 1 : size;
    }
    out += '"';
}

std::string csv_quoted(std::string_view text) {
    std::string out;
    append_csv_quoted(out, text);
    return out;
}

void write_csv_nodes(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    const Selection selection(graph, options);
    JsonText json(graph, selection);
    TextOutput out(stream);
    out << "id:ID,name,type,aliases,mentions:long,:LABEL\n";
    for (const EntityId id : selection.entities()) {
        const EntityView entity = graph.entity(id);
        CsvLine(out)
            .text(selection.id(id))
            .text(entity.name)
            .text(entity.type)
            .text(json.aliases(entity))
            .number(entity.mentions)
            .text(named(entity.type));
    }
}

void write_csv_edges(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    const Selection selection(graph, options);
    JsonText json(graph, selection);
    TextOutput out(stream);
    out << ":START_ID,:END_ID,:TYPE,id,type,open:boolean,inferred:boolean,modality,attribution,qualifiers,"
           "evidence,document,begin:long,end:long,sources,inferred_from,date\n";
    for (const RelationId id : selection.relations()) {
        const RelationView relation = graph.relation(id);
        const EvidenceView evidence = graph.claim(relation.shown).evidence;
        const DocumentRecord& document = graph.document(evidence.document);
        CsvLine(out)
            .text(selection.id(relation.head))
            .text(selection.id(relation.tail))
            .text(named(relation.type))
            .text(selection.id(id))
            .text(relation.type)
            .truth(relation.open)
            .truth(relation.inferred)
            .text(to_string(relation.modality))
            .text(relation.attributed_to)
            .text(json.qualifiers(relation))
            .text(evidence.text)
            .text(document.id)
            .number(evidence.span.begin)
            .number(evidence.span.end())
            .text(json.sources(relation))
            .text(relation.inferred ? json.premises(relation) : std::string_view("[]"))
            .text(document.date);
    }
}

}  // namespace newsgraph
