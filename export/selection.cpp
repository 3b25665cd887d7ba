#include "export/selection.hpp"

namespace newsgraph {

Selection::Selection(const KnowledgeGraph& graph, const ExportOptions& options)
    : entity_numbers_(graph.entities().size(), left_out),
      relation_numbers_(graph.relations().size(), left_out),
      claim_numbers_(graph.claims().size(), left_out) {
    for (const EntityId id : graph.entities()) {
        if (graph.entity(id).is_phrase() && !options.open) continue;
        entity_numbers_[index_of(id)] = static_cast<std::uint32_t>(entities_.size());
        entities_.push_back(id);
    }
    const RelationFilter filter{options.open, options.inferred, {}};
    std::uint32_t claims = 0;
    for (const RelationId id : graph.relations()) {
        const RelationView relation = graph.relation(id);
        const bool has_ends = entity_numbers_[index_of(relation.head)] != left_out &&
                              entity_numbers_[index_of(relation.tail)] != left_out;
        if (!has_ends || !filter.accepts(relation)) continue;
        relation_numbers_[index_of(id)] = static_cast<std::uint32_t>(relations_.size());
        relations_.push_back(id);
        for (const ClaimId claim : relation.claims) claim_numbers_[index_of(claim)] = claims++;
    }
}

std::string Selection::numbered(char letter, std::uint32_t number) {
    std::string id(1, letter);
    id += std::to_string(number);
    return id;
}

}  // namespace newsgraph
