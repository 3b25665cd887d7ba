#pragma once
// What --help prints.

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace newsgraph {

/// Has the program and its commands, those to come too, print help in our form.
void set_help_format(CLI::App& program);

/// An option or argument as help shows it, e.g. "-o, --output FILE ..." and what it is for.
struct OptionHelp {
    std::string names;
    std::string value;  // "FILE"; empty for a flag
    std::string description;
    std::vector<std::string> choices;  // if its value is one of a few
    bool is_argument = false;          // goes by its place, not a name
    bool is_required = false;
    bool is_repeatable = false;
};

/// The options and arguments of a command that are not hidden, in the order of adding, the arguments first.
std::vector<OptionHelp> options_of(const CLI::App& command);

/// The commands that are not hidden.
std::vector<const CLI::App*> commands_of(const CLI::App& program);

/// E.g. "newsgraph query [OPTION]... GRAPH PATTERN...".
std::string usage_of(const CLI::App& command);

}  // namespace newsgraph
