#pragma once
// Extractions made by hand, for tests.

#include <string>
#include <string_view>
#include <vector>

#include "graph/extraction.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph::sample {

/// Makes the extraction of one document: claims quote words of its text.
class Article {
  public:
    explicit Article(std::string id, std::string text) : text_(std::move(text)) {
        extraction_.document = {std::move(id), "", "", ""};
    }

    /// Adds an entity, and a mention for each place where the text has its name or an alias.
    EntityId entity(std::string name, std::string type, std::vector<std::string> aliases = {}) {
        Entity entity{std::move(name), std::move(type), std::move(aliases), {}};
        const auto mention = [&](const std::string& form) {
            for (std::size_t at = text_.find(form); at != std::string::npos; at = text_.find(form, at + 1)) {
                entity.mentions.push_back({at, form.size()});
            }
        };
        mention(entity.name);
        for (const std::string& alias : entity.aliases) mention(alias);
        extraction_.entities.push_back(std::move(entity));
        return EntityId{static_cast<std::uint32_t>(extraction_.entities.size() - 1)};
    }

    /// Adds a claim that the words `quote` of the text state. The reference lasts until the next one is
    /// added.
    Claim& claim(EntityId head, std::string type, EntityId tail, std::string_view quote) {
        Claim claim;
        claim.head = head;
        claim.type = std::move(type);
        claim.tail = tail;
        claim.evidence = {extraction_.document.id, {text_.find(quote), quote.size()}, std::string(quote)};
        extraction_.claims.push_back(std::move(claim));
        return extraction_.claims.back();
    }

    Extraction& extraction() { return extraction_; }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
    Extraction extraction_;
};

/// The one entity of that name.
inline EntityId only(const KnowledgeGraph& graph, std::string_view name) { return graph.find(name).at(0); }

/// "head type tail" of a relation.
inline std::string told(const KnowledgeGraph& graph, RelationId id) {
    const RelationView relation = graph.relation(id);
    return std::string(graph.entity(relation.head).name) + ' ' + std::string(relation.type) + ' ' +
           std::string(graph.entity(relation.tail).name);
}

inline std::vector<std::string> told(const KnowledgeGraph& graph, const std::vector<RelationId>& ids) {
    std::vector<std::string> all;
    for (const RelationId id : ids) all.push_back(told(graph, id));
    return all;
}

/// Four companies and two models, with relations of several kinds.
inline Article rivals() {
    Article article(
        "rivals",
        "Boreal Labs released Aurora on Monday. Boreal competes with Cobalt. Cobalt, a rival of Boreal "
        "Labs, built Delta with Ember. Aurora reportedly beats Delta on long tasks. Aurora may beat Delta "
        "on code. Ember did not buy Fjord.");
    const EntityId boreal = article.entity("Boreal Labs", "organization", {"Boreal"});
    const EntityId aurora = article.entity("Aurora", "model");
    const EntityId cobalt = article.entity("Cobalt", "organization");
    const EntityId delta = article.entity("Delta", "model");
    const EntityId ember = article.entity("Ember", "organization");
    const EntityId fjord = article.entity("Fjord", "organization");
    article.claim(boreal, "releases", aurora, "Boreal Labs released Aurora on Monday").qualifiers = {
        {"date", "on Monday", "2026-03-02"}};
    article.claim(boreal, "competes-with", cobalt, "Boreal competes with Cobalt");
    article.claim(cobalt, "competes-with", boreal, "Cobalt, a rival of Boreal Labs");
    article.claim(cobalt, "develops", delta, "Cobalt, a rival of Boreal Labs, built Delta");
    article.claim(cobalt, "partners-with", ember, "built Delta with Ember");
    {
        Claim& claim = article.claim(aurora, "outperforms-on", delta, "Aurora may beat Delta on code");
        claim.qualifiers = {{"on", "code", ""}};
        claim.modality = Modality::possible;
    }
    {
        Claim& claim =
            article.claim(aurora, "outperforms-on", delta, "Aurora reportedly beats Delta on long tasks");
        claim.qualifiers = {{"on", "long tasks", ""}};
        claim.modality = Modality::reported;
        claim.attributed_to = "Ember";
    }
    article.claim(ember, "acquires", fjord, "Ember did not buy Fjord").modality = Modality::negated;
    {
        Claim& claim = article.claim(boreal, "develops", aurora, "Boreal Labs released Aurora on Monday");
        claim.inferred = true;
        claim.inferred_from = {0};
    }
    const EntityId tasks = article.entity("long tasks", phrase_type);
    article.claim(aurora, "beat_on", tasks, "Aurora reportedly beats Delta on long tasks").open = true;
    return article;
}

inline std::vector<std::string> symmetric_types() { return {"competes-with", "partners-with", "family-of"}; }

inline KnowledgeGraph rivals_graph() {
    KnowledgeGraph graph(symmetric_types());
    graph.add(rivals().extraction());
    return graph;
}

}  // namespace newsgraph::sample
