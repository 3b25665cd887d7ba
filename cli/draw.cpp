// newsgraph draw: a picture of a graph.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_formats.hpp"
#include "cli/lookup.hpp"
#include "cli/output_file.hpp"
#include "cli/picture.hpp"
#include "cli/usage_error.hpp"
#include "export/dot.hpp"
#include "graph/algorithms.hpp"

namespace newsgraph {
namespace {

struct DrawOptions {
    std::string graph;
    std::vector<std::string> outputs;
    std::string format;
    std::string title;
    std::string around;
    std::size_t steps = 1;
    std::size_t most_entities = 80;
    RelationFilter filter;
};

std::string picture_format_of(const std::string& output, const std::string& format) {
    const std::vector<std::string> known = picture_formats();
    std::string ending = std::filesystem::path(output).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (!ending.empty() && std::find(known.begin(), known.end(), ending.substr(1)) != known.end())
        return ending.substr(1);
    if (!format.empty()) return format;
    throw UsageError(output, "its ending tells no format of pictures",
                     "let it end in one of " + one_of_these(known) + ", or give --format");
}

/// Those with relations, the best connected ones where there are too many; all where there are no relations.
std::vector<EntityId> drawn_entities(const KnowledgeGraph& graph, const DrawOptions& options) {
    std::vector<EntityId> wanted;
    if (options.around.empty()) {
        for (const EntityId id : graph.entities()) wanted.push_back(id);
    } else {
        wanted.push_back(entity_named(graph, options.around));
        for (const Neighbor& neighbor : neighbors(graph, wanted.front(), options.steps, options.filter))
            wanted.push_back(neighbor.entity);
        std::sort(wanted.begin(), wanted.end());
    }

    std::vector<std::size_t> degrees(graph.entities().size());
    std::size_t connected = 0;
    for (const EntityId id : wanted) {
        const Degree ends = degree(graph, id, options.filter);
        degrees[index_of(id)] = ends.in + ends.out;
        if (ends.in + ends.out > 0) ++connected;
    }
    if (!options.filter.open)
        std::erase_if(wanted, [&](EntityId id) { return graph.entity(id).is_phrase(); });
    const std::size_t all = wanted.size();
    if (connected > 0) std::erase_if(wanted, [&](EntityId id) { return degrees[index_of(id)] == 0; });
    std::stable_sort(wanted.begin(), wanted.end(),
                     [&](EntityId a, EntityId b) { return degrees[index_of(a)] > degrees[index_of(b)]; });
    wanted.resize(std::min(wanted.size(), options.most_entities));
    std::sort(wanted.begin(), wanted.end());
    if (wanted.size() < all)
        spdlog::info("{} of {} entities are drawn: those with relations{}", wanted.size(), all,
                     wanted.size() < connected ? ", the best connected; --entities draws more" : "");
    return wanted;
}

/// The drawing as DOT.
std::string drawing_of(const KnowledgeGraph& graph, const DrawOptions& options) {
    const std::vector<EntityId> entities = drawn_entities(graph, options);
    const KnowledgeGraph part = subgraph(graph, entities, options.filter);
    DrawingOptions drawing;
    drawing.parts = {.open = options.filter.open, .inferred = options.filter.inferred};
    drawing.isolated = part.relations().size() == 0;
    drawing.title = options.title;
    if (options.title.empty() && graph.documents().size() == 1)
        drawing.title = graph.document(DocumentId{}).title;
    std::ostringstream dot;
    write_drawing(part, dot, drawing);
    return dot.str();
}

void draw(const DrawOptions& options, const Session& session) {
    std::vector<std::string> formats;
    for (const std::string& output : options.outputs)
        formats.push_back(picture_format_of(output, options.format));
    const std::string drawing = drawing_of(open_graph(options.graph, session).graph, options);
    for (std::size_t i = 0; i < formats.size(); ++i) {
        OutputFile output(options.outputs[i]);
        output.stream() << picture_of(drawing, formats[i]);
        output.close();
    }
}

}  // namespace

void add_draw_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("draw", "Draw a picture of a graph");
    auto options = std::make_shared<DrawOptions>();
    command
        ->add_option("GRAPH", options->graph, "Graph as JSON or GraphML, or an article; - is standard input")
        ->required();
    command
        ->add_option("-o,--output", options->outputs,
                     "Where the picture goes, in the format of the name's ending: .svg, .png or "
                     ".pdf; may be given several times")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->required();
    command->add_option("-f,--format", options->format, "Format where no ending tells it: svg, png or pdf")
        ->type_name("FORMAT")
        ->check(one_of(picture_formats()));
    command->add_option("--title", options->title, "Above the picture, instead of the article's title")
        ->type_name("TEXT");
    command->add_option("--around", options->around, "Only this entity and those near it")->type_name("NAME");
    command->add_option("-s,--steps", options->steps, "How near: that many relations away, 1 if not given")
        ->type_name("NUMBER")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--entities", options->most_entities,
                     "At most so many entities, the best connected; 80 if not given")
        ->type_name("NUMBER")
        ->check(CLI::Range(1, 1000));
    add_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph draw graph.json -o graph.svg\n"
        "  newsgraph draw article.txt -o article.png -o article.pdf\n"
        "  newsgraph draw graph.json --around Meta --steps 2 -o meta.svg");
    command->callback([options, &session] { draw(*options, session); });
}

}  // namespace newsgraph
