#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/boost_graph.hpp"
#include "graph/check.hpp"
#include "graph/error.hpp"
#include "graph/merge.hpp"
#include "graph/names.hpp"
#include "graph/nearest_names.hpp"
#include "graph/string_pool.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

enum class EvidenceId : std::uint32_t {};

struct EntityRow {
    std::string_view name;
    std::string_view folded;  // name
    StringId type{};
    std::vector<std::string_view> aliases;
    std::size_t mentions = 0;
};

struct RelationRow {
    EntityId head{};
    EntityId tail{};
    StringId type{};
    bool open = false;
    bool inferred = true;  // until a claim is stated
    ClaimId shown{};
    std::vector<ClaimId> claims;
};

struct ClaimRow {
    RelationId relation{};
    Modality modality = Modality::asserted;
    bool inferred = false;
    StringId attributed_to{};
    std::uint32_t first_qualifier = 0;
    std::uint32_t qualifier_count = 0;
    EvidenceId evidence{};
    double score = 0;
    std::vector<ClaimId> premises;
};

// The finalizer of SplitMix64: spreads ids that count up over all bits.
std::size_t mix(std::uint64_t key) noexcept {
    key += 0x9E3779B97F4A7C15u;
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
    return key ^ (key >> 31);
}

struct RelationKey {
    EntityId head{};
    EntityId tail{};
    StringId type{};
    bool open = false;

    friend bool operator==(const RelationKey&, const RelationKey&) = default;
};

struct RelationKeyHash {
    std::size_t operator()(const RelationKey& key) const noexcept {
        const std::uint64_t ends = (std::uint64_t{index_of(key.head)} << 32) | index_of(key.tail);
        return mix(mix(ends) ^ ((std::uint64_t{index_of(key.type)} << 1) | (key.open ? 1u : 0u)));
    }
};

/// An entity and a relation type.
struct EndAndType {
    EntityId end{};
    StringId type{};

    friend bool operator==(const EndAndType&, const EndAndType&) = default;
};

struct EndAndTypeHash {
    std::size_t operator()(const EndAndType& key) const noexcept {
        return mix((std::uint64_t{index_of(key.end)} << 32) | index_of(key.type));
    }
};

using EvidenceKey = std::tuple<std::size_t, std::size_t>;  // begin, size

// Each claim keeps those of one name together, in the order in which the names first come, and nothing twice.
std::vector<QualifierView> grouped(std::span<const QualifierView> qualifiers) {
    std::vector<std::vector<QualifierView>> groups;
    std::map<std::string_view, std::size_t> group_of;
    std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
    for (const QualifierView& qualifier : qualifiers) {
        if (!seen.emplace(qualifier.name, qualifier.value, qualifier.normalized).second) continue;
        const std::size_t group = group_of.emplace(qualifier.name, groups.size()).first->second;
        if (group == groups.size()) groups.emplace_back();
        groups[group].push_back(qualifier);
    }
    std::vector<QualifierView> result;
    for (const auto& group : groups) result.insert(result.end(), group.begin(), group.end());
    return result;
}

const std::vector<RelationId> no_relations;
const std::vector<EntityId> no_entities;

template <typename Map, typename Key, typename Value>
const Value& found_or(const Map& map, const Key& key, const Value& otherwise) {
    const auto found = map.find(key);
    return found == map.end() ? otherwise : found->second;
}

}  // namespace

struct KnowledgeGraph::Tables {
    std::vector<std::string> symmetric_types;  // sorted
    StringPool strings;
    std::vector<DocumentRecord> documents;
    std::vector<EntityRow> entities;
    std::vector<RelationRow> relations;
    std::vector<ClaimRow> claims;
    std::vector<QualifierView> qualifiers;
    std::vector<EvidenceView> evidence;
    BoostGraph structure;

    std::unordered_map<std::string, DocumentId> document_ids;
    std::unordered_map<StringId, std::vector<EntityId>> exact_names;
    std::unordered_map<std::string, std::vector<EntityId>> folded_names;
    std::unordered_map<RelationKey, RelationId, RelationKeyHash> relation_ids;
    std::unordered_map<StringId, std::vector<RelationId>> by_type;
    std::unordered_map<EndAndType, std::vector<RelationId>, EndAndTypeHash> by_head_and_type;
    std::unordered_map<EndAndType, std::vector<RelationId>, EndAndTypeHash> by_tail_and_type;

