#include "export/page_data.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "export/dot_style.hpp"
#include "export/json_parts.hpp"
#include "export/page_layout.hpp"
#include "export/page_overview.hpp"
#include "export/text_width.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t block_size = 512;  // claims whose words are parsed at once
constexpr std::size_t name_line = 22;    // columns after which a name's line ends, about as the page does it
constexpr std::size_t name_most = 3;     // lines of a name

/// Has `make(json)` write JSON, and writes it so that to HTML it is only text.
template <typename Make>
void write(TextOutput& out, Make make) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    make(json);
    append_for_script(out.text(), {buffer.GetString(), buffer.GetSize()});
}

void key(JsonWriter& json, const char* name, std::size_t value) {
    json.Key(name);
    json.Uint64(value);
}

void key(JsonWriter& json, const char* name, std::string_view value) {
    json.Key(name);
    write_text(json, value);
}

void key(JsonWriter& json, const char* name, bool value) {
    json.Key(name);
    json.Bool(value);
}

/// What a JSON array of the values that `value(id)` gives holds.
template <typename AllIds, typename Value>
void write_array(TextOutput& out, std::string_view name, const AllIds& ids, Value value) {
    out << ",\n\"" << name << "\":[";
    bool is_first = true;
    for (const auto& id : ids) {
        if (!is_first) out << ',';
        is_first = false;
        value(id);
        out.end_piece();
    }
    out << ']';
}

/// The number of each name, from 0 in the order in which they first come.
std::uint32_t numbered(std::unordered_map<std::string_view, std::uint32_t>& numbers,
                       std::vector<std::string_view>& names, std::string_view name) {
    const auto [known, is_new] = numbers.emplace(name, static_cast<std::uint32_t>(names.size()));
    if (is_new) names.push_back(name);
    return known->second;
}

/// The box that the page will draw around a name; `scale` is 1 for an entity of few relations.
LayoutBox box_of(std::string_view name, double scale) {
    const std::vector<std::string> lines = wrapped(printable(valid_utf8(name)), name_line);
    std::size_t columns = 1;
    for (std::size_t i = 0; i < std::min(lines.size(), name_most); ++i)
        columns = std::max(columns, text_width(lines[i]));
    constexpr double column = 7.6, line = 17, margin_x = 28, margin_y = 16;  // pixels
    return {
        scale * static_cast<double>(columns) * column + margin_x,
        scale * static_cast<double>(std::clamp<std::size_t>(lines.size(), 1, name_most)) * line + margin_y};
}

/// The conflicts between claims that are selected: others have no number in the page.
std::vector<PageConflict> selected_conflicts(const Selection& selection,
                                             std::vector<PageConflict> conflicts) {
    for (PageConflict& conflict : conflicts) {
        for (PageConflict::Side& side : conflict.sides)
            std::erase_if(side.claims, [&](ClaimId claim) { return !selection.has(claim); });
        std::erase_if(conflict.sides, [](const PageConflict::Side& side) { return side.claims.empty(); });
    }
    std::erase_if(conflicts, [](const PageConflict& conflict) { return conflict.sides.size() < 2; });
    return conflicts;
}

}  // namespace

PageData::PageData(const KnowledgeGraph& graph, const PageOptions& options)
    : graph_(graph),
      options_(options),
      selection_(graph, options.parts),
      conflicts_(selected_conflicts(selection_, options.conflicts)) {
    order_ = by_importance(graph, selection_);
    for (const EntityId id : selection_.entities())
        numbered(entity_types_, entity_type_names_, graph.entity(id).type);
    for (const RelationId id : selection_.relations())
        numbered(relation_types_, relation_type_names_, graph.relation(id).type);
    degrees_.resize(selection_.entities().size());
    for (const RelationId id : selection_.relations()) {
        const RelationView relation = graph.relation(id);
        claim_count_ += relation.claims.size();
        for (const EntityId end : {relation.head, relation.tail})
            highest_degree_ = std::max(highest_degree_, ++degrees_[selection_.entities().number_of(end)]);
    }
}

