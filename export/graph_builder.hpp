#pragma once
// Puts a graph together from what a file says of it.

#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/json_members.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Every member throws Mistake where what it is given can't be part of a graph.
class GraphBuilder {
  public:
    explicit GraphBuilder(std::vector<std::string> symmetric_types) : graph_(std::move(symmetric_types)) {}

    /// `documents` is a JSON array of documents (export/json.hpp). Before the edges.
    void add_documents(const rapidjson::Value& documents);

    /// Before the edges.
    void add_node(const std::string& id, std::string_view label, std::string_view type,
                  const std::vector<std::string>& aliases, std::size_t mentions);

    struct Edge {
        std::string source;
        std::string target;
        std::string type;
        bool open = false;
    };

    /// `claims` is a JSON array of claims.
    void add_edge(const Edge& edge, const rapidjson::Value& claims);

    /// After the edges: the graph. The builder is of no use any more.
    KnowledgeGraph finish();

  private:
    /// An inferred claim, and the ids in the file of those that it follows from.
    struct Inferred {
        ClaimId claim{};
        std::vector<std::string> from;
    };

    EntityId node(const std::string& id, const char* end) const;
    void add_claim(const Edge& edge, const rapidjson::Value& claim);

    KnowledgeGraph graph_;
    std::unordered_map<std::string, EntityId> nodes_;
    std::unordered_map<std::string, ClaimId> claims_;
    std::vector<Inferred> inferred_;
};

}  // namespace newsgraph