    // Claims of one sentence share its evidence: what the document added last has quoted so far.
    DocumentId quoting{};
    std::map<EvidenceKey, EvidenceId> quoted;

    bool is_symmetric(std::string_view type) const {
        return std::binary_search(symmetric_types.begin(), symmetric_types.end(), type, std::less<>());
    }

    /// Returns whether the entity had not that name yet.
    bool index_name(EntityId id, std::string_view name) {
        // Ids rise while entities are added, so most often a look at the last one is enough.
        const auto put = [id](std::vector<EntityId>& ids) {
            if (ids.empty() || ids.back() < id) {
                ids.push_back(id);
            } else if (const auto place = std::ranges::lower_bound(ids, id); *place != id) {
                ids.insert(place, id);
            } else {
                return false;
            }
            return true;
        };
        if (!put(exact_names[strings.intern(name)])) return false;
        put(folded_names[folded_name(name)]);
        return true;
    }

    void set_name(EntityId id, std::string_view name) {
        EntityRow& entity = entities[index_of(id)];
        entity.name = strings.keep(name);
        entity.folded = strings.keep(folded_name(name));
    }

    RelationId relation_of(const ClaimRecord& claim) {
        RelationKey key{claim.head, claim.tail, strings.intern(claim.type), claim.open};
        if (is_symmetric(claim.type) && !claim.open) {
            const RelationKey reversed{key.tail, key.head, key.type, key.open};
            if (relation_ids.contains(reversed)) key = reversed;
        }
        const RelationId next{static_cast<std::uint32_t>(relations.size())};
        const auto [known, is_new] = relation_ids.emplace(key, next);
        if (is_new) add_relation(key);
        return known->second;
    }

    void add_relation(const RelationKey& key) {
        const RelationId id{static_cast<std::uint32_t>(relations.size())};
        RelationRow row;
        row.head = key.head;
        row.tail = key.tail;
        row.type = key.type;
        row.open = key.open;
        relations.push_back(std::move(row));
        boost::add_edge(vertex_of(key.head), vertex_of(key.tail), id, structure);
        by_type[key.type].push_back(id);
        by_head_and_type[{key.head, key.type}].push_back(id);
        by_tail_and_type[{key.tail, key.type}].push_back(id);
    }

    EvidenceId evidence_of(const ClaimRecord& claim) {
        if (claim.document != quoting) quoted.clear();
        quoting = claim.document;
        const EvidenceId next{static_cast<std::uint32_t>(evidence.size())};
        const auto [known, is_new] = quoted.emplace(EvidenceKey{claim.span.begin, claim.span.size}, next);
        if (is_new) {
            evidence.push_back({claim.document, claim.span, strings.keep(claim.text)});
        } else if (evidence[static_cast<std::size_t>(known->second)].text != claim.text) {
            // One span has one text; where a file read back says otherwise, what it says is kept as it is.
            evidence.push_back({claim.document, claim.span, strings.keep(claim.text)});
            return next;
        }
        return known->second;
    }

    /// Keeps in the edge what it shows: the firmest of its claims, stated rather than inferred, then the
    /// first.
    void show(RelationRow& relation, ClaimId added) {
        const auto rank = [this](ClaimId id) {
            const ClaimRow& claim = claims[index_of(id)];
            return std::tuple(claim.modality, claim.inferred, id);
        };
        relation.inferred = relation.inferred && claims[index_of(added)].inferred;
        relation.claims.push_back(added);
        if (relation.claims.size() == 1 || rank(added) < rank(relation.shown)) relation.shown = added;
    }

    void add_alias(EntityId id, std::string_view alias) {
        if (index_name(id, alias)) entities[index_of(id)].aliases.push_back(strings.keep(alias));
    }

    /// Relations that may fit: all that do are among them, by rising id.
    std::vector<RelationId> candidates(const RelationPattern& pattern) const;
};

bool RelationFilter::accepts(const RelationView& relation) const noexcept {
    return (open || !relation.open) && (inferred || !relation.inferred) &&
           (modalities.empty() || std::ranges::find(modalities, relation.modality) != modalities.end());
}

