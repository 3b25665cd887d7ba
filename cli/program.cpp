#include "cli/program.hpp"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/interruption.hpp"
#include "cli/output_file.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/text_width.hpp"
#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrong_usage = 2;
constexpr int by_signal = 128;  // and its number

constexpr const char* description =
    "newsgraph turns news articles into a knowledge graph: who and what they are about, how these are "
    "related, who "
    "says so, how firmly, and in which words. It works offline, and the same input always gives the same "
    "output.";

constexpr const char* first_steps =
    "First steps:\n"
    "  newsgraph demo                                         sample articles, their graph and its picture\n"
    "  newsgraph build article.txt -o graph.json              an article's graph\n"
    "  newsgraph query graph.json '? competes-with ?'         who competes with whom\n"
    "  newsgraph draw graph.json -o graph.svg                 a picture of it\n"
    "  newsgraph view graph.json -o graph.html                a page to look through it\n"
    "\n"
    "newsgraph COMMAND --help, or newsgraph help COMMAND, shows the options of a command, with examples.";

void add_commands(CLI::App& program, Session& session) {
    add_demo_command(program, session);
    add_build_command(program, session);
    add_extract_command(program, session);
    add_add_command(program, session);
    add_replace_command(program, session);
    add_remove_command(program, session);
    add_list_command(program, session);
    add_show_command(program, session);
    add_ontology_command(program, session);
    add_query_command(program, session);
    add_explain_command(program, session);
    add_neighbors_command(program, session);
    add_path_command(program, session);
    add_timeline_command(program, session);
    add_conflicts_command(program, session);
    add_rank_command(program, session);
    add_communities_command(program, session);
    add_diff_command(program, session);
    add_sql_command(program, session);
    add_stats_command(program, session);
    add_draw_command(program, session);
    add_view_command(program, session);
    add_why_command(program, session);
    add_merge_command(program, session);
    add_split_command(program, session);
    add_export_command(program, session);
    add_annotate_command(program, session);
    add_completion_command(program);
    add_manual_command(program);
}

void describe(CLI::App& program, Session& session) {
    program.name("newsgraph");
    program.description(description);
    program.footer(first_steps);
    set_help_format(program);
    program.set_help_flag("-h,--help", "Show help; after a command, of that command");
    program.set_version_flag("--version", "newsgraph " NEWSGRAPH_VERSION, "Show the version");
    program.add_flag("-v,--verbose", session.verbosity,
                     "Tell on standard error what is done, and how long it takes");
    program.add_flag("-q,--quiet", session.is_quiet, "Tell on standard error only what fails");
    program.fallthrough();
    program.require_subcommand(0, 1);
    // Before the command that is chosen runs, all options are known.
    program.parse_complete_callback([&session] { session.start_log(); });
    add_commands(program, session);
}

/// The command that the arguments name, for messages.
std::string chosen_command(const CLI::App& program) {
    const std::vector<CLI::App*> chosen = program.get_subcommands();
    return chosen.empty() ? "newsgraph" : "newsgraph " + chosen.front()->get_name();
}

[[noreturn]] void refuse_unknown_command(const CLI::App& program, const std::string& word) {
    std::vector<std::string> names;
    for (const CLI::App* command : commands_of(program)) names.push_back(command->get_name());
    const auto near = nearest(word, names);
    throw UsageError("newsgraph", "\"" + word + "\" is no command",
                     near ? "did you mean \"" + *near + "\"?" : "see newsgraph --help");
}

/// Tells what an argument that begins with a hyphen was meant to be.
void refuse_unknown_option(const CLI::App& program, const std::string& command,
                           const std::vector<std::string>& extra) {
    std::error_code ignored;
    for (const std::string& word : extra) {
        if (!word.starts_with('-') || word == "--") continue;
        if (std::filesystem::exists(word, ignored))
            throw UsageError(command, "\"" + word + "\" is taken for an option", "write ./" + word);
        std::vector<std::string> names;
        for (const CLI::App* app = program.get_subcommands().empty() ? &program
                                                                     : program.get_subcommands().front();
             app != nullptr; app = app->get_parent()) {
            for (const CLI::Option* option : app->get_options())
                for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
        const auto near = nearest(word.substr(0, word.find('=')), names);
        throw UsageError(command, "\"" + word + "\" is no option",
                         near ? "did you mean \"" + *near + "\"?" : "see " + command + " --help");
    }
}

int parse_and_run(CLI::App& program, int argument_count, const char* const* arguments) {
    try {
        program.parse(argument_count, arguments);
        if (program.get_subcommands().empty()) {
            OutputFile output("-");
            output.stream() << program.help();
            output.close();
        }
        return done;
    } catch (const CLI::Success& success) {  // --help, --version
        OutputFile output("-");
        program.exit(success, output.stream(), output.stream());
        output.close();
        return done;
    } catch (const CLI::ValidationError& error) {
        throw UsageError("", error.what());
    } catch (const CLI::ParseError& error) {
        const std::string command = chosen_command(program);
        const std::vector<std::string> extra = program.remaining();
        if (program.get_subcommands().empty() && !extra.empty() && !extra.front().starts_with('-'))
            refuse_unknown_command(program, extra.front());
        refuse_unknown_option(program, command, program.remaining(true));
        throw UsageError(command, error.what(), "see " + command + " --help");
    }
}

/// `newsgraph help query` is `newsgraph query --help`.
std::vector<const char*> with_help_as_option(int count, const char* const* arguments) {
    std::vector<const char*> all(arguments, arguments + count);
    if (count < 2 || std::string_view(all[1]) != "help") return all;
    all.erase(all.begin() + 1);
    if (all.size() > 1) all.resize(2);
    all.push_back("--help");
    return all;
}

}  // namespace

int run_program(int argument_count, const char* const* arguments) {
    Session session;
    session.start_log();
    CLI::App program;
    try {
        describe(program, session);
        const std::vector<const char*> given = with_help_as_option(argument_count, arguments);
        return parse_and_run(program, static_cast<int>(given.size()), given.data());
    } catch (const UsageError& error) {
        spdlog::error("{}", printable(error.what()));
        return wrong_usage;
    } catch (const InterruptedError& error) {
        spdlog::warn("{}", printable(error.what()));
        return by_signal + error.signal();
    } catch (const Error& error) {
        spdlog::error("{}", printable(error.what()));
    } catch (const std::bad_alloc&) {
        spdlog::error("newsgraph: the memory is used up; give fewer or smaller articles");
    } catch (const std::exception& error) {
        spdlog::error("newsgraph: {}; please report this", error.what());
    }
    return failed;
}

}  // namespace newsgraph
