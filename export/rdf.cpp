#include "export/rdf.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>

#include "export/ascii_set.hpp"
#include "export/iso_date.hpp"
#include "export/selection.hpp"
#include "graph/error.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_escaped(std::string& out, char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    switch (c) {
        case U'"':
            out += "\\\"";
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
            if (const char32_t held = rdf_character(c); held < 0x20 || held == 0x7F)
                ((out += "\\u00") += digits[held >> 4]) += digits[held & 0xF];
            else
                append_utf8(out, held);
    }
}

struct Class {
    std::string_view entity_type;
    std::string_view schema;
};

constexpr std::array classes = {
    Class{"organization", "Organization"},
    Class{"person", "Person"},
    Class{"place", "Place"},
    Class{"event", "Event"},
    Class{"work", "CreativeWork"},
    Class{"law", "Legislation"},
    Class{"product", "Product"},
    Class{"model", "SoftwareApplication"},
};

/// The class of schema.org for an entity type; "Thing" where none is as narrow.
std::string schema_class(std::string_view entity_type) {
    const auto found = std::ranges::find(classes, entity_type, &Class::entity_type);
    return std::string(found == classes.end() ? "Thing" : found->schema);
}

const Resource type{"rdf", "type"};

class Statements {
  public:
    Statements(const KnowledgeGraph& graph, const ExportOptions& options, RdfSink& sink)
        : graph_(graph), sink_(sink), selection_(graph, options) {}

    void write() {
        for (const DocumentId id : graph_.documents()) write_document(id);
        for (const EntityId id : selection_.entities()) write_entity(graph_.entity(id));
        for (const RelationId id : selection_.relations()) write_relation(graph_.relation(id));
    }

  private:
    static Resource ours(std::string name) { return {graph_prefix, std::move(name)}; }
    static Resource document(DocumentId id) {
        std::string name = "d";
        return ours(name += std::to_string(index_of(id)));
    }
    Resource entity(EntityId id) const { return ours(selection_.id(id)); }
    Resource claim(ClaimId id) const { return ours(selection_.id(id)); }

    void text(const Resource& predicate, std::string_view value) { sink_.literal(predicate, value, {}); }
    void number(const Resource& predicate, std::size_t value) {
        sink_.literal(predicate, std::to_string(value), "integer");
    }

    void write_document(DocumentId id) {
        const DocumentRecord& record = graph_.document(id);
        sink_.begin(document(id));
        sink_.resource(type, {"schema", "Article"});
        sink_.resource(type, {"prov", "Entity"});
        text({"schema", "identifier"}, record.id);
        if (!record.title.empty()) text({"schema", "headline"}, record.title);
        if (!record.date.empty())
            sink_.literal({"schema", "datePublished"}, record.date, is_iso_date(record.date) ? "date" : "");
        if (!record.source.empty()) text({"ng", "source"}, record.source);
        sink_.end();
    }

    void write_entity(const EntityView& view) {
        sink_.begin(entity(view.id));
        sink_.resource(type, {"schema", schema_class(view.type)});
        text({"rdfs", "label"}, view.name);
        for (const std::string_view alias : view.aliases) text({"schema", "alternateName"}, alias);
        text({"ng", "entityType"}, view.type);
        number({"ng", "mentions"}, view.mentions);
        sink_.end();
    }

    void write_relation(const RelationView& relation) {
        const Resource predicate{"rel", rdf_name(relation.type)};
        // Plain statements would be taken for facts.
        if (!sink_.has_named_graphs() && relation.modality == Modality::asserted) {
            sink_.begin(entity(relation.head));
            sink_.resource(predicate, entity(relation.tail));
            sink_.end();
        }
        for (const ClaimId id : relation.claims) write_claim(relation, predicate, graph_.claim(id));
    }

