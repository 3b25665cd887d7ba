#include "cli/help.hpp"

#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>
#include <sstream>
#include <string_view>

#include "export/text_width.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t indent = 2;
constexpr std::size_t name_width = 26;  // a longer name stands on a line of its own

std::string shown_name(const OptionHelp& option) {
    std::string name = option.names;
    if (!option.value.empty()) name += " " + option.value;
    if (option.is_repeatable) name += "...";
    return name;
}

void print_entry(std::ostream& out, const std::string& name, const std::string& description) {
    out << std::string(indent, ' ') << name;
    std::size_t column = indent + name.size();
    for (const std::string& line : wrapped(description, line_width - indent - name_width)) {
        if (column >= indent + name_width) {
            out << '\n';
            column = 0;
        }
        out << std::string(indent + name_width - column, ' ') << line;
        column = line_width;
    }
    out << '\n';
}

/// An example with its comment, or a sentence: whole where it fits, else the comment beneath.
void print_footer_line(std::ostream& out, const std::string& line) {
    constexpr std::size_t comment_indent = 6;
    if (text_width(line) <= line_width) {
        out << line << '\n';
        return;
    }
    const std::size_t begin = line.find_first_not_of(' ');
    const std::size_t gap = begin == line.npos ? line.npos : line.find("   ", begin);
    const std::string command = line.substr(0, gap);
    const bool is_example = begin == indent;
    if (is_example && text_width(command) > line_width)
        out << command << '\n';  // can be copied
    else
        for (const std::string& part : wrapped(command.substr(begin), line_width - begin))
            out << std::string(begin, ' ') << part << '\n';
    if (gap == line.npos) return;
    for (const std::string& part :
         wrapped(line.substr(line.find_first_not_of(' ', gap)), line_width - comment_indent))
        out << std::string(comment_indent, ' ') << part << '\n';
}

class HelpFormat : public CLI::FormatterBase {
  public:
    std::string make_help(const CLI::App* command, std::string /*name*/,
                          CLI::AppFormatMode /*mode*/) const override {
        std::ostringstream out;
        for (const std::string& line : wrapped(command->get_description(), line_width)) out << line << '\n';
        out << '\n';
        for (const std::string& line : wrapped("Usage: " + usage_of(*command), line_width))
            out << line << '\n';
        const std::vector<OptionHelp> options = options_of(*command);
        print_options(out, "Arguments", options, true);
        if (const auto commands = commands_of(*command); !commands.empty()) {
            out << "\nCommands:\n";
            for (const CLI::App* sub : commands) print_entry(out, sub->get_name(), sub->get_description());
        }
        print_options(out, "Options", options, false);
        if (!command->get_footer().empty()) {
            out << '\n';
            std::istringstream footer(command->get_footer());
            for (std::string line; std::getline(footer, line);) print_footer_line(out, line);
        }
        return out.str();
    }

  private:
    static void print_options(std::ostream& out, std::string_view heading,
                              const std::vector<OptionHelp>& options, bool arguments) {
        bool is_first = true;
        for (const OptionHelp& option : options) {
            if (option.is_argument != arguments) continue;
            if (is_first) out << '\n' << heading << ":\n";
            is_first = false;
            print_entry(out, shown_name(option), option.description);
        }
    }
};

/// The choices in "TEXT:{graphml,dot,json}", as CLI11 names the type of an option with a set of values.
std::vector<std::string> choices_in(const std::string& type_name) {
    std::vector<std::string> choices;
    const std::size_t begin = type_name.find('{');
    const std::size_t end = type_name.find('}');
    if (begin == std::string::npos || end == std::string::npos) return choices;
    std::istringstream list(type_name.substr(begin + 1, end - begin - 1));
    for (std::string choice; std::getline(list, choice, ',');) choices.push_back(choice);
    return choices;
}

}  // namespace

void set_help_format(CLI::App& program) { program.formatter(std::make_shared<HelpFormat>()); }

std::vector<OptionHelp> options_of(const CLI::App& command) {
    std::vector<OptionHelp> found;
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_group().empty()) continue;  // hidden
        OptionHelp help;
        help.is_argument = option->get_positional();
        help.names = help.is_argument ? option->get_name(true, false) : "";
        if (!help.is_argument) {
            for (const std::string& name : option->get_snames())
                help.names += (help.names.empty() ? "-" : ", -") + name;
            for (const std::string& name : option->get_lnames())
                help.names += (help.names.empty() ? "--" : ", --") + name;
        }
        const std::string type = option->get_type_name();
        help.choices = choices_in(type);
        if (!help.is_argument && option->get_items_expected_max() > 0)
            help.value = type.substr(0, type.find(':'));
        help.description = option->get_description();
        help.is_required = option->get_required();
        help.is_repeatable = option->get_items_expected_max() > 1;
        found.push_back(std::move(help));
    }
    std::stable_partition(found.begin(), found.end(),
                          [](const OptionHelp& help) { return help.is_argument; });
    return found;
}

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
    return program.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

std::string usage_of(const CLI::App& command) {
    std::string usage = command.get_parent() != nullptr ? command.get_parent()->get_name() + " " : "";
    usage += command.get_name();
    if (!commands_of(command).empty()) return usage + " COMMAND [ARGUMENT]...";
    usage += " [OPTION]...";
    for (const OptionHelp& option : options_of(command)) {
        if (!option.is_argument) {
            if (option.is_required)
                usage += " " + option.names.substr(0, option.names.find(',')) + " " + option.value;
            continue;
        }
        const std::string name = option.names + (option.is_repeatable ? "..." : "");
        usage += option.is_required ? " " + name : " [" + name + "]";
    }
    return usage;
}

}  // namespace newsgraph
