#pragma once
// The drawing of a graph, cut down to what can be read.

#include <cstddef>
#include <string>

#include "export/drawing.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

struct DrawnPart {
    std::string around{};            // only this entity and those near it; empty: any
    std::size_t steps = 1;           // how near
    std::size_t most_entities = 40;  // the best connected, or the nearest
    std::string title{};             // if not that of the one article
    RelationFilter filter{};
    bool isolated = true;  // where there are no relations, the entities alone
};

class GraphDrawing {
  public:
    /// Throws Error where `part.around` is no entity.
    GraphDrawing(const KnowledgeGraph& graph, const DrawnPart& part);

    /// Lives as long as this.
    const Drawing& drawing() const noexcept { return drawing_; }

    /// What is not on it, for people: "Drawn: 40 of 812 entities with relations, the best connected, and 61
    /// of 1163 relations". Empty where all is.
    const std::string& left_out() const noexcept { return left_out_; }

  private:
    std::string left_out_;
    KnowledgeGraph graph_;
    Drawing drawing_;
};

}  // namespace newsgraph
