#pragma once
// What our graph is in RDF: the same statements, whether they are written as Turtle, N-Quads or JSON-LD.

#include <array>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// A prefix and what it stands for.
struct RdfPrefix {
    std::string_view name;
    std::string_view iri;
};

/// The vocabularies that we use. Our own, `ng`, and the relation types, `rel`, are in docs/formats/rdf.md.
inline constexpr std::array<RdfPrefix, 7> rdf_prefixes = {{
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"schema", "https://schema.org/"},
    {"ng", "urn:newsgraph:vocabulary#"},
    {"rel", "urn:newsgraph:relation:"},
}};

/// The prefix of the graph's own things, which stands for `ExportOptions::base`.
inline constexpr std::string_view graph_prefix = "g";

/// A resource: a name after a prefix. The name consists of ASCII letters, digits, `_`, `-` (not first) and
/// `%` with two digits, so that it is as good in Turtle as in an IRI.
struct Resource {
    std::string_view prefix;
    std::string name;
};

/// The IRI in full: what the prefix stands for, and the name.
std::string iri_of(const Resource& resource, std::string_view base);

/// `text` as a Resource's name: all but letters, digits, `_` and inner `-` as `%` and two digits a byte:
/// `shake up` -> `shake%20up`.
std::string rdf_name(std::string_view text);

/// The character that stands for `c` in our RDF: itself but for those that RDF programs refuse. NUL is
/// U+2400, U+FFFE and U+FFFF are U+FFFD.
char32_t rdf_character(char32_t c) noexcept;

/// `text` as a literal of Turtle and N-Quads, with its quotes: `say "hi"` -> `"say \"hi\""`. Control
/// characters are `\u` escapes, and `rdf_character` is heeded. Bytes that are no UTF-8 become U+FFFD.
std::string rdf_quoted(std::string_view text);

/// The same, at the end of `out`.
void append_rdf_quoted(std::string& out, std::string_view text);

/// Whether `text` can be a base: an absolute IRI, by its characters.
bool is_iri(std::string_view text) noexcept;

/// Where statements go. Those of one subject come together, and among them those of one predicate.
class RdfSink {
  public:
    virtual ~RdfSink() = default;

    virtual void begin(const Resource& subject) = 0;
    virtual void resource(const Resource& predicate, const Resource& object) = 0;
    /// `datatype` is a name of xsd; empty for a string.
    virtual void literal(const Resource& predicate, std::string_view text, std::string_view datatype) = 0;
    virtual void end() = 0;

    /// The one statement that a claim makes, within the named graph `graph`. For formats with named graphs.
    virtual void quad(const Resource& subject, const Resource& predicate, const Resource& object,
                      const Resource& graph);

    /// Whether `quad` is used; if not, claims are reified, and what is asserted is stated plainly too.
    virtual bool has_named_graphs() const { return false; }
};

/// Hands all statements on the graph to `sink`: documents, entities, then claims relation by relation.
/// Throws Error where `options.base` is no IRI.
void write_statements(const KnowledgeGraph& graph, const ExportOptions& options, RdfSink& sink);

}  // namespace newsgraph