void PageData::write_first(TextOutput& out) {
    const First first = first_screen();
    write(out, [&](JsonWriter& json) {
        json.StartObject();
        key(json, "title", std::string_view(options_.title));
        key(json, "entities", std::size_t{selection_.entities().size()});
        key(json, "relations", std::size_t{selection_.relations().size()});
        key(json, "claims", claim_count_);
        key(json, "documents", graph_.documents().size());
        key(json, "conflicts", conflicts_.size());
        key(json, "highestDegree", highest_degree_);
        json.Key("entityTypes");
        write_entity_types(json);
        json.Key("relationTypes");
        write_relation_types(json);
        json.Key("shown");
        json.StartArray();
        for (std::size_t i = 0; i < first.entities.size(); ++i) {
            const EntityView entity = graph_.entity(first.entities[i]);
            const std::uint32_t number = selection_.entities().number_of(entity.id);
            json.StartObject();
            key(json, "id", std::size_t{number});
            key(json, "name", entity.name);
            key(json, "type", std::size_t{entity_types_.at(entity.type)});
            key(json, "degree", degrees_[number]);
            json.Key("x");
            json.Int(first.points[i].x);
            json.Key("y");
            json.Int(first.points[i].y);
            json.EndObject();
        }
        json.EndArray();
        json.Key("edges");
        json.StartArray();
        for (const RelationId id : first.relations) {
            const RelationView relation = graph_.relation(id);
            json.StartObject();
            key(json, "id", std::size_t{selection_.relations().number_of(id)});
            key(json, "head", std::size_t{selection_.entities().number_of(relation.head)});
            key(json, "tail", std::size_t{selection_.entities().number_of(relation.tail)});
            key(json, "type", std::size_t{relation_types_.at(relation.type)});
            key(json, "modality", static_cast<std::size_t>(relation.modality));
            key(json, "inferred", relation.inferred);
            json.EndObject();
        }
        json.EndArray();
        json.EndObject();
    });
}

PageData::First PageData::first_screen() const {
    First first;
    first.entities = overview(graph_, selection_, order_, options_.first_entities);
    std::unordered_map<std::uint32_t, std::size_t> places;
    std::vector<LayoutBox> boxes;
    for (const EntityId id : first.entities) {
        places.emplace(index_of(id), boxes.size());
        // As `scaleOf` of export/page/picture.js has it.
        const auto degree = static_cast<double>(degrees_[selection_.entities().number_of(id)]);
        const auto highest = static_cast<double>(std::max<std::size_t>(highest_degree_, 8));
        boxes.push_back(box_of(graph_.entity(id).name, 1 + 0.4 * std::log1p(degree) / std::log1p(highest)));
    }
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (const RelationId id : selection_.relations()) {
        const RelationView relation = graph_.relation(id);
        const auto head = places.find(index_of(relation.head)), tail = places.find(index_of(relation.tail));
        if (head == places.end() || tail == places.end()) continue;
        edges.emplace_back(head->second, tail->second);
        first.relations.push_back(id);
    }
    first.points = layout(boxes, edges);
    return first;
}

void PageData::write_entity_types(JsonWriter& json) const {
    std::vector<std::size_t> counts(entity_type_names_.size());
    for (const EntityId id : selection_.entities()) ++counts[entity_types_.at(graph_.entity(id).type)];
    json.StartArray();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const NodeColors colors = node_colors(entity_type_names_[i]);
        json.StartObject();
        key(json, "name", entity_type_names_[i]);
        key(json, "count", counts[i]);
        key(json, "fill", colors.fill);
        key(json, "outline", colors.outline);
        json.EndObject();
    }
    json.EndArray();
}

void PageData::write_relation_types(JsonWriter& json) const {
    std::vector<std::size_t> counts(relation_type_names_.size());
    std::vector<bool> is_open(counts.size());
    for (const RelationId id : selection_.relations()) {
        const RelationView relation = graph_.relation(id);
        const std::uint32_t type = relation_types_.at(relation.type);
        ++counts[type];
        is_open[type] = relation.open;
    }
    json.StartArray();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        json.StartObject();
        key(json, "name", relation_type_names_[i]);
        key(json, "count", counts[i]);
        key(json, "open", bool{is_open[i]});
        key(json, "symmetric",
            std::ranges::binary_search(graph_.symmetric_types(), relation_type_names_[i], std::less<>()));
        json.EndObject();
    }
    json.EndArray();
}

void PageData::write_rest(TextOutput& out) {
    out << "<script type=\"application/json\" id=\"columns\">";
    write_columns(out);
    out << "</script>\n";
    write_claims(out);
}

