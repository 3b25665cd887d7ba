// newsgraph view: a web page of a graph.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "cli/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/usage_error.hpp"
#include "export/page.hpp"
#include "graph/query/conflicts.hpp"
#include "graph/store/reader.hpp"

namespace newsgraph {
namespace {

struct ViewCommand {
    std::string graph;
    std::string output;
    std::string title;
    std::size_t first_entities = PageOptions{}.first_entities;
    RelationFilter filter;
};

/// The graph, and what contradicts in it.
struct Contents {
    KnowledgeGraph graph;
    std::vector<PageConflict> conflicts;
};

/// What contradicts in a store, whose claims have these ids in the graph.
template <typename Ids>
std::vector<PageConflict> conflicts_in(Store& store, const OntologyFacts& ontology, const Ids& id_of) {
    EntityTable entities(store);
    const RelationTest any = [](RelationKey) { return true; };
    std::vector<PageConflict> conflicts;
    for (const Conflict& conflict : find_conflicts(store, entities, ontology.rules, {}, any)) {
        PageConflict found{conflict.about, conflict.is_change, {}};
        for (const ConflictSide& side : conflict.sides) {
            PageConflict::Side of_page{side.says, {}};
            for (const StoredClaim& claim : side.claims) of_page.claims.push_back(id_of(claim.key));
            found.sides.push_back(std::move(of_page));
        }
        conflicts.push_back(std::move(found));
    }
    return conflicts;
}

Contents contents_of(const std::string& input, const Session& session) {
    if (!holds_store(input)) {
        OpenedGraph opened = open_graph(input, session);
        Store store = Store::of(opened.graph);
        const auto id_of = [](Key key) { return ClaimId{static_cast<std::uint32_t>(key - 1)}; };
        std::vector<PageConflict> conflicts = conflicts_in(store, opened.ontology, id_of);
        return {std::move(opened.graph), std::move(conflicts)};
    }
    OpenedStore opened = open_store(input, session);
    std::unordered_map<Key, ClaimId> ids;
    for (const Key key : claim_keys(opened.store)) {
        const ClaimId id{static_cast<std::uint32_t>(ids.size())};
        ids.emplace(key, id);
    }
    std::vector<PageConflict> conflicts =
        conflicts_in(opened.store, opened.ontology, [&](Key key) { return ids.at(key); });
    return {graph_of(opened.store), std::move(conflicts)};
}

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
    const Contents contents = contents_of(command.graph, session);

    PageOptions options;
    options.parts.open = command.filter.open;
    options.parts.inferred = command.filter.inferred;
    options.parts.modalities = command.filter.modalities;
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
    command
        ->add_option(
            "GRAPH", options->graph,
            "A store, a graph as JSON or GraphML, an article or a folder of them; - is standard input")
        ->required();
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
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph view graph.json -o graph.html\n"
        "  newsgraph view articles/ -o news.html --title 'The week'\n"
        "  newsgraph view news.ng -o news.html --no-inferred");
    command->callback([options, &session] { view(*options, session); });
}

}  // namespace newsgraph
