#pragma once
// A knowledge graph as Boost.Graph's searches see it when a relation may be followed in either direction.

#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <cstddef>
#include <utility>

#include "graph/boost_graph.hpp"

namespace newsgraph {

/// An incidence graph (Boost.Graph's concept): a vertex's out-edges are the relations that it is the head of,
/// then those that it is the tail of, as far as the filter accepts them.
class UndirectedView {
  public:
    struct Edge {
        BoostVertex source = 0;
        BoostVertex target = 0;
        RelationId relation{};

        friend bool operator==(const Edge&, const Edge&) = default;
    };

    class EdgeIterator
        : public boost::iterator_facade<EdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
      public:
        EdgeIterator() = default;
        EdgeIterator(const UndirectedView& view, BoostVertex source, std::size_t at)
            : view_(&view), source_(source), at_(at) {
            skip_refused();
        }

      private:
        friend class boost::iterator_core_access;
        Edge dereference() const { return view_->edge_at(source_, at_); }
        bool equal(const EdgeIterator& other) const { return at_ == other.at_ && source_ == other.source_; }
        void increment() {
            ++at_;
            skip_refused();
        }
        void skip_refused() {
            const std::size_t end = view_->degree(source_);
            while (at_ < end && !view_->accepts(view_->edge_at(source_, at_))) ++at_;
        }

        const UndirectedView* view_ = nullptr;
        BoostVertex source_ = 0;
        std::size_t at_ = 0;
    };

    struct Traversal : boost::incidence_graph_tag {};

    // The names that Boost.Graph asks for.
    using vertex_descriptor = BoostVertex;
    using edge_descriptor = Edge;
    using out_edge_iterator = EdgeIterator;
    using degree_size_type = std::size_t;
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = Traversal;

    /// Both must outlive the view.
    UndirectedView(const KnowledgeGraph& graph, const RelationFilter& filter)
        : graph_(graph), structure_(boost_graph(graph)), filter_(filter) {}

    friend std::pair<EdgeIterator, EdgeIterator> out_edges(BoostVertex vertex, const UndirectedView& view) {
        return {EdgeIterator(view, vertex, 0), EdgeIterator(view, vertex, view.degree(vertex))};
    }
    friend std::size_t out_degree(BoostVertex vertex, const UndirectedView& view) {
        return view.degree(vertex);
    }
    friend BoostVertex source(const Edge& edge, const UndirectedView&) { return edge.source; }
    friend BoostVertex target(const Edge& edge, const UndirectedView&) { return edge.target; }

  private:
    std::size_t degree(BoostVertex vertex) const {
        return boost::out_degree(vertex, structure_) + boost::in_degree(vertex, structure_);
    }
    Edge edge_at(BoostVertex vertex, std::size_t at) const {
        const std::size_t heads = boost::out_degree(vertex, structure_);
        if (at < heads) {
            const auto edge = *(boost::out_edges(vertex, structure_).first + static_cast<std::ptrdiff_t>(at));
            return {vertex, boost::target(edge, structure_), structure_[edge]};
        }
        const auto edge =
            *(boost::in_edges(vertex, structure_).first + static_cast<std::ptrdiff_t>(at - heads));
        return {vertex, boost::source(edge, structure_), structure_[edge]};
    }
    bool accepts(const Edge& edge) const { return filter_.accepts(graph_.relation(edge.relation)); }

    const KnowledgeGraph& graph_;
    const BoostGraph& structure_;
    const RelationFilter& filter_;
};

}  // namespace newsgraph
