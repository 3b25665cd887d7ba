// newsgraph view: a web page of a graph.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/page_contents.hpp"
#include "cli/usage_error.hpp"
#include "export/page.hpp"

namespace newsgraph {
namespace {

struct ViewCommand {
    std::string graph;
    std::string output;
    std::string title;
    std::size_t first_entities = PageOptions{}.first_entities;
    ClaimFilter filter;
};

std::string title_of(const ViewCommand& command, const KnowledgeGraph& graph) {
    if (!command.title.empty()) return command.title;
    if (graph.documents().size() == 1 && !graph.document(DocumentId{}).title.empty())
        return graph.document(DocumentId{}).title;
    const std::filesystem::path input(command.graph);
    const std::string stem =
        input.has_filename() ? input.stem().string() : input.parent_path().stem().string();
    return command.graph == "-" || stem.empty() || stem == "." || stem == ".." ? "Knowledge graph" : stem;
}

void view(const ViewCommand& command, const Session& session) {
    std::error_code ignored;
    if (command.output != "-" && command.graph != "-" &&
        std::filesystem::equivalent(command.output, command.graph, ignored))
        throw UsageError("--output", "\"" + command.output + "\" is the input",
                         "write the page to another file");
    const PageContents contents = page_contents(command.graph, command.filter, session);
    if (!contents.left_out.empty()) spdlog::info("{}", contents.left_out);

    PageOptions options;
    options.parts = contents.parts;
    options.title = title_of(command, contents.graph);
    options.first_entities = command.first_entities;
    options.conflicts = contents.conflicts;
    OutputFile output(command.output);
    write_page(contents.graph, output.stream(), options);
    output.close();
}

}  // namespace

void add_view_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("view", "Write a web page to look through a graph");
    auto options = std::make_shared<ViewCommand>();
    add_graph_argument(*command, options->graph);
    command
        ->add_option("-o,--output", options->output,
                     "Where the page goes: one file that needs no network; - is standard output")
        ->type_name("FILE")
        ->required();
    command
        ->add_option("--title", options->title,
                     "Above the page, instead of the article's title or the graph's name")
        ->type_name("TEXT");
    command
        ->add_option("--entities", options->first_entities,
                     "So many entities on the first screen, the best connected; 40 if not given")
        ->type_name("NUMBER")
        ->check(CLI::Range(1, 300));
    add_copy_filter_options(*command, options->filter.open, options->filter.inferred,
                            options->filter.modalities);
    add_source_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph view graph.json -o graph.html\n"
        "  newsgraph view articles/ -o news.html --title 'The week'\n"
        "  newsgraph view news.ng -o news.html --no-inferred\n"
        "  newsgraph view news.ng -o deals.html --type acquires --since 2026-04 --min-sources 2");
    command->callback([options, &session] { view(*options, session); });
}

}  // namespace newsgraph
