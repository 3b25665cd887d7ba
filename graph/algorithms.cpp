#include "graph/algorithms.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/pending/queue.hpp>
#include <boost/property_map/property_map.hpp>
#include <cassert>
#include <limits>
#include <set>
#include <unordered_map>

#include "graph/boost_graph.hpp"
#include "graph/undirected_view.hpp"

namespace newsgraph {
namespace {

/// Ends a search of Boost.Graph's, which knows no other way.
struct Found {};

/// What a breadth-first search has reached, in the order of reaching it.
class Reached : public boost::default_bfs_visitor {
  public:
    Reached(std::vector<Neighbor>& reached, std::unordered_map<BoostVertex, std::size_t>& place,
            std::size_t most_steps, std::optional<BoostVertex> goal)
        : reached_(&reached), place_(&place), most_steps_(most_steps), goal_(goal) {}

    void examine_vertex(BoostVertex vertex, const UndirectedView&) const {
        if (distance_to(vertex) >= most_steps_) throw Found{};
    }
    void tree_edge(const UndirectedView::Edge& edge, const UndirectedView&) const {
        (*place_)[edge.target] = reached_->size();
        reached_->push_back({entity_of(edge.target), distance_to(edge.source) + 1, edge.relation});
        if (edge.target == goal_) throw Found{};
    }

  private:
    std::size_t distance_to(BoostVertex vertex) const {
        const auto place = place_->find(vertex);
        return place == place_->end() ? 0
                                      : (*reached_)[place->second].distance;  // only the start has no place
    }

    std::vector<Neighbor>* reached_;
    std::unordered_map<BoostVertex, std::size_t>* place_;
    std::size_t most_steps_;
    std::optional<BoostVertex> goal_;
};

struct Search {
    std::vector<Neighbor> reached;
    std::unordered_map<BoostVertex, std::size_t> place;  // in `reached`
};

Search search(const KnowledgeGraph& graph, EntityId start, std::size_t most_steps,
              std::optional<EntityId> goal, const RelationFilter& filter) {
    Search result;
    const UndirectedView view(graph, filter);
    const std::optional<BoostVertex> goal_vertex = goal ? std::optional(vertex_of(*goal)) : std::nullopt;
    std::vector<boost::default_color_type> colors(graph.entities().size(), boost::white_color);
    boost::queue<BoostVertex> buffer;
    try {
        boost::breadth_first_visit(
            view, vertex_of(start), buffer, Reached(result.reached, result.place, most_steps, goal_vertex),
            boost::make_iterator_property_map(colors.begin(), boost::identity_property_map()));
    } catch (Found) {
    }
    return result;
}

// The relations that the filter accepts, from head to tail. On the whole graph, page_rank would count a hub's
// relations anew for each of them.
using CompactGraph = boost::compressed_sparse_row_graph<boost::directedS>;

std::vector<std::pair<std::size_t, std::size_t>> accepted(const KnowledgeGraph& graph,
                                                          const RelationFilter& filter) {
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (const RelationId id : graph.relations()) {
        const RelationView relation = graph.relation(id);
        if (filter.accepts(relation)) edges.emplace_back(vertex_of(relation.head), vertex_of(relation.tail));
    }
    return edges;
}

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

std::vector<Qualifier> owned(std::span<const QualifierView> views) {
    std::vector<Qualifier> qualifiers;
    for (const QualifierView& view : views) {
        qualifiers.push_back({std::string(view.name), std::string(view.value), std::string(view.normalized)});
    }
    return qualifiers;
}

}  // namespace

std::vector<Neighbor> neighbors(const KnowledgeGraph& graph, EntityId start, std::size_t steps,
                                const RelationFilter& filter) {
    assert(graph.entities().contains(start));
    return search(graph, start, steps, std::nullopt, filter).reached;
}

std::optional<std::vector<PathStep>> shortest_path(const KnowledgeGraph& graph, EntityId from, EntityId to,
                                                   const RelationFilter& filter) {
    assert(graph.entities().contains(from) && graph.entities().contains(to));
    std::vector<PathStep> path;
    if (from == to) return path;
    const Search found = search(graph, from, graph.entities().size(), to, filter);
    if (!found.place.contains(vertex_of(to))) return std::nullopt;
    for (EntityId at = to; at != from;) {
        const Neighbor& reached = found.reached[found.place.at(vertex_of(at))];
        const RelationView relation = graph.relation(reached.via);
        const EntityId before = relation.head == at ? relation.tail : relation.head;
        path.push_back({before, reached.via, at});
        at = before;
    }
    std::ranges::reverse(path);
    return path;
}

Degree degree(const KnowledgeGraph& graph, EntityId entity, const RelationFilter& filter) {
    return {graph.relations({.tail = entity, .filter = filter}).size(),
            graph.relations({.head = entity, .filter = filter}).size()};
}

std::vector<double> page_rank(const KnowledgeGraph& graph, const RelationFilter& filter,
                              std::size_t iterations) {
    // Of those that have relations, as where only edges are known: what stands alone would take its share.
    std::vector<std::pair<std::size_t, std::size_t>> edges = accepted(graph, filter);
    std::vector<std::size_t> places(graph.entities().size(), 0);
    for (const auto& [head, tail] : edges) places[head] = places[tail] = 1;
    std::size_t connected = 0;
    for (std::size_t& place : places) place = place == 0 ? nowhere : connected++;
    for (auto& [head, tail] : edges) {
        head = places[head];
        tail = places[tail];
    }
    const std::vector<double> found = page_rank(connected, edges, iterations);
    std::vector<double> ranks(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] != nowhere) ranks[i] = found[places[i]];
    return ranks;
}

