#include "graph/query/relations.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

namespace newsgraph {

std::string StoredClaim::date() const {
    for (const Qualifier& qualifier : qualifiers)
        if (qualifier.name == "date" && !qualifier.normalized.empty()) return qualifier.normalized;
    return document.date;
}

std::vector<std::pair<std::string, std::vector<std::string>>> StoredRelation::qualifiers() const {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const StoredClaim& claim : claims) {
        for (const Qualifier& qualifier : claim.qualifiers) {
            auto group =
                std::ranges::find(groups, qualifier.name, [](const auto& pair) { return pair.first; });
            if (group == groups.end())
                group = groups.emplace(groups.end(), qualifier.name, std::vector<std::string>());
            if (std::ranges::find(group->second, qualifier.value) == group->second.end())
                group->second.push_back(qualifier.value);
        }
    }
    return groups;
}

std::vector<std::pair<Modality, std::size_t>> StoredRelation::sources_by_modality() const {
    std::map<Modality, std::set<std::int64_t>> stories;
    for (const StoredClaim& claim : claims) stories[claim.modality].insert(claim.story);
    std::vector<std::pair<Modality, std::size_t>> counts;
    for (const auto& [how, of_it] : stories) counts.emplace_back(how, of_it.size());
    return counts;
}

RelationReader::RelationReader(Store& store, const ClaimFilter& filter, bool with_evidence)
    : database_(store.database()) {
    const std::string words =
        with_evidence
            ? "coalesce(c.evidence, CAST(substr(CAST(d.text AS BLOB), c.begin + 1, c.size) AS TEXT))"
            : "''";
    const std::string chosen = " FROM claim c JOIN document d ON d.key = c.document WHERE c.relation = ?1" +
                               filter.document_condition() + filter.modality_condition() +
                               " ORDER BY d.id, c.position";
    relation_ = database_.prepare("SELECT head, tail, type, open FROM relation WHERE key = ?");
    claims_ = database_.prepare(
        "SELECT c.key, c.modality, c.attributed_to, c.inferred, c.begin, c.size, d.id, d.title, d.date, "
        "d.source, d.story, " +
        words + chosen);
    first_ = database_.prepare("SELECT d.id, c.position" + chosen + " LIMIT 1");
    qualifiers_ =
        database_.prepare("SELECT name, value, normalized FROM qualifier WHERE claim = ? ORDER BY position");
}

StoredRelation RelationReader::read(RelationKey key) {
    StoredRelation relation;
    relation.key = key;
    Statement& edge = (*relation_)(number(key));
    [[maybe_unused]] const bool is_there = edge.step();
    assert(is_there);
    relation.head = EntityKey{edge.integer(0)};
    relation.tail = EntityKey{edge.integer(1)};
    relation.type = edge.text(2);
    relation.open = edge.integer(3) != 0;
    edge.reset();

    Statement& row = (*claims_)(number(key));
    while (row.step()) {
        StoredClaim& claim = relation.claims.emplace_back();
        claim.key = row.integer(0);
        claim.modality = static_cast<Modality>(row.integer(1));
        claim.attributed_to = row.text(2);
        claim.inferred = row.integer(3) != 0;
        claim.span = {static_cast<std::size_t>(row.integer(4)), static_cast<std::size_t>(row.integer(5))};
        claim.document = {row.text(6), row.text(7), row.text(8), row.text(9)};
        claim.story = row.integer(10);
        claim.evidence = row.text(11);
        claim.qualifiers = qualifiers_of(claim.key);
    }
    const auto shown = std::ranges::min_element(relation.claims, {}, &StoredClaim::modality);
    if (shown != relation.claims.end()) {
        relation.modality = shown->modality;
        relation.attributed_to = shown->attributed_to;
        relation.sources = relation.sources_by_modality().front().second;
    }
    relation.inferred = std::ranges::all_of(relation.claims, &StoredClaim::inferred);
    return relation;
}

std::pair<std::string, std::int64_t> RelationReader::reading_order(RelationKey key) {
    Statement& row = (*first_)(number(key));
    if (!row.step()) return {};
    std::pair order(row.text(0), row.integer(1));
    row.reset();
    return order;
}

std::vector<Qualifier> RelationReader::qualifiers_of(std::int64_t claim) {
    std::vector<Qualifier> qualifiers;
    Statement& row = (*qualifiers_)(claim);
    while (row.step()) qualifiers.push_back({row.text(0), row.text(1), row.text(2)});
    return qualifiers;
}

std::string stance_of(Modality modality, std::string_view attributed_to, bool inferred) {
    std::string stance(to_string(modality));
    if (!attributed_to.empty()) stance.append(" by ").append(attributed_to);
    if (inferred) stance += ", inferred";
    return stance;
}

}  // namespace newsgraph
