#include "cli/page_contents.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>

#include "cli/lookup.hpp"
#include "cli/open_store.hpp"
#include "graph/query/conflicts.hpp"
#include "graph/store/reader.hpp"

namespace newsgraph {
namespace {

/// What contradicts in a store, whose claims have these ids in the graph.
template <typename Ids>
std::vector<PageConflict> conflicts_in(Store& store, const OntologyFacts& ontology, const Ids& id_of) {
    EntityTable entities(store);
    const RelationTest any = [](RelationKey) { return true; };
    std::vector<PageConflict> conflicts;
    for (const Conflict& conflict : find_conflicts(store, entities, ontology.rules, {}, any)) {
        PageConflict found{conflict.about, conflict.is_change, {}};
        for (const ConflictSide& side : conflict.sides) {
            PageConflict::Side of_page{side.says, {}};
            for (const StoredClaim& claim : side.claims) of_page.claims.push_back(id_of(claim.key));
            found.sides.push_back(std::move(of_page));
        }
        conflicts.push_back(std::move(found));
    }
    return conflicts;
}

}  // namespace

PageContents page_contents(const std::string& input, const Session& session) {
    if (!holds_store(input)) {
        OpenedGraph opened = open_graph(input, session);
        Store store = Store::of(opened.graph);
        const auto id_of = [](Key key) { return ClaimId{static_cast<std::uint32_t>(key - 1)}; };
        std::vector<PageConflict> conflicts = conflicts_in(store, opened.ontology, id_of);
        return {std::move(opened.graph), std::move(conflicts)};
    }
    OpenedStore opened = open_store(input, session);
    std::unordered_map<Key, ClaimId> ids;
    for (const Key key : claim_keys(opened.store)) {
        const ClaimId id{static_cast<std::uint32_t>(ids.size())};
        ids.emplace(key, id);
    }
    std::vector<PageConflict> conflicts =
        conflicts_in(opened.store, opened.ontology, [&](Key key) { return ids.at(key); });
    return {graph_of(opened.store), std::move(conflicts)};
}

}  // namespace newsgraph