KnowledgeGraph::KnowledgeGraph(std::vector<std::string> symmetric_types)
    : tables_(std::make_unique<Tables>()) {
    std::ranges::sort(symmetric_types);
    tables_->symmetric_types = std::move(symmetric_types);
}

KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

DocumentId KnowledgeGraph::add(const Extraction& extraction) {
    check(extraction);
    DocumentRecord record = extraction.document;
    // A path may hold any bytes, and is no reason to refuse what a document says.
    for (std::string* field : {&record.id, &record.title, &record.date, &record.source})
        *field = valid_utf8(*field);
    if (find_document(record.id)) {
        throw Error(record.id, "the graph has a document of this id already",
                    "add each document once, under an id of its own");
    }

    const std::vector<Same> same = find_same(*this, extraction.entities);
    std::vector<EntityId> entity_ids;
    for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
        const Entity& entity = extraction.entities[i];
        const std::size_t mentions = entity.mentions.size();
        std::optional<EntityId> known = same[i].known;
        if (same[i].earlier) known = entity_ids[*same[i].earlier];
        if (known) extend_entity(*known, entity.name, entity.aliases, mentions);
        entity_ids.push_back(known ? *known : add_entity(entity.name, entity.type, entity.aliases, mentions));
    }

    const DocumentId document = add_document(std::move(record));
    std::vector<ClaimId> claim_ids;
    for (const Claim& claim : extraction.claims) {
        claim_ids.push_back(
            add_claim({entity_ids[index_of(claim.head)], claim.type, entity_ids[index_of(claim.tail)],
                       claim.open, claim.inferred, claim.qualifiers, claim.modality, claim.attributed_to,
                       document, claim.evidence.span, claim.evidence.text, claim.score}));
    }
    for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
        std::vector<ClaimId> premises;
        for (const std::uint32_t premise : extraction.claims[i].inferred_from)
            premises.push_back(claim_ids[premise]);
        if (!premises.empty()) set_premises(claim_ids[i], std::move(premises));
    }
    return document;
}

DocumentId KnowledgeGraph::add_document(DocumentRecord record) {
    const DocumentId id{static_cast<std::uint32_t>(tables_->documents.size())};
    [[maybe_unused]] const bool is_new = tables_->document_ids.emplace(record.id, id).second;
    assert(is_new);
    tables_->documents.push_back(std::move(record));
    return id;
}

EntityId KnowledgeGraph::add_entity(std::string_view name, std::string_view type,
                                    std::span<const std::string> aliases, std::size_t mentions) {
    const EntityId id{static_cast<std::uint32_t>(tables_->entities.size())};
    EntityRow row;
    row.type = tables_->strings.intern(type);
    row.mentions = mentions;
    tables_->entities.push_back(std::move(row));
    tables_->set_name(id, name);
    tables_->index_name(id, name);
    for (const std::string& alias : aliases) tables_->add_alias(id, alias);
    boost::add_vertex(tables_->structure);
    return id;
}

ClaimId KnowledgeGraph::add_claim(const ClaimRecord& claim) {
    assert(entities().contains(claim.head) && entities().contains(claim.tail));
    assert(documents().contains(claim.document));
    const ClaimId id{static_cast<std::uint32_t>(tables_->claims.size())};
    std::vector<QualifierView> qualifiers;
    for (const Qualifier& qualifier : claim.qualifiers) {
        qualifiers.push_back({tables_->strings.keep(qualifier.name), tables_->strings.keep(qualifier.value),
                              tables_->strings.keep(qualifier.normalized)});
    }
    qualifiers = grouped(qualifiers);

    ClaimRow row;
    row.relation = tables_->relation_of(claim);
    row.modality = claim.modality;
    row.inferred = claim.inferred;
    row.attributed_to = tables_->strings.intern(claim.attributed_to);
    row.first_qualifier = static_cast<std::uint32_t>(tables_->qualifiers.size());
    row.qualifier_count = static_cast<std::uint32_t>(qualifiers.size());
    row.evidence = tables_->evidence_of(claim);
    row.score = claim.score;
    tables_->qualifiers.insert(tables_->qualifiers.end(), qualifiers.begin(), qualifiers.end());
    tables_->claims.push_back(std::move(row));
    tables_->show(tables_->relations[index_of(tables_->claims.back().relation)], id);
    return id;
}

