#include "ingest/extract.hpp"

#include <utility>

#include "ingest/relation/claims.hpp"
#include "ingest/relation/repair/repair.hpp"

namespace newsgraph {

ResourcePaths ResourcePaths::in(const std::filesystem::path& data_folder) {
    return {data_folder / "models",
            {data_folder / "gazetteer"},
            data_folder / "ontology" / "news.json",
            data_folder / "ontology" / "label-words.json"};
}

Resources Resources::load(const ResourcePaths& paths, const StageObserver& done) {
    const auto tell = [&done](std::string_view stage) {
        if (done) done(stage);
    };
    LanguageModels models(paths.models);
    tell("load models");
    Gazetteer gazetteer;
    for (const std::filesystem::path& path : paths.gazetteers) gazetteer.extend(path);
    tell("load gazetteer");
    Ontology ontology = Ontology::read(paths.ontology);
    tell("load ontology");
    return {std::move(models), std::move(gazetteer), std::move(ontology)};
}

std::vector<std::string> symmetric_types(const Ontology& ontology) {
    std::vector<std::string> names;
    for (const RelationType& type : ontology.relations()) {
        if (type.symmetric) names.push_back(type.name);
    }
    return names;
}

Extraction extract(const Document& document, const Resources& resources, const StageObserver& done) {
    const auto tell = [&done](std::string_view stage) {
        if (done) done(stage);
    };
    const Analysis analysis = analyse(document, resources.models);
    tell("language");
    Entities entities = find_entities(document, analysis, resources.gazetteer);
    tell("entity");
    std::vector<Claim> claims = find_claims(document, analysis, entities, resources.ontology);
    tell("relation");
    return {{document.id, document.title, document.date, document.source},
            std::move(entities.entities),
            std::move(claims)};
}

std::vector<StatedFact> extract_facts(const SentenceLines& lines, const Resources& resources) {
    const Analysis analysis = analyse_sentences(lines.document, resources.models);
    const Entities entities = find_entities(lines.document, analysis, resources.gazetteer);
    std::vector<StatedFact> facts =
        find_facts(repair_trees(analysis, entities), resources.ontology.modality(), lines.as_read);
    for (StatedFact& stated : facts) stated.sentence = analysis.sentences[stated.sentence].paragraph;
    return facts;
}

}  // namespace newsgraph
