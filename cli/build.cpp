// newsgraph build: from articles to a graph in a file.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/build_graph.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/dates.hpp"
#include "cli/graph_formats.hpp"
#include "cli/usage_error.hpp"
#include "ingest/extract.hpp"

namespace newsgraph {
namespace {

struct BuildOptions {
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::string format;
    BuildSettings settings;
    ExportOptions exported;
};

KnowledgeGraph graph_of(const BuildOptions& options, const Session& session, Stopwatch& watch) {
    if (options.inputs.size() == 1 && holds_store(options.inputs.front()))
        return open_graph(options.inputs.front(), session).graph;
    const Resources resources =
        Resources::load(session.resource_paths(), [&watch](std::string_view stage) { watch.lap(stage); });
    return build_graph(options.inputs, options.settings, resources, session, watch);
}

void build(BuildOptions options, const Session& session) {
    Stopwatch watch;
    if (options.outputs.empty()) options.outputs = {"-"};
    if (!options.settings.id.empty() && options.inputs.size() > 1)
        throw UsageError("--id", "it names a single article, but there are several", "leave it out");
    for (const std::string& input : options.inputs)
        if (options.inputs.size() > 1 && input != "-" && std::filesystem::exists(input) && holds_store(input))
            throw UsageError("INPUT", "\"" + input + "\" is a store, which is built alone",
                             "add the articles to it: newsgraph add " + input + " ARTICLE");
    options.settings.date = iso_date_of(options.settings.date, "--date");
    const std::vector<GraphOutput> outputs = graph_outputs(options.outputs, options.format, options.inputs);

    watch.lap("start");
    const KnowledgeGraph graph = graph_of(options, session, watch);
    write_outputs(graph, outputs, options.exported);
    watch.lap("write");
    watch.log();
    spdlog::debug("documents: {}, entities: {}, relations: {}", graph.documents().size(),
                  graph.entities().size(), graph.relations().size());
}

}  // namespace

void add_build_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("build", "Build the graph of one or more articles");
    auto options = std::make_shared<BuildOptions>();
    command
        ->add_option("INPUT", options->inputs,
                     "Article as text, Markdown or HTML, articles as JSON Lines, a folder of them, - for "
                     "standard input, or a single store")
        ->required();
    command
        ->add_option("-o,--output", options->outputs,
                     "Where the graph goes, in the format of the name's ending; - is "
                     "standard output; may be given several times")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command
        ->add_option("-f,--format", options->format,
                     "Format where no ending tells it, json if not given; newsgraph export --list-formats "
                     "shows all")
        ->type_name("FORMAT")
        ->check(one_of(format_names()));
    command->add_flag("--open", options->exported.open, "With relations that no type of the ontology covers");
    command->add_flag("--strict", options->settings.is_strict,
                      "Fail if an article can't be read, instead of leaving it out");
    command->add_option("--date", options->settings.date, "Date of articles that state none, e.g. 2026-04-08")
        ->type_name("DATE");
    command->add_option("--id", options->settings.id, "Id of the article, instead of its file's name")
        ->type_name("ID")
        ->check(not_empty());
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph build article.txt                                 the graph as JSON\n"
        "  newsgraph build article.txt -o graph.graphml -o graph.dot   for Gephi, and for Graphviz\n"
        "  newsgraph build articles/ -o news.json                      one graph of a whole folder\n"
        "  newsgraph build news.ng -o news.graphml                     the graph of a store\n"
        "  pdftotext article.pdf - | newsgraph build - --id article -o article.json");
    command->callback([options, &session] { build(*options, session); });
}

}  // namespace newsgraph