    void write_claim(const RelationView& relation, const Resource& predicate, const ClaimView& view) {
        const Resource self = claim(view.id);
        if (sink_.has_named_graphs())
            sink_.quad(entity(relation.head), predicate, entity(relation.tail), self);
        const std::optional<EntityId> speaker = entity_named(view.attributed_to);
        const Resource agent =
            speaker ? entity(*speaker) : ours(std::string("agent-").append(rdf_name(view.attributed_to)));

        sink_.begin(self);
        sink_.resource(type, {"ng", "Claim"});
        if (!sink_.has_named_graphs()) {
            sink_.resource(type, {"rdf", "Statement"});
            sink_.resource({"rdf", "subject"}, entity(relation.head));
            sink_.resource({"rdf", "predicate"}, predicate);
            sink_.resource({"rdf", "object"}, entity(relation.tail));
        }
        text({"ng", "relationType"}, relation.type);
        if (relation.open) sink_.literal({"ng", "open"}, "true", "boolean");
        sink_.resource({"ng", "modality"}, {"ng", std::string(to_string(view.modality))});
        if (!view.attributed_to.empty()) sink_.resource({"prov", "wasAttributedTo"}, agent);
        sink_.resource({"prov", "hadPrimarySource"}, document(view.evidence.document));
        text({"ng", "quote"}, view.evidence.text);
        number({"ng", "begin"}, view.evidence.span.begin);
        number({"ng", "end"}, view.evidence.span.end());
        if (std::isfinite(view.score)) {
            char score[400];  // a double has at most 309 digits before the point
            const char* end =
                std::to_chars(score, score + sizeof score, view.score, std::chars_format::fixed, 6).ptr;
            sink_.literal({"ng", "score"}, {score, end}, "decimal");
        }
        if (view.inferred) sink_.literal({"ng", "inferred"}, "true", "boolean");
        for (const ClaimId premise : view.inferred_from) {
            if (selection_.has(premise)) sink_.resource({"prov", "wasDerivedFrom"}, claim(premise));
        }
        for (std::size_t i = 0; i < view.qualifiers.size(); ++i)
            sink_.resource({"ng", "qualifier"}, ours(qualifier_name(self, i)));
        sink_.end();

        if (!view.attributed_to.empty()) write_agent(agent, view.attributed_to, speaker.has_value());
        for (std::size_t i = 0; i < view.qualifiers.size(); ++i)
            write_qualifier(ours(qualifier_name(self, i)), view.qualifiers[i]);
    }

    /// The entity that has exactly this name, where there is one only.
    std::optional<EntityId> entity_named(std::string_view name) const {
        if (name.empty()) return std::nullopt;
        std::optional<EntityId> found;
        for (const EntityId id : graph_.find(name)) {
            if (graph_.entity(id).name != name || !selection_.has(id)) continue;
            if (found) return std::nullopt;
            found = id;
        }
        return found;
    }

    void write_agent(const Resource& agent, std::string_view name, bool is_entity) {
        sink_.begin(agent);
        sink_.resource(type, {"prov", "Agent"});
        if (!is_entity) text({"rdfs", "label"}, name);
        sink_.end();
    }

    static std::string qualifier_name(const Resource& claim, std::size_t number) {
        return claim.name + "-q" + std::to_string(number);
    }

    void write_qualifier(const Resource& self, const QualifierView& qualifier) {
        sink_.begin(self);
        text({"ng", "name"}, qualifier.name);
        text({"ng", "value"}, qualifier.value);
        if (!qualifier.normalized.empty()) text({"ng", "normalized"}, qualifier.normalized);
        sink_.end();
    }

    const KnowledgeGraph& graph_;
    RdfSink& sink_;
    const Selection selection_;
};

}  // namespace

std::string iri_of(const Resource& resource, std::string_view base) {
    std::string iri(base);
    for (const RdfPrefix& prefix : rdf_prefixes) {
        if (prefix.name == resource.prefix) iri = prefix.iri;
    }
    return iri += resource.name;
}

char32_t rdf_character(char32_t c) noexcept {
    if (c == U'\0') return 0x2400;
    return c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
}

std::string rdf_name(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (const char c : text) {
        if (is_letter(c) || is_digit(c) || c == '_' || (c == '-' && !name.empty())) {
            name += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            ((name += '%') += digits[byte >> 4]) += digits[byte & 0xF];
        }
    }
    return name;
}

void append_rdf_quoted(std::string& out, std::string_view text) {
    static constexpr AsciiSet special{"\"\\"};
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = special.first_in(text.substr(at));
        out.append(text, at, plain);
        at += plain;
        if (at == text.size()) break;
        const std::size_t size = utf8_size(text, at);
        append_escaped(out, size == 0 ? char32_t{0xFFFD} : utf8_code_point(text, at));
        at += size == 0 ? 1 : size;
    }
    out += '"';
}

std::string rdf_quoted(std::string_view text) {
    std::string out;
    append_rdf_quoted(out, text);
    return out;
}

bool is_iri(std::string_view text) noexcept {
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon == 0 || !is_letter(text[0]) || !is_valid_utf8(text)) return false;
    const bool has_scheme = std::ranges::all_of(text.substr(0, colon), [](char c) {
        return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
    });
    return has_scheme && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
                      std::string_view("<>\"{}|^`\\").find(c) != std::string_view::npos;
           });
}

void RdfSink::quad(const Resource&, const Resource&, const Resource&, const Resource&) {
    assert(!"this format has no named graphs");
}

void write_statements(const KnowledgeGraph& graph, const ExportOptions& options, RdfSink& sink) {
    if (!is_iri(options.base)) {
        throw Error("base \"" + options.base + "\"", "is no absolute IRI",
                    "give one such as https://example.org/news#");
    }
    Statements(graph, options, sink).write();
}

}  // namespace newsgraph
