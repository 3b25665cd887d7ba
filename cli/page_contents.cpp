#include "cli/page_contents.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "cli/ask_options.hpp"
#include "cli/graph_formats.hpp"
#include "cli/open_store.hpp"
#include "graph/query/conflicts.hpp"
#include "graph/store/reader.hpp"

namespace newsgraph {
namespace {

using ClaimIds = std::unordered_map<Key, ClaimId>;

/// What contradicts in a store, of the claims that have ids in the graph.
std::vector<PageConflict> conflicts_in(OpenedStore& opened, const ClaimFilter& filter, const ClaimIds& ids) {
    ClaimFilter wanted;  // as `newsgraph conflicts` takes it: what is left out otherwise has no id
    wanted.types = filter.types;
    wanted.since = filter.since;
    wanted.until = filter.until;
    wanted.documents = filter.documents;
    EntityTable entities(opened.store);
    const RelationTest any = [](RelationKey) { return true; };
    std::vector<PageConflict> conflicts;
    for (const Conflict& conflict :
         find_conflicts(opened.store, entities, opened.ontology.rules, wanted, any)) {
        PageConflict found{conflict.about, conflict.is_change, {}};
        for (const ConflictSide& side : conflict.sides) {
            PageConflict::Side of_page{side.says, {}};
            for (const StoredClaim& claim : side.claims) {
                if (const auto id = ids.find(claim.key); id != ids.end())
                    of_page.claims.push_back(id->second);
            }
            found.sides.push_back(std::move(of_page));
        }
        conflicts.push_back(std::move(found));
    }
    return conflicts;
}

struct Extent {
    std::size_t entities = 0;  // those with relations
    std::size_t relations = 0;
    std::size_t inferred = 0;  // of these
};

Extent extent_of(Store& store, const ClaimFilter& filter) {
    const std::string condition = " FROM relation r WHERE 1" + filter.relation_condition();
    Statement& row = store.database().statement("SELECT (SELECT count(*) FROM (SELECT r.head" + condition +
                                                " UNION SELECT r.tail" + condition +
                                                ")), count(*), coalesce(sum(r.inferred), 0)" + condition)();
    row.step();
    const auto count = [&](int column) { return static_cast<std::size_t>(row.integer(column)); };
    const Extent extent{count(0), count(1), count(2)};
    row.reset();
    return extent;
}

std::string left_out_by(Store& store, const ClaimFilter& filter) {
    ClaimFilter none;
    none.open = filter.open;
    none.inferred = true;
    const Extent all = extent_of(store, none), kept = extent_of(store, filter);
    if (kept.relations == all.relations) return "";
    return "In the page: " + std::to_string(kept.entities) + " of " + std::to_string(all.entities) +
           " entities with relations and " + std::to_string(kept.relations) + " of " +
           std::to_string(all.relations) + " relations" +
           (all.inferred > 0 ? " (" + std::to_string(all.inferred) + " inferred)" : "") +
           "; the filters leave out the others";
}

PageContents contents_of(OpenedStore& opened, KnowledgeGraph graph, const ClaimIds& ids,
                         const ClaimFilter& filter) {
    PageContents contents{
        std::move(graph), {}, conflicts_in(opened, filter, ids), left_out_by(opened.store, filter)};
    contents.parts.open = filter.open;
    contents.parts.inferred = filter.inferred;
    contents.parts.modalities = filter.modalities;
    contents.parts.isolated = !needs_store(filter);  // of a part only what is in it
    return contents;
}

}  // namespace

PageContents page_contents(const std::string& input, const ClaimFilter& filter, const Session& session) {
    ClaimIds ids;
    if (!needs_store(filter) && !holds_store(input)) {
        OpenedGraph read = open_graph(input, session);
        OpenedStore opened{Store::of(read.graph), std::move(read.ontology)};
        for (const ClaimId id : read.graph.claims()) ids.emplace(Key{index_of(id)} + 1, id);
        return contents_of(opened, std::move(read.graph), ids, filter);
    }
    OpenedStore opened = open_store(input, session);
    check_filter(filter, opened);
    StorePart part;
    if (needs_store(filter))
        part = {filter.relation_condition(), filter.document_condition(), filter.modality_condition()};
    for (const Key key : claim_keys(opened.store, part)) {
        const ClaimId id{static_cast<std::uint32_t>(ids.size())};
        ids.emplace(key, id);
    }
    return contents_of(opened, graph_of(opened.store, part), ids, filter);
}

}  // namespace newsgraph
