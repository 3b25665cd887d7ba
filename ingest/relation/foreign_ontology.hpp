#pragma once
// Ontologies as Text2KGBench writes them: concepts, and relations with domain and range
// (Mihindukulasooriya, Tiwari, Enguix and Lata, "Text2KGBench", ISWC 2023).

#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "ingest/relation/located_json.hpp"

namespace newsgraph {

struct ForeignConcept {
    std::string id;     // "qid": what domains and ranges refer to
    std::string label;  // "film production company"
};

struct ForeignRelation {
    std::string id;      // "pid"
    std::string label;   // "director"
    std::string domain;  // label of a concept, or what the file says where it lists no such concept
    std::string range;
    std::size_t line = 0;
};

struct ForeignOntology {
    std::string title;
    std::vector<ForeignConcept> concepts;    // none twice
    std::vector<ForeignRelation> relations;  // none twice
    std::vector<Problem>
        doubts;  // what can be read but looks wrong: a relation named twice, an unknown domain
};

/// Does the file have "concepts" and "relations", as ours have not?
bool is_foreign_ontology(const JsonValue& root);

/// Throws Error with "NAME:LINE" at the first field that cannot be read.
ForeignOntology foreign_ontology_from(const JsonValue& root, const std::string& name);

/// The same in our own format: relation types between entities of any type, evoked by the words of their
/// labels: "director" by "X's director Y" and "directed by Y", "located in" by "X is located in Y". Labels
/// that are no such words get no triggers, and dates and numbers are no entities.
std::string own_format(const ForeignOntology& foreign);

/// A label's words in lower case: "birthPlace" -> birth, place; "cast member" -> cast, member.
std::vector<std::string> label_parts(std::string_view label);

/// The names of our own entity types: "organization", "person", …
std::vector<std::string> entity_type_names();

}  // namespace newsgraph
