#pragma once
// What one document says: the type at the door between `ingest`, which makes it, and `graph`, which merges
// it.

#include <cstdint>
#include <string>
#include <vector>

#include "graph/modality.hpp"
#include "graph/span.hpp"

namespace newsgraph {

/// A document as the graph knows it: all but its text.
struct DocumentRecord {
    std::string id;      // e.g. the file's stem; unique within a graph
    std::string title;   // may be empty
    std::string date;    // ISO 8601, e.g. "2026-04-08"; empty where unknown
    std::string source;  // address or path; may be empty
};

/// An entity's place in the table that holds it: `Extraction::entities`, or a KnowledgeGraph's own table.
enum class EntityId : std::uint32_t {};

constexpr std::uint32_t index_of(EntityId id) noexcept { return static_cast<std::uint32_t>(id); }

/// The entity type of an argument that is no name but a noun phrase ("a research preview"); only open
/// relations have such arguments, and exports leave them out unless asked for open relations.
inline constexpr const char* phrase_type = "phrase";

struct Entity {
    std::string name;                  // canonical: the fullest form in the text, e.g. "Mark Zuckerberg"
    std::string type;                  // an entity type of the ontology, e.g. "person"; or `phrase_type`
    std::vector<std::string> aliases;  // other names in the text, in order of first mention, without `name`
    std::vector<Span> mentions;        // names, nominals and pronouns that refer to it, in the text's order
};

/// One more thing said of a relation, e.g. {"on", "long-context tasks"}. Names are those of the ontology.
struct Qualifier {
    std::string name;
    std::string value;       // the text's own words
    std::string normalized;  // e.g. "2026-04-08" for "last Wednesday"; empty where there is no such form

    friend bool operator==(const Qualifier&, const Qualifier&) = default;
};

/// The words that state a claim: `text` is exactly the document's bytes at `span`.
struct Evidence {
    std::string document;  // DocumentRecord::id
    Span span;
    std::string text;
};

/// A text saying, once, that head is related to tail.
struct Claim {
    EntityId head{};
    std::string type;  // a relation type of the ontology ("competes-with"), or an open predicate ("shake_up")
    EntityId tail{};
    bool open = false;      // `type` is an open predicate: a lemma with its particle or preposition
    bool inferred = false;  // follows from other claims by an implication of the ontology
    std::vector<Qualifier> qualifiers;  // in the text's order
    Modality modality = Modality::asserted;
    std::string attributed_to;  // canonical name of who says so; empty where the text names nobody
    Evidence evidence;          // of an inferred claim: that of the claim it follows from
    double score = 0;           // only ranks: higher is surer
    std::vector<std::uint32_t> inferred_from;  // indices into `Extraction::claims`
};

/// All that one document says.
struct Extraction {
    DocumentRecord document;
    std::vector<Entity> entities;  // in order of first mention
    std::vector<Claim> claims;     // in the text's order
};

}  // namespace newsgraph