std::vector<double> page_rank(std::size_t vertices,
                              const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                              std::size_t iterations) {
    std::vector<double> ranks(vertices);
    if (ranks.empty()) return ranks;
    std::vector<double> next(ranks.size());
    const boost::identity_property_map index;
    const CompactGraph compact(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), vertices);
    boost::graph::page_rank(compact, boost::make_iterator_property_map(ranks.begin(), index),
                            boost::graph::n_iterations(iterations), 0.85, vertices,
                            boost::make_iterator_property_map(next.begin(), index));
    // Boost lets the share of an entity without relations of its own run out of the graph.
    double sum = 0;
    for (const double rank : ranks) sum += rank;
    for (double& rank : ranks) rank /= sum;
    return ranks;
}

KnowledgeGraph subgraph(const KnowledgeGraph& graph, std::span<const EntityId> entities,
                        const RelationFilter& filter) {
    KnowledgeGraph result(graph.symmetric_types());
    const std::set<EntityId> wanted(entities.begin(), entities.end());
    std::unordered_map<EntityId, EntityId> new_entity;
    for (const EntityId id : wanted) {
        const EntityView view = graph.entity(id);
        const std::vector<std::string> aliases(view.aliases.begin(), view.aliases.end());
        new_entity[id] = result.add_entity(view.name, view.type, aliases, view.mentions);
    }

    std::set<RelationId> relations;
    for (const EntityId id : wanted) {
        for (const RelationId relation : graph.relations({.head = id, .filter = filter})) {
            if (wanted.contains(graph.relation(relation).tail)) relations.insert(relation);
        }
    }
    std::set<ClaimId> claims;
    for (const RelationId id : relations) {
        for (const ClaimId claim : graph.relation(id).claims) claims.insert(claim);
    }
    // What follows from relations that are left out is left out too. A claim comes after those it follows
    // from.
    std::erase_if(claims, [&](ClaimId id) {
        const auto premises = graph.claim(id).inferred_from;
        return !premises.empty() &&
               std::ranges::none_of(premises, [&](ClaimId premise) { return claims.contains(premise); });
    });
    std::set<DocumentId> documents;
    for (const ClaimId id : claims) documents.insert(graph.claim(id).evidence.document);

    std::unordered_map<DocumentId, DocumentId> new_document;
    for (const DocumentId id : documents) new_document[id] = result.add_document(graph.document(id));
    std::unordered_map<ClaimId, ClaimId> new_claim;
    for (const ClaimId id : claims) {
        const ClaimView claim = graph.claim(id);
        const RelationView relation = graph.relation(claim.relation);
        new_claim[id] = result.add_claim(
            {new_entity[relation.head], std::string(relation.type), new_entity[relation.tail], relation.open,
             claim.inferred, owned(claim.qualifiers), claim.modality, std::string(claim.attributed_to),
             new_document[claim.evidence.document], claim.evidence.span, std::string(claim.evidence.text),
             claim.score});
    }
    for (const ClaimId id : claims) {
        std::vector<ClaimId> premises;
        for (const ClaimId premise : graph.claim(id).inferred_from) {
            if (claims.contains(premise)) premises.push_back(new_claim[premise]);
        }
        if (!premises.empty()) result.set_premises(new_claim[id], std::move(premises));
    }
    return result;
}

}  // namespace newsgraph
