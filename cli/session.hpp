#pragma once
// What every command has in common: the options before and after it, the logs, the data folder.

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/table.hpp"

namespace newsgraph {

struct ResourcePaths;

/// One run of the program.
struct Session {
    int verbosity = 0;                     // how often -v was given
    bool is_quiet = false;                 // -q
    std::string data_folder;               // --data; empty if not given
    std::string ontology;                  // --ontology, likewise
    std::vector<std::string> gazetteers;   // --gazetteer
    bool has_only_own_gazetteers = false;  // --only-gazetteer

    /// Sets the log up: to standard error, as much as -v and -q ask for, in colour on a terminal.
    void start_log() const;

    /// Where models, gazetteers and ontology lie. Throws Error where the data folder is not found.
    ResourcePaths resource_paths() const;
};

/// Throws Error where `path` is a folder, which would be read as an empty file.
void refuse_folder(const std::string& path);

/// Whether a terminal shows standard output (error) and colours are welcome there (https://no-color.org).
bool is_output_coloured();
bool is_log_coloured();

/// As wide as the terminal that shows standard output; as wide as need be where none does.
TableStyle table_style();

/// Adds --data, --ontology and --gazetteer to a command that reads articles.
void add_resource_options(CLI::App& command, Session& session);

}  // namespace newsgraph
