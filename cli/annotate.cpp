// newsgraph annotate: what the language engine and the finder of names make of an article.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "ingest/entity/entities.hpp"
#include "ingest/extract.hpp"
#include "ingest/language/conllu.hpp"

namespace newsgraph {
namespace {

struct AnnotateOptions {
    std::string input;
    std::string output = "-";
    std::string format = "conllu";
};

/// The names that refer to entities, each with its entity's type, and what else the learned tagger takes for
/// a name or for a term ("logistic regression"), which is no entity of an article but is shown; of names
/// within names the outermost.
std::vector<NameTag> names_of(const Entities& entities, const std::vector<NameTag>& learned) {
    std::vector<NameTag> names;
    for (const Mention& mention : entities.mentions) {
        if (mention.kind != MentionKind::name || mention.tokens.empty()) continue;
        names.push_back({mention.tokens, entities.entities[index_of(mention.entity)].type, 1});
    }
    const std::size_t of_entities = names.size();
    for (const NameTag& name : learned) {
        const auto meets = [&name](const NameTag& other) {
            return name.tokens.begin < other.tokens.end && other.tokens.begin < name.tokens.end;
        };
        if (std::none_of(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(of_entities), meets))
            names.push_back(name);
    }
    std::sort(names.begin(), names.end(), [](const NameTag& a, const NameTag& b) {
        return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                : a.tokens.end > b.tokens.end;
    });
    TokenIndex covered = 0;
    std::erase_if(names, [&covered](const NameTag& name) {
        const bool lies_within = name.tokens.begin < covered;
        covered = std::max(covered, name.tokens.end);
        return lies_within;
    });
    return names;
}

void annotate(const AnnotateOptions& options, const Session& session) {
    const Document document = read_article(options.input);
    const Resources resources = Resources::load(session.resource_paths());
    Analysis analysis = analyse(document, resources.models);
    analysis.names = names_of(find_entities(document, analysis, resources.gazetteer), analysis.names);

    OutputFile output(options.output);
    write_conllu(output.stream(), analysis);
    output.close();
}

}  // namespace

void add_annotate_command(CLI::App& program, Session& session) {
    CLI::App* command =
        program.add_subcommand("annotate", "Show the words of an article with tags, trees and names");
    auto options = std::make_shared<AnnotateOptions>();
    command
        ->add_option("INPUT", options->input,
                     "Article as text, Markdown, HTML or a line of JSON; - is standard input")
        ->required();
    command->add_option("-o,--output", options->output, "Where the result goes, if not to standard output")
        ->type_name("FILE");
    command
        ->add_option("-f,--format", options->format,
                     "conllu: the format of Universal Dependencies, names in MISC")
        ->type_name("FORMAT")
        ->check(one_of({"conllu"}));
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph annotate article.txt\n"
        "  newsgraph annotate article.txt -o article.conllu");
    command->callback([options, &session] { annotate(*options, session); });
}

}  // namespace newsgraph
