#pragma once
// What every command has in common: the options before and after it, the logs, the data folder.

#include <CLI/App.hpp>
#include <cstddef>
#include <filesystem>
#include <string>

#include "cli/table.hpp"

namespace newsgraph {

/// One run of the program.
struct Session {
    int verbosity = 0;        // how often -v was given
    bool is_quiet = false;    // -q
    std::string data_folder;  // --data; empty if not given

    /// Sets the log up: to standard error, as much as -v and -q ask for, in colour on a terminal.
    void start_log() const;

    /// Throws Error where it is not found.
    std::filesystem::path data() const;
};

/// Whether a terminal shows standard output (error) and colours are welcome there (https://no-color.org).
bool is_output_coloured();
bool is_log_coloured();

/// As wide as the terminal that shows standard output; as wide as need be where none does.
TableStyle table_style();

/// Adds --data to a command that reads models or the ontology.
void add_data_option(CLI::App& command, Session& session);

}  // namespace newsgraph
