#pragma once
// The whole way from a document to what it says.

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/entity/entities.hpp"
#include "ingest/entity/gazetteer.hpp"
#include "ingest/language/analyse.hpp"
#include "ingest/read/document.hpp"
#include "ingest/read/sentence_lines.hpp"
#include "ingest/relation/ontology.hpp"
#include "ingest/relation/open_facts.hpp"

namespace newsgraph {

/// Told the name of each stage when it is done, e.g. "language": for progress and for measuring.
using StageObserver = std::function<void(std::string_view stage)>;

/// Where the resources lie.
struct ResourcePaths {
    std::filesystem::path models;                   // a folder
    std::vector<std::filesystem::path> gazetteers;  // files or folders; later ones add to earlier ones
    std::filesystem::path ontology;                 // a file
    std::filesystem::path label_words;              // a file: what the labels of other ontologies mean

    /// Those of a data folder such as ours: models/, gazetteer/, ontology/news.json,
    /// ontology/label-words.json.
    static ResourcePaths in(const std::filesystem::path& data_folder);
};

/// What every document is read with; loaded once, never changed, shared by threads.
struct Resources {
    LanguageModels models;
    Gazetteer gazetteer;
    Ontology ontology;

    /// Throws Error where a file is missing or can't be understood.
    static Resources load(const ResourcePaths& paths, const StageObserver& done = {});
};

/// The relation types that hold in both directions, as KnowledgeGraph wants to know.
std::vector<std::string> symmetric_types(const Ontology& ontology);

/// What the document says. Stages: "language", "entity", "relation".
Extraction extract(const Document& document, const Resources& resources, const StageObserver& done = {});

/// The open facts of sentences that are parted already, in their order; `StatedFact::sentence` is the
/// paragraph's place in `lines`.
std::vector<StatedFact> extract_facts(const SentenceLines& lines, const Resources& resources);

}  // namespace newsgraph
