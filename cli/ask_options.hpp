#pragma once
// Arguments and options that all commands have that ask a store.

#include <CLI/App.hpp>
#include <string>

#include "cli/open_store.hpp"
#include "graph/query/filter.hpp"

namespace newsgraph {

/// Adds the argument GRAPH.
void add_graph_argument(CLI::App& command, std::string& graph);

/// Adds --format: one of result_formats() (cli/results.hpp); and --json, which is one of them.
void add_format_option(CLI::App& command, std::string& format);

/// Adds only --json, which sets `format` to "json".
void add_json_flag(CLI::App& command, std::string& format);

/// Adds --open, --inferred, --modality, --type, --min-sources, --since, --until and --document.
void add_claim_filter_options(CLI::App& command, ClaimFilter& filter);

/// Those of them that choose by what a store knows: --min-sources, --type, --since, --until and --document.
void add_source_filter_options(CLI::App& command, ClaimFilter& filter);

/// Those of them that choose among conflicts: --type, --since, --until and --document.
void add_conflict_filter_options(CLI::App& command, ClaimFilter& filter);

/// Throws UsageError where --type names a type that neither the store nor the ontology has, and Error where
/// --document names none of the store's; both with what is near.
void check_filter(const ClaimFilter& filter, OpenedStore& opened);

}  // namespace newsgraph
