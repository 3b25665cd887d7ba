#pragma once
// A graph as the page's script reads it (export/page/data.js).

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "export/json_parts.hpp"
#include "export/page.hpp"
#include "export/page_layout.hpp"
#include "export/selection.hpp"
#include "export/text_output.hpp"

namespace newsgraph {

/// Three parts, so that the first picture waits for nothing and no claim is parsed before it is read: what
/// the first screen shows; columns of all entities, relations and claims, from which the page searches and
/// filters; and the claims' words, in blocks. Entities, relations and claims are numbered as in the other
/// formats (export/selection.hpp).
class PageData {
  public:
    /// Graph and options must outlive it.
    PageData(const KnowledgeGraph& graph, const PageOptions& options);

    /// A JSON object: the title, the types with their colours, and the entities of the first screen with
    /// their places.
    void write_first(TextOutput& out);

    /// Script elements: `<script type="application/json" id="columns">`, and `id="claims-0"` and so on.
    void write_rest(TextOutput& out);

  private:
    /// What the first screen shows.
    struct First {
        std::vector<EntityId> entities;
        std::vector<LayoutPoint> points;  // theirs
        std::vector<RelationId> relations;
    };

    First first_screen() const;
    void write_entity_types(JsonWriter& json) const;
    void write_relation_types(JsonWriter& json) const;
    void write_columns(TextOutput& out);
    void write_conflicts(JsonWriter& json) const;
    void write_claims(TextOutput& out);
    void write_words(JsonWriter& json, const ClaimView& claim) const;
    void write_number(JsonWriter& json, ClaimId claim) const;

    const KnowledgeGraph& graph_;
    const PageOptions& options_;
    const Selection selection_;
    const std::vector<PageConflict> conflicts_;  // between what is selected
    std::vector<EntityId> order_;                // the most important first
    std::vector<std::size_t> degrees_;
    std::size_t highest_degree_ = 0;
    std::size_t claim_count_ = 0;
    std::unordered_map<std::string_view, std::uint32_t> entity_types_, relation_types_;
    std::vector<std::string_view> entity_type_names_, relation_type_names_;
};

}  // namespace newsgraph
