#include "export/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "export/selection.hpp"
#include "export/text_width.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t title_line = 70;       // columns after which the title's line ends
constexpr std::size_t title_most = 160;      // characters of the title
constexpr std::size_t name_line = 20;        // likewise of a name
constexpr std::size_t name_most = 80;        // characters of a name
constexpr std::size_t qualifiers_line = 30;  // likewise of a relation's qualifiers
constexpr std::size_t qualifiers_most = 60;
constexpr std::size_t short_words = 20;  // columns of a type with its qualifiers that make one line
constexpr std::size_t type_most = 36;    // characters of a relation's type
constexpr std::size_t tooltip_most = 400;
constexpr std::size_t words_most = 4;  // relations named on one line

/// At most `most` characters, the last of them an ellipsis if there are more.
std::string shortened(std::string_view text, std::size_t most) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count + 1 == most) {
            const std::size_t last = std::max<std::size_t>(utf8_size(text, at), 1);
            if (at + last < text.size()) return std::string(text.substr(0, at)).append("…");
        }
        at += std::max<std::size_t>(utf8_size(text, at), 1);
    }
    return std::string(text);
}

/// "competes-with", "beat_on" -> "competes with", "beat on".
std::string spoken(std::string_view type) {
    std::string words = shortened(printable(type), type_most);
    std::ranges::replace_if(
        words, [](char c) { return c == '-' || c == '_'; }, ' ');
    return words;
}

class Drafting {
  public:
    Drafting(const KnowledgeGraph& graph, const DrawingOptions& options)
        : graph_(graph), options_(options), selection_(graph, options.parts) {}

    Drawing drawing() {
        count_degrees();
        if (!options_.title.empty())
            drawing_.title = wrapped(shortened(printable(options_.title), title_most), title_line);
        for (const EntityId id : selection_.entities()) {
            if (options_.isolated || degrees_.contains(id)) add_entity(graph_.entity(id));
        }
        add_relations();
        if (options_.legend) add_legend();
        drawing_.note = printable(options_.note);
        return std::move(drawing_);
    }

  private:
    void count_degrees() {
        for (const RelationId id : selection_.relations()) {
            const RelationView relation = graph_.relation(id);
            highest_degree_ =
                std::max({highest_degree_, ++degrees_[relation.head], ++degrees_[relation.tail]});
        }
    }

    // Logarithmic, so that one hub does not make all others small; and small where all have few.
    int font_size(std::size_t degree) const {
        constexpr std::size_t many = 10;
        if (degree <= 1) return 12;
        const double share = std::log(static_cast<double>(degree)) /
                             std::log(static_cast<double>(std::max(highest_degree_, many)));
        return 12 + static_cast<int>(std::lround(8 * share));
    }

    void add_entity(const EntityView& entity) {
        const auto found = degrees_.find(entity.id);
        DrawnEntity drawn;
        drawn.lines = wrapped(shortened(printable(entity.name), name_most), name_line);
        drawn.type = entity.type;
        drawn.font_size = font_size(found == degrees_.end() ? 0 : found->second);
        drawn.is_phrase = entity.is_phrase();
        std::string tooltip(entity.name);
        (tooltip += " (").append(entity.type) += ")";
        for (std::size_t i = 0; i < entity.aliases.size(); ++i)
            (tooltip += i == 0 ? ", also " : ", ").append(entity.aliases[i]);
        drawn.tooltip = shortened(printable(tooltip), tooltip_most);
        places_.emplace(entity.id, drawing_.entities.size());
        drawing_.entities.push_back(std::move(drawn));
    }

    void add_relations() {
        std::map<std::tuple<EntityId, EntityId, const EdgeLook*>, std::size_t> known;
        for (const RelationId id : selection_.relations()) {
            const RelationView relation = graph_.relation(id);
            const EdgeLook* look = &edge_look(graph_, relation);
            const auto [place, is_new] =
                known.emplace(std::tuple(relation.head, relation.tail, look), drawing_.relations.size());
            if (is_new) {
                DrawnRelation& drawn = drawing_.relations.emplace_back();
                drawn.head = places_.at(relation.head);
                drawn.tail = places_.at(relation.tail);
                drawn.look = look;
                drawn.is_directed = false;
            }
            add_relation(drawing_.relations[place->second], relation);
        }
    }

