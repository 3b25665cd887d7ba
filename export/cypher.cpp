#include "export/cypher.hpp"

#include "export/ascii_set.hpp"
#include "export/edge_text.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

void append_literal_character(std::string& out, char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    switch (c) {
        case U'\'':
            out += "\\'";
            break;
        case U'\\':
            out += "\\\\";
            break;
        case U'\n':
            out += "\\n";
            break;
        case U'\r':
            out += "\\r";
            break;
        case U'\t':
            out += "\\t";
            break;
        default:
            if (c < 0x20 || c == 0x7F)
                ((out += "\\u00") += digits[c >> 4]) += digits[c & 0xF];
            else
                append_utf8(out, c);
    }
}

void append_literal(std::string& out, std::string_view text) {
    static constexpr AsciiSet special{"'\\"};
    out += '\'';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = special.first_in(text.substr(at));
        out.append(text, at, plain);
        at += plain;
        if (at == text.size()) break;
        const std::size_t size = utf8_size(text, at);
        append_literal_character(out, size == 0 ? char32_t{0xFFFD} : utf8_code_point(text, at));
        at += size == 0 ? 1 : size;
    }
    out += '\'';
}

/// A map of properties: `{name: 'Meta', mentions: 4}`.
class Properties {
  public:
    explicit Properties(TextOutput& out) : out_(out) { out_ << '{'; }
    ~Properties() { out_ << '}'; }
    Properties(const Properties&) = delete;
    Properties& operator=(const Properties&) = delete;

    Properties& text(std::string_view name, std::string_view value) {
        key(name);
        append_literal(out_.text(), value);
        return *this;
    }
    Properties& number(std::string_view name, std::size_t value) {
        key(name);
        out_ << value;
        return *this;
    }
    Properties& truth(std::string_view name, bool value) {
        key(name);
        out_ << (value ? "true" : "false");
        return *this;
    }
    /// `values(put)` calls `put` with each string of the list.
    template <typename Values>
    Properties& list(std::string_view name, Values values) {
        key(name);
        out_ << '[';
        bool is_first = true;
        values([&](std::string_view value) {
            if (!is_first) out_ << ", ";
            is_first = false;
            append_literal(out_.text(), value);
        });
        out_ << ']';
        return *this;
    }

  private:
    void key(std::string_view name) {
        out_ << (is_first_ ? "" : ", ") << name << ": ";
        is_first_ = false;
    }

    TextOutput& out_;
    bool is_first_ = true;
};

class CypherWriter {
  public:
    CypherWriter(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options)
        : graph_(graph), out_(stream), selection_(graph, options), json_(graph, selection_) {}

    void write() {
        out_ << "CREATE CONSTRAINT newsgraph_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
        for (const EntityId id : selection_.entities()) write_node(graph_.entity(id));
        for (const RelationId id : selection_.relations()) write_edge(graph_.relation(id));
    }

  private:
    void write_node(const EntityView& entity) {
        out_ << "MERGE (n:Entity {id: '" << selection_.id(entity.id) << "'}) SET n += ";
        Properties(out_)
            .text("name", entity.name)
            .text("type", entity.type)
            .list("aliases",
                  [&](auto put) {
                      for (const std::string_view alias : entity.aliases) put(alias);
                  })
            .number("mentions", entity.mentions);
        out_ << ", n:" << cypher_name(entity.type) << ";\n";
        out_.end_piece();
    }

    void write_edge(const RelationView& relation) {
        const EvidenceView evidence = graph_.claim(relation.shown).evidence;
        const DocumentRecord& document = graph_.document(evidence.document);
        out_ << "MATCH (a:Entity {id: '" << selection_.id(relation.head) << "'}), (b:Entity {id: '"
             << selection_.id(relation.tail) << "'}) MERGE (a)-[r:" << cypher_name(relation.type) << " {id: '"
             << selection_.id(relation.id) << "'}]->(b) SET r += ";
        Properties(out_)
            .text("type", relation.type)
            .truth("open", relation.open)
            .truth("inferred", relation.inferred)
            .text("modality", to_string(relation.modality))
            .text("attribution", relation.attributed_to)
            .text("qualifiers", json_.qualifiers(relation))
            .text("evidence", evidence.text)
            .text("document", document.id)
            .text("date", document.date)
            .number("begin", evidence.span.begin)
            .number("end", evidence.span.end())
            .list("sources",
                  [&](auto put) {
                      for (const DocumentId id : sources_of(graph_, relation)) put(graph_.document(id).id);
                  })
            .list("inferred_from", [&](auto put) {
                for (const RelationId id : graph_.premises(relation.id)) {
                    if (selection_.has(id)) put(selection_.id(id));
                }
            });
        out_ << ";\n";
        out_.end_piece();
    }

    const KnowledgeGraph& graph_;
    TextOutput out_;
    const Selection selection_;
    JsonText json_;
};

}  // namespace

std::string cypher_quoted(std::string_view text) {
    std::string out;
    append_literal(out, text);
    return out;
}

std::string cypher_name(std::string_view text) {
    if (text.empty()) return "`unnamed`";
    std::string out = "`";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8_size(text, at);
        const char32_t c = size == 0 ? char32_t{0xFFFD} : utf8_code_point(text, at);
        if (c == U'`')
            out += "``";
        else if (c == U'\\')
            append_utf8(out, 0xFF3C);
        else if (c < 0x20)
            append_utf8(out, 0x2400 + c);
        else
            append_utf8(out, c);
        at += size == 0 ? 1 : size;
    }
    return out += '`';
}

void write_cypher(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options) {
    CypherWriter(graph, stream, options).write();
}

}  // namespace newsgraph
