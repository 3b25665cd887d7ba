#pragma once
// Puts a graph together from what a file says of it.

#include <rapidjson/document.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Leads to a value in JSON: {"edges", "2", "claims"}.
using JsonPath = std::vector<std::string>;

/// What a file says wrongly; its reader knows the line.
struct Mistake {
    JsonPath path;  // to the wrong value, from the one that was given
    std::string what;
    std::string fix;
};

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

// Members of a JSON object, by their type. Each throws Mistake where the member is missing or of another
// type.
const rapidjson::Value& json_array(const rapidjson::Value& object, const char* name);
std::string json_string(const rapidjson::Value& object, const char* name);
bool json_bool(const rapidjson::Value& object, const char* name);
std::size_t json_size(const rapidjson::Value& object, const char* name);
std::vector<std::string> json_strings(const rapidjson::Value& array);

/// Does `work`; a Mistake that it throws then leads through `step`.
template <typename Work>
void at(const std::string& step, Work work) {
    try {
        work();
    } catch (Mistake& mistake) {
        mistake.path.insert(mistake.path.begin(), step);
        throw;
    }
}

/// Does `work(element)` for each element of an array; a Mistake then leads through its index.
template <typename Work>
void for_each_element(const rapidjson::Value& array, Work work) {
    for (rapidjson::SizeType i = 0; i < array.Size(); ++i) {
        at(std::to_string(i), [&] { work(array[i]); });
    }
}

/// "edges[2].claims".
std::string shown(const JsonPath& path);

}  // namespace newsgraph
