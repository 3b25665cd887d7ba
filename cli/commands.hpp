#pragma once
// The commands of the program, one file each.

#include <CLI/App.hpp>

#include "cli/session.hpp"

namespace newsgraph {

// Each adds its command to `program`; when chosen it is run while the command line is parsed, and throws
// Error if it fails. `session` must outlive the program.
void add_build_command(CLI::App& program, Session& session);
void add_annotate_command(CLI::App& program, Session& session);
void add_extract_command(CLI::App& program, Session& session);
void add_explain_command(CLI::App& program, Session& session);
void add_add_command(CLI::App& program, Session& session);
void add_replace_command(CLI::App& program, Session& session);
void add_remove_command(CLI::App& program, Session& session);
void add_list_command(CLI::App& program, Session& session);
void add_show_command(CLI::App& program, Session& session);
void add_why_command(CLI::App& program, Session& session);
void add_merge_command(CLI::App& program, Session& session);
void add_split_command(CLI::App& program, Session& session);
void add_export_command(CLI::App& program, Session& session);
void add_ontology_command(CLI::App& program, Session& session);
void add_query_command(CLI::App& program, Session& session);
void add_neighbors_command(CLI::App& program, Session& session);
void add_path_command(CLI::App& program, Session& session);
void add_timeline_command(CLI::App& program, Session& session);
void add_conflicts_command(CLI::App& program, Session& session);
void add_rank_command(CLI::App& program, Session& session);
void add_communities_command(CLI::App& program, Session& session);
void add_diff_command(CLI::App& program, Session& session);
void add_sql_command(CLI::App& program, Session& session);
void add_stats_command(CLI::App& program, Session& session);
void add_draw_command(CLI::App& program, Session& session);
void add_demo_command(CLI::App& program, Session& session);
void add_view_command(CLI::App& program, Session& session);
void add_completion_command(CLI::App& program);
void add_manual_command(CLI::App& program);  // hidden: the build makes the man page with it

}  // namespace newsgraph