void KnowledgeGraph::set_premises(ClaimId claim, std::vector<ClaimId> premises) {
    assert(tables_->claims[index_of(claim)].inferred);
    tables_->claims[index_of(claim)].premises = std::move(premises);
}

void KnowledgeGraph::extend_entity(EntityId entity, std::string_view name,
                                   std::span<const std::string> aliases, std::size_t mentions) {
    EntityRow& row = tables_->entities[index_of(entity)];
    tables_->add_alias(entity, name);
    if (is_fuller(name, row.name)) {
        const std::string_view former = row.name;
        tables_->set_name(entity, name);
        std::erase(row.aliases, row.name);
        row.aliases.insert(row.aliases.begin(), former);
    }
    for (const std::string& alias : aliases) tables_->add_alias(entity, alias);
    row.mentions += mentions;
}

Ids<EntityId> KnowledgeGraph::entities() const noexcept { return Ids<EntityId>(tables_->entities.size()); }
Ids<RelationId> KnowledgeGraph::relations() const noexcept {
    return Ids<RelationId>(tables_->relations.size());
}
Ids<ClaimId> KnowledgeGraph::claims() const noexcept { return Ids<ClaimId>(tables_->claims.size()); }
Ids<DocumentId> KnowledgeGraph::documents() const noexcept {
    return Ids<DocumentId>(tables_->documents.size());
}

EntityView KnowledgeGraph::entity(EntityId id) const noexcept {
    assert(entities().contains(id));
    const EntityRow& row = tables_->entities[index_of(id)];
    return {id, row.name, row.folded, tables_->strings.text(row.type), row.aliases, row.mentions};
}

RelationView KnowledgeGraph::relation(RelationId id) const noexcept {
    assert(relations().contains(id));
    const RelationRow& row = tables_->relations[index_of(id)];
    const ClaimRow& shown = tables_->claims[index_of(row.shown)];
    return {id,        row.head,     row.tail,       tables_->strings.text(row.type),
            row.open,  row.inferred, shown.modality, tables_->strings.text(shown.attributed_to),
            row.shown, row.claims};
}

ClaimView KnowledgeGraph::claim(ClaimId id) const noexcept {
    assert(claims().contains(id));
    const ClaimRow& row = tables_->claims[index_of(id)];
    return {id,
            row.relation,
            row.modality,
            tables_->strings.text(row.attributed_to),
            std::span(tables_->qualifiers).subspan(row.first_qualifier, row.qualifier_count),
            tables_->evidence[static_cast<std::size_t>(row.evidence)],
            row.score,
            row.inferred,
            row.premises};
}

const DocumentRecord& KnowledgeGraph::document(DocumentId id) const noexcept {
    assert(documents().contains(id));
    return tables_->documents[index_of(id)];
}

const std::vector<std::string>& KnowledgeGraph::symmetric_types() const noexcept {
    return tables_->symmetric_types;
}

std::vector<QualifierView> KnowledgeGraph::qualifiers(RelationId id) const {
    std::vector<QualifierView> all;
    for (const ClaimId claim_id : relation(id).claims) {
        const auto of_claim = claim(claim_id).qualifiers;
        all.insert(all.end(), of_claim.begin(), of_claim.end());
    }
    return grouped(all);
}

std::vector<RelationId> KnowledgeGraph::premises(RelationId id) const {
    std::set<RelationId> found;
    if (!relation(id).inferred) return {};
    for (const ClaimId claim_id : relation(id).claims) {
        for (const ClaimId premise : claim(claim_id).inferred_from) found.insert(claim(premise).relation);
    }
    return {found.begin(), found.end()};
}

std::optional<DocumentId> KnowledgeGraph::find_document(std::string_view id) const {
    const auto found = tables_->document_ids.find(std::string(id));
    if (found == tables_->document_ids.end()) return std::nullopt;
    return found->second;
}

std::vector<EntityId> KnowledgeGraph::find(std::string_view name) const {
    std::vector<EntityId> found;
    if (const auto exact = tables_->strings.find(name))
        found = found_or(tables_->exact_names, *exact, no_entities);
    if (found.empty()) found = same_name(name);
    std::ranges::sort(found, {}, [this](EntityId id) {
        const EntityView view = entity(id);
        return std::tuple(view.is_phrase(), ~view.mentions, id);
    });
    return found;
}

