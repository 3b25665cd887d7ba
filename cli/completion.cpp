// newsgraph completion: scripts with which a shell completes our command lines.

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/output_file.hpp"

namespace newsgraph {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

/// The names of an option, each by itself: "-o, --output" -> {"-o", "--output"}.
std::vector<std::string> names_of(const OptionHelp& option) {
    std::vector<std::string> names;
    std::istringstream list(option.names);
    for (std::string name; list >> name;) {
        if (name.ends_with(',')) name.pop_back();
        names.push_back(name);
    }
    return names;
}

/// The values that an argument of that name can have; files where it is none of these.
std::vector<std::string> argument_choices(const CLI::App& command) {
    for (const OptionHelp& option : options_of(command)) {
        if (option.is_argument && !option.choices.empty()) return option.choices;
    }
    return {};
}

std::string bash_case(const CLI::App& command) {
    std::vector<std::string> names;
    std::ostringstream out;
    out << "        " << command.get_name() << ")\n            case \"$before\" in\n";
    for (const OptionHelp& option : options_of(command)) {
        if (option.is_argument) continue;
        const std::vector<std::string> own = names_of(option);
        names.insert(names.end(), own.begin(), own.end());
        if (option.value.empty()) continue;
        std::string alternatives;
        for (const std::string& name : own) alternatives += (alternatives.empty() ? "" : "|") + name;
        out << "                " << alternatives << ") ";
        if (option.choices.empty())
            out << "COMPREPLY=($(compgen " << (option.value == "DIR" ? "-d" : "-f")
                << " -- \"$word\")); return ;;\n";
        else
            out << "COMPREPLY=($(compgen -W '" << joined(option.choices) << "' -- \"$word\")); return ;;\n";
    }
    out << "            esac\n            options='" << joined(names) << "'\n            choices='"
        << joined(argument_choices(command)) << "' ;;\n";
    return out.str();
}

std::string bash_script(const CLI::App& program) {
    std::vector<std::string> commands;
    std::string cases;
    for (const CLI::App* command : commands_of(program)) {
        commands.push_back(command->get_name());
        cases += bash_case(*command);
    }
    std::vector<std::string> options;
    for (const OptionHelp& option : options_of(program)) {
        for (const std::string& name : names_of(option)) options.push_back(name);
    }
    return R"(# Bash completion for newsgraph. Load it with: source <(newsgraph completion bash)
_newsgraph() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= options choices= i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} != -* ]]; then command=${COMP_WORDS[i]}; break; fi
    done
    case "$command" in
        '') options=')" +
           joined(options) + R"('; choices=')" + joined(commands) + "' ;;\n" + cases + R"(        *) return ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    elif [[ -n $choices ]]; then
        COMPREPLY=($(compgen -W "$choices" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _newsgraph newsgraph
)";
}

/// Text within single quotes and an option's brackets, as _arguments reads it.
std::string zsh_quoted(std::string_view text) {
    std::string quoted;
    for (const char c : text) {
        if (c == '\'')
            quoted += "'\\''";
        else if (c == '[' || c == ']' || c == ':')
            quoted += std::string("\\") + c;
        else
            quoted += c;
    }
    return quoted;
}

std::string zsh_value(const OptionHelp& option) {
    if (!option.choices.empty()) return "(" + joined(option.choices) + ")";
    return option.value == "DIR" ? "_files -/" : "_files";
}

std::string zsh_function(const CLI::App& command) {
    std::ostringstream out;
    out << "        " << command.get_name() << ")\n            _arguments";
    for (const OptionHelp& option : options_of(command)) {
        if (option.is_argument) {
            out << " \\\n                '" << (option.is_repeatable ? "*" : "") << ":"
                << zsh_quoted(option.names) << ":" << zsh_value(option) << "'";
            continue;
        }
        for (const std::string& name : names_of(option)) {
            out << " \\\n                '" << (option.is_repeatable ? "*" : "") << name << "["
                << zsh_quoted(option.description) << "]";
            if (!option.value.empty()) out << ":" << zsh_quoted(option.value) << ":" << zsh_value(option);
            out << "'";
        }
    }
    out << " ;;\n";
    return out.str();
}

std::string zsh_script(const CLI::App& program) {
    std::string commands;
    std::string cases;
    for (const CLI::App* command : commands_of(program)) {
        commands += "        '" + command->get_name() + ":" + zsh_quoted(command->get_description()) + "'\n";
        cases += zsh_function(*command);
    }
    return R"(#compdef newsgraph
# Zsh completion for newsgraph. Load it with: source <(newsgraph completion zsh)
_newsgraph() {
    local -a commands
    commands=(
)" + commands +
           R"(    )
    if (( CURRENT == 2 )); then
        _describe 'command' commands
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
)" + cases +
           R"(    esac
}
if [[ ${funcstack[1]} == _newsgraph ]]; then
    _newsgraph "$@"
else
    compdef _newsgraph newsgraph
fi
)";
}

}  // namespace

void add_completion_command(CLI::App& program) {
    CLI::App* command =
        program.add_subcommand("completion", "Print a script that completes command lines in a shell");
    auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, "The shell: bash or zsh")
        ->required()
        ->check(one_of({"bash", "zsh"}));
    command->footer(
        "Examples:\n"
        "  source <(newsgraph completion bash)\n"
        "  newsgraph completion zsh > ~/.zfunc/_newsgraph");
    command->callback([shell, &program] {
        OutputFile output("-");
        output.stream() << (*shell == "bash" ? bash_script(program) : zsh_script(program));
        output.close();
    });
}

}  // namespace newsgraph
