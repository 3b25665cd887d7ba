#pragma once
// The entities and relations that are written, numbered as they are written.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Numbers count up from 0 in the graph's order without gaps, so that a graph written, read back and written
/// again has the same bytes.
class Selection {
  public:
    Selection(const KnowledgeGraph& graph, const ExportOptions& options);

    std::span<const EntityId> entities() const noexcept { return entities_; }
    std::span<const RelationId> relations() const noexcept { return relations_; }

    // Their ids in the file: "e0", "r0", "c0". Require that they are selected.
    std::string id(EntityId entity) const { return numbered('e', entity_numbers_[index_of(entity)]); }
    std::string id(RelationId relation) const { return numbered('r', relation_numbers_[index_of(relation)]); }
    std::string id(ClaimId claim) const { return numbered('c', claim_numbers_[index_of(claim)]); }

    bool has(RelationId id) const noexcept { return relation_numbers_[index_of(id)] != left_out; }
    bool has(ClaimId id) const noexcept { return claim_numbers_[index_of(id)] != left_out; }

  private:
    static constexpr std::uint32_t left_out = 0xFFFFFFFF;

    static std::string numbered(char letter, std::uint32_t number);

    std::vector<EntityId> entities_;
    std::vector<RelationId> relations_;
    std::vector<std::uint32_t> entity_numbers_;
    std::vector<std::uint32_t> relation_numbers_;
    std::vector<std::uint32_t> claim_numbers_;  // edge by edge
};

}  // namespace newsgraph
