#pragma once
// What the words of a command line mean in a graph.

#include <CLI/App.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// The entity with that name, the most mentioned of several; the log then says so. Throws Error with the
/// nearest names where there is none.
EntityId entity_named(const KnowledgeGraph& graph, const std::string& name);

/// `"Acme": no entity has this name; did you mean "Acne"?`
Error no_such_entity(const std::string& name, const std::vector<std::string>& near);

/// Tells that several entities have a name, and which one is taken.
void warn_of_ambiguity(const std::string& name, std::size_t count, std::string_view taken,
                       std::string_view type);

/// Adds --open, --inferred and --modality.
void add_stance_options(CLI::App& command, bool& open, bool& inferred, std::vector<Modality>& modalities);

/// The same for a filter, in which inferred relations are off if not asked for.
void add_filter_options(CLI::App& command, RelationFilter& filter);

/// Adds the same for commands that copy a graph, where relations are left out only on request: --no-inferred
/// in place of --inferred. All three must outlive the command.
void add_copy_filter_options(CLI::App& command, bool& open, bool& inferred,
                             std::vector<Modality>& modalities);

}  // namespace newsgraph