std::vector<EntityId> KnowledgeGraph::same_name(std::string_view name) const {
    return found_or(tables_->folded_names, folded_name(name), no_entities);
}

std::vector<std::string> KnowledgeGraph::nearest_names(std::string_view name, std::size_t count) const {
    NearestNames nearest(name);
    for (const EntityRow& row : tables_->entities) {
        if (tables_->strings.text(row.type) == phrase_type) continue;
        nearest.consider(row.name, row.folded, row.mentions);
        for (const std::string_view alias : row.aliases)
            nearest.consider(alias, folded_name(alias), row.mentions);
    }
    return nearest.best(count);
}

std::vector<RelationId> KnowledgeGraph::Tables::candidates(const RelationPattern& pattern) const {
    std::optional<StringId> type;
    if (pattern.type) {
        type = strings.find(*pattern.type);
        if (!type) return {};
    }
    if (pattern.head && pattern.tail && type) {
        std::vector<RelationId> found;
        for (const bool open : {false, true}) {
            const auto known = relation_ids.find(RelationKey{*pattern.head, *pattern.tail, *type, open});
            if (known != relation_ids.end()) found.push_back(known->second);
        }
        std::ranges::sort(found);
        return found;
    }
    if (pattern.head && type)
        return found_or(by_head_and_type, EndAndType{*pattern.head, *type}, no_relations);
    if (pattern.tail && type)
        return found_or(by_tail_and_type, EndAndType{*pattern.tail, *type}, no_relations);
    if (type) return found_or(by_type, *type, no_relations);

    std::vector<RelationId> found;
    const auto collect = [&](auto edges) {
        for (auto edge = edges.first; edge != edges.second; ++edge) found.push_back(structure[*edge]);
    };
    if (pattern.head && pattern.tail) {
        // The end with fewer relations bounds the work: everything is related to a hub, but not to its
        // neighbour.
        const BoostVertex head = vertex_of(*pattern.head), tail = vertex_of(*pattern.tail);
        if (boost::out_degree(head, structure) <= boost::in_degree(tail, structure)) {
            collect(boost::out_edges(head, structure));
        } else {
            collect(boost::in_edges(tail, structure));
        }
    } else if (pattern.head) {
        collect(boost::out_edges(vertex_of(*pattern.head), structure));
    } else if (pattern.tail) {
        collect(boost::in_edges(vertex_of(*pattern.tail), structure));
    } else {
        for (std::uint32_t i = 0; i < relations.size(); ++i) found.push_back(RelationId{i});
    }
    return found;
}

std::vector<RelationId> KnowledgeGraph::relations(const RelationPattern& pattern) const {
    const auto is_entity = [this](std::optional<EntityId> id) { return !id || entities().contains(*id); };
    if (!is_entity(pattern.head) || !is_entity(pattern.tail)) return {};
    std::vector<RelationId> found = tables_->candidates(pattern);
    std::erase_if(found, [&](RelationId id) {
        const RelationView view = relation(id);
        return (pattern.head && view.head != *pattern.head) || (pattern.tail && view.tail != *pattern.tail) ||
               !pattern.filter.accepts(view);
    });
    return found;
}

std::vector<TypeCount> KnowledgeGraph::relation_types(const RelationFilter& filter) const {
    std::map<std::string_view, std::size_t> counts;
    for (const RelationId id : relations()) {
        const RelationView view = relation(id);
        if (filter.accepts(view)) ++counts[view.type];
    }
    std::vector<TypeCount> types;
    for (const auto& [type, count] : counts) types.push_back({type, count});
    return types;
}

std::vector<TypeCount> KnowledgeGraph::entity_types() const {
    std::map<std::string_view, std::size_t> counts;
    for (const EntityId id : entities()) ++counts[entity(id).type];
    std::vector<TypeCount> types;
    for (const auto& [type, count] : counts) types.push_back({type, count});
    return types;
}

const BoostGraph& boost_graph(const KnowledgeGraph& graph) noexcept { return graph.tables_->structure; }

}  // namespace newsgraph
