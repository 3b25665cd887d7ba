// newsgraph manual: the man page, made of what the commands say of themselves.

#include <CLI/CLI.hpp>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/output_file.hpp"

namespace newsgraph {
namespace {

/// Text as man(7) prints it, whatever it begins with.
std::string roff(std::string_view text) {
    std::string quoted;
    bool at_line_start = true;
    for (const char c : text) {
        if (at_line_start && (c == '.' || c == '\'')) quoted += "\\&";
        at_line_start = c == '\n';
        if (c == '\\')
            quoted += "\\e";
        else if (c == '-')
            quoted += "\\-";
        else if (c == '\'')
            quoted += "\\(aq";
        else
            quoted += c;
    }
    return quoted;
}

void print_options(std::ostream& out, const CLI::App& command) {
    for (const OptionHelp& option : options_of(command)) {
        if (command.get_parent() != nullptr && option.names == "-h, --help") continue;  // told once
        out << ".TP\n" << (option.is_argument ? "\\fI" : "\\fB") << roff(option.names) << "\\fR";
        if (!option.value.empty()) out << " \\fI" << roff(option.value) << "\\fR";
        out << '\n' << roff(option.description) << '\n';
    }
}

/// "Examples:\n  newsgraph ..." as a paragraph with lines as they stand.
void print_footer(std::ostream& out, const std::string& footer) {
    if (footer.empty()) return;
    out << ".PP\n.nf\n" << roff(footer) << "\n.fi\n";
}

void print_manual(std::ostream& out, const CLI::App& program, const std::string& version) {
    out << ".TH NEWSGRAPH 1 \"\" \"" << roff(version) << "\" \"User Commands\"\n"
        << ".SH NAME\nnewsgraph \\- build knowledge graphs from news articles\n"
        << ".SH SYNOPSIS\n";
    for (const CLI::App* command : commands_of(program))
        out << ".B " << roff(usage_of(*command)) << "\n.br\n";
    out << ".SH DESCRIPTION\n" << roff(program.get_description()) << '\n';
    out << ".SH COMMANDS\n";
    for (const CLI::App* command : commands_of(program)) {
        out << ".SS " << roff(usage_of(*command)) << '\n' << roff(command->get_description()) << ".\n";
        print_options(out, *command);
        print_footer(out, command->get_footer());
    }
    out << ".SH OPTIONS\n";
    print_options(out, program);
    out << R"(.SH EXIT STATUS
.TP
0
All went well; of several articles some may have been left out, which standard error tells (not with \-\-strict).
.TP
1
Something could not be done; standard error says what and how to mend it.
.TP
2
Wrong usage.
.TP
130, 143
Adding to a store was stopped, by Ctrl-C or SIGTERM; what is in it stays.
.SH ENVIRONMENT
.TP
.B NEWSGRAPH_DATA
Folder with models, gazetteer and ontology, where \-\-data is not given.
.TP
.B NO_COLOR
No colours, even on a terminal.
.TP
.B COLUMNS
Width of tables.
)";
}

}  // namespace

void add_manual_command(CLI::App& program) {
    CLI::App* command = program.add_subcommand("manual", "Print the man page");
    command->group("");
    command->callback([&program] {
        OutputFile output("-");
        print_manual(output.stream(), program, program.version());
        output.close();
    });
}

}  // namespace newsgraph