void PageData::write_columns(TextOutput& out) {
    const auto text = [&](std::string_view value) {
        write(out, [&](JsonWriter& json) { write_text(json, value); });
    };
    const auto entity = [&](EntityId id) { return selection_.entities().number_of(id); };
    out << "{\"blockSize\":" << block_size;
    write_array(out, "names", selection_.entities(), [&](EntityId id) { text(graph_.entity(id).name); });
    write_array(out, "types", selection_.entities(),
                [&](EntityId id) { out << entity_types_.at(graph_.entity(id).type); });
    write_array(out, "mentions", selection_.entities(),
                [&](EntityId id) { out << graph_.entity(id).mentions; });
    std::vector<std::pair<EntityId, std::string_view>> aliases;
    for (const EntityId id : selection_.entities())
        for (const std::string_view alias : graph_.entity(id).aliases) aliases.emplace_back(id, alias);
    write_array(out, "aliasOf", aliases, [&](const auto& alias) { out << entity(alias.first); });
    write_array(out, "aliases", aliases, [&](const auto& alias) { text(alias.second); });
    write_array(out, "order", order_, [&](EntityId id) { out << entity(id); });

    write_array(out, "heads", selection_.relations(),
                [&](RelationId id) { out << entity(graph_.relation(id).head); });
    write_array(out, "tails", selection_.relations(),
                [&](RelationId id) { out << entity(graph_.relation(id).tail); });
    write_array(out, "relationTypes", selection_.relations(),
                [&](RelationId id) { out << relation_types_.at(graph_.relation(id).type); });
    write_array(out, "claimCounts", selection_.relations(),
                [&](RelationId id) { out << graph_.relation(id).claims.size(); });

    bool is_first = true;
    write_array(out, "claimDocuments", selection_.relations(), [&](RelationId id) {
        bool is_first_claim = true;
        for (const ClaimId claim : graph_.relation(id).claims) {
            if (!is_first_claim) out << ',';
            is_first_claim = false;
            out << index_of(graph_.claim(claim).evidence.document);
        }
    });
    // A digit a claim: its modality, and 5 more where it is inferred.
    out << ",\n\"claimModalities\":\"";
    for (const RelationId id : selection_.relations()) {
        for (const ClaimId claim : graph_.relation(id).claims) {
            const ClaimView view = graph_.claim(claim);
            out << static_cast<char>('0' + static_cast<int>(view.modality) + (view.inferred ? 5 : 0));
        }
        out.end_piece();
    }
    out << "\",\n\"documents\":[";
    for (const DocumentId id : graph_.documents()) {
        const DocumentRecord& document = graph_.document(id);
        out << (is_first ? "\n[" : ",\n[");
        is_first = false;
        text(document.id);
        for (const std::string& part : {document.title, document.date, document.source}) {
            out << ',';
            text(part);
        }
        out << ']';
        out.end_piece();
    }
    out << "],\n\"conflicts\":";
    write(out, [&](JsonWriter& json) { write_conflicts(json); });
    out << "}";
}

void PageData::write_conflicts(JsonWriter& json) const {
    json.StartArray();
    for (const PageConflict& conflict : conflicts_) {
        json.StartObject();
        key(json, "about", std::string_view(conflict.about));
        key(json, "change", conflict.is_change);
        json.Key("sides");
        json.StartArray();
        for (const PageConflict::Side& side : conflict.sides) {
            json.StartObject();
            key(json, "says", std::string_view(side.says));
            json.Key("claims");
            json.StartArray();
            for (const ClaimId claim : side.claims) write_number(json, claim);
            json.EndArray();
            json.EndObject();
        }
        json.EndArray();
        json.EndObject();
    }
    json.EndArray();
}

void PageData::write_number(JsonWriter& json, ClaimId claim) const {
    const std::string id = selection_.id(claim);  // "c12"
    json.RawValue(id.data() + 1, id.size() - 1, rapidjson::kNumberType);
}

void PageData::write_claims(TextOutput& out) {
    std::size_t count = 0;
    for (const RelationId id : selection_.relations()) {
        for (const ClaimId claim : graph_.relation(id).claims) {
            if (count % block_size == 0) {
                if (count > 0) out << "]</script>\n";
                out << "<script type=\"application/json\" id=\"claims-" << count / block_size << "\">[";
            } else {
                out << ",\n";
            }
            ++count;
            write(out, [&](JsonWriter& json) { write_words(json, graph_.claim(claim)); });
            out.end_piece();
        }
    }
    if (count > 0) out << "]</script>\n";
}

void PageData::write_words(JsonWriter& json, const ClaimView& claim) const {
    json.StartArray();
    write_text(json, claim.evidence.text);
    write_text(json, claim.attributed_to);
    json.StartArray();
    for (const QualifierView& qualifier : claim.qualifiers) {
        json.StartArray();
        write_text(json, qualifier.name);
        write_text(json, qualifier.value);
        if (!qualifier.normalized.empty()) write_text(json, qualifier.normalized);
        json.EndArray();
    }
    json.EndArray();
    json.Uint64(claim.evidence.span.begin);
    json.Uint64(claim.evidence.span.end());
    for (const ClaimId premise : claim.inferred_from)
        if (selection_.has(premise)) write_number(json, premise);
    json.EndArray();
}

}  // namespace newsgraph
