#pragma once
// Sentences as lines of JSON in, triples as lines of JSON out.

#include <string>
#include <vector>

#include "cli/session.hpp"

namespace newsgraph {

struct TripleOptions {
    std::vector<std::string> inputs;  // files of lines {"id", "sent"}; "-" is standard input
    std::string output = "-";
    std::string examples;  // a file of such lines with triples; empty: none
};

/// For each line of the inputs a line with the triples of the ontology's relations that its sentence states.
/// Lines that can't be read are logged and left out. Throws Error where none can be read.
void write_triples(const TripleOptions& options, const Session& session);

/// Whether the ontology that was asked for has concepts, domains and ranges, so that its relations are told
/// as triples of words.
bool is_triple_ontology(const std::string& ontology);

}  // namespace newsgraph
