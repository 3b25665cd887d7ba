#include <iostream>

#include "graph/knowledge_graph.hpp"
#include "ingest/extract.hpp"
#include "ingest/read/read.hpp"

int main(int, char** arguments) {
    using namespace newsgraph;
    const Resources resources = Resources::load(ResourcePaths::in(NEWSGRAPH_DATA));
    KnowledgeGraph graph(symmetric_types(resources.ontology));
    graph.add(extract(read_document(arguments[1]), resources));
    for (const RelationId id : graph.relations({.type = "outperforms-on"})) {
        const RelationView relation = graph.relation(id);
        std::cout << graph.entity(relation.head).name << " beats " << graph.entity(relation.tail).name << " ("
                  << to_string(relation.modality) << "): " << graph.claim(relation.shown).evidence.text
                  << '\n';
    }
}
