#include "export/selection.hpp"

#include <algorithm>
#include <charconv>

namespace newsgraph {
namespace {

constexpr std::uint32_t stride = 16;  // relations between two counts of claims

}  // namespace

Selection::Selection(const KnowledgeGraph& graph, const ExportOptions& options)
    : graph_(graph),
      entities_(graph.entities().size()),
      relations_(graph.relations().size()),
      claims_before_(graph.relations().size() / stride + 1) {
    const auto may_be_written = [&](EntityId id) { return options.open || !graph.entity(id).is_phrase(); };
    const RelationFilter filter{options.open, options.inferred, options.modalities};
    std::uint32_t claims = 0;
    for (const RelationId id : graph.relations()) {
        if (index_of(id) % stride == 0) claims_before_[index_of(id) / stride] = claims;
        const RelationView relation = graph.relation(id);
        if (!filter.accepts(relation) || !may_be_written(relation.head) || !may_be_written(relation.tail))
            continue;
        relations_.add(id);
        claims += static_cast<std::uint32_t>(relation.claims.size());
        entities_.add(relation.head);
        entities_.add(relation.tail);
    }
    if (options.isolated) {
        for (const EntityId id : graph.entities()) {
            if (may_be_written(id)) entities_.add(id);
        }
    }
    entities_.number();
    relations_.number();
}

std::uint32_t Selection::number_of(ClaimId claim) const noexcept {
    const RelationId relation = graph_.claim(claim).relation;
    std::uint32_t number = claims_before_[index_of(relation) / stride];
    for (std::uint32_t i = index_of(relation) / stride * stride; i < index_of(relation); ++i) {
        if (relations_.has(RelationId{i}))
            number += static_cast<std::uint32_t>(graph_.relation(RelationId{i}).claims.size());
    }
    const auto claims = graph_.relation(relation).claims;  // by rising id
    return number + static_cast<std::uint32_t>(std::ranges::lower_bound(claims, claim) - claims.begin());
}

std::string Selection::numbered(char letter, std::uint32_t number) {
    char text[12] = {letter};
    return {text, std::to_chars(text + 1, text + sizeof text, number).ptr};
}

}  // namespace newsgraph
