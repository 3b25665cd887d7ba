#include "cli/build_graph.hpp"

#include <spdlog/spdlog.h>

#include <string_view>

#include "cli/articles.hpp"
#include "cli/progress.hpp"

namespace newsgraph {

KnowledgeGraph build_graph(std::span<const std::string> inputs, const BuildSettings& settings,
                           const Resources& resources, const Session& session, Stopwatch& watch) {
    const StageObserver lap = [&watch](std::string_view stage) { watch.lap(stage); };
    Failures failures;
    const std::vector<ArticleFile> files = list_article_files(inputs, failures);
    KnowledgeGraph graph(symmetric_types(resources.ontology));
    ArticleReader reader(settings.id, settings.date);
    Progress progress(files.size(), session.is_quiet);
    failures.set_before([&progress] { progress.clear(); });
    for (std::size_t i = 0; i < files.size(); ++i) {
        progress.show(i, files[i].path);
        reader.read_all(files[i], failures, [&](const Document& document) {
            watch.lap("read");
            const Extraction extraction = extract(document, resources, lap);
            graph.add(extraction);
            watch.lap("merge");
            spdlog::debug("{}: {} bytes, {} entities, {} claims", document.id, document.text.size(),
                          extraction.entities.size(), extraction.claims.size());
        });
    }
    if (graph.documents().size() == 0) throw Error("newsgraph", "no article could be read", "see above");
    if (settings.is_strict && failures.count() > 0)
        throw Error("newsgraph", std::to_string(failures.count()) + " of the articles could not be read",
                    "mend them, or leave out --strict");
    return graph;
}

}  // namespace newsgraph