    void add_relation(DrawnRelation& drawn, const RelationView& relation) {
        if (drawn.words.size() < words_most) {
            DrawnWords& words =
                drawn.words.emplace_back(DrawnWords{std::string(drawn.look->mark) + spoken(relation.type)});
            std::string values;
            for (const QualifierView& qualifier : graph_.qualifiers(relation.id))
                (values += values.empty() ? "" : ", ") += printable(qualifier.value);
            words.is_short = text_width(words.words) + 1 + text_width(values) <= short_words;
            if (!values.empty())
                words.qualifiers = wrapped(shortened(values, qualifiers_most), qualifiers_line);
        } else if (drawn.words.back().words != "…") {
            drawn.words.push_back({"…"});
        }
        if (!std::ranges::binary_search(graph_.symmetric_types(), relation.type, std::less<>()))
            drawn.is_directed = true;

        add_tooltip(drawn, relation, graph_.claim(relation.shown));
        if (relation.modality == Modality::negated) return;
        for (const ClaimId id : relation.claims) {  // the other side, once
            const ClaimView claim = graph_.claim(id);
            if (claim.modality != Modality::negated) continue;
            add_tooltip(drawn, relation, claim);
            break;
        }
    }

    void add_tooltip(DrawnRelation& drawn, const RelationView& relation, const ClaimView& claim) {
        const DocumentRecord& document = graph_.document(claim.evidence.document);
        std::string tooltip(relation.type);
        (tooltip += ", ") += to_string(claim.modality);
        if (!claim.attributed_to.empty()) (tooltip += " by ") += shortened(claim.attributed_to, name_most);
        (tooltip += ": “") += shortened(claim.evidence.text, tooltip_most);
        ((tooltip += "” (") += shortened(document.id, name_most)) += ")";
        (drawn.tooltip += drawn.tooltip.empty() ? "" : "\n") += printable(tooltip);
        if (drawn.address.empty()) drawn.address = link_address(document.source);
    }

    void add_legend() {
        std::set<std::string_view> types;
        for (const DrawnEntity& entity : drawing_.entities) types.insert(entity.type);
        drawing_.types.assign(types.begin(), types.end());
        std::set<std::string_view> meanings;
        for (const DrawnRelation& relation : drawing_.relations) meanings.insert(relation.look->meaning);
        // Where nothing is but stated, there is nothing to tell apart.
        if (meanings.empty() || (meanings.size() == 1 && meanings.contains(edge_looks().front().meaning)))
            return;
        for (const EdgeLook& look : edge_looks()) {
            if (meanings.contains(look.meaning)) drawing_.looks.push_back(&look);
        }
    }

    const KnowledgeGraph& graph_;
    const DrawingOptions& options_;
    const Selection selection_;
    std::map<EntityId, std::size_t> degrees_{};
    std::size_t highest_degree_ = 0;
    std::map<EntityId, std::size_t> places_{};
    Drawing drawing_{};
};

}  // namespace

Drawing drawing_of(const KnowledgeGraph& graph, const DrawingOptions& options) {
    return Drafting(graph, options).drawing();
}

std::string link_address(std::string_view source) {
    std::string scheme(source.substr(0, 8));
    std::ranges::transform(scheme, scheme.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (!scheme.starts_with("http://") && scheme != "https://") return "";
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    constexpr std::string_view unsafe = "\"'<>\\^`{|}";
    std::string address;
    for (const char c : source) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || unsafe.find(c) != unsafe.npos)
            (address += '%').append({hexadecimal[byte >> 4U], hexadecimal[byte & 15U]});
        else
            address += c;
    }
    return address;
}

}  // namespace newsgraph
