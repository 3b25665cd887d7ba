#pragma once
// What the words of a command line mean in a graph.

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/graph_formats.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// The entities with that name, the most mentioned first; never none: throws Error with the nearest names.
std::vector<EntityId> entities_named(const KnowledgeGraph& graph, const std::string& name);

/// The first of these; the log says so where there are others.
EntityId entity_named(const KnowledgeGraph& graph, const std::string& name);

/// The relation types that a pattern may name: those in the graph that `filter` accepts, and those of the
/// ontology.
std::vector<std::string> known_relation_types(const OpenedGraph& opened, const RelationFilter& filter);

/// Adds --open and --inferred, which are off if not given, and --modality.
void add_filter_options(CLI::App& command, RelationFilter& filter);

/// Adds the same for commands that copy a graph, where relations are left out only on request: --no-inferred
/// in place of --inferred.
void add_copy_filter_options(CLI::App& command, RelationFilter& filter);

}  // namespace newsgraph
