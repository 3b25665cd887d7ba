#pragma once
// Ontologies as Text2KGBench writes them: concepts, and relations with domain and range
// (Mihindukulasooriya, Tiwari, Enguix and Lata, "Text2KGBench", ISWC 2023).

#include <string>
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
    std::vector<Problem> doubts;  // what can be read but looks wrong: a relation named twice, an unknown domain
};

/// Does the file have "concepts" and "relations", as ours have not?
bool is_foreign_ontology(const JsonValue& root);

/// Throws Error with "NAME:LINE" at the first field that cannot be read.
ForeignOntology foreign_ontology_from(const JsonValue& root, const std::string& name);

}  // namespace newsgraph
