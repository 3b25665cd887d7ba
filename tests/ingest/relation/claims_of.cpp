#include "tests/ingest/relation/claims_of.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <utility>

#include "ingest/relation/claims.hpp"
#include "tests/ingest/relation/tree.hpp"

namespace newsgraph {

const Ontology& news() {
    static const Ontology ontology = Ontology::read(NEWSGRAPH_SOURCE_DIR "/data/ontology/news.json");
    return ontology;
}

Entities named(const Analysis& analysis) {
    Entities entities;
    for (const NameTag& tag : analysis.names) {
        const std::string form(analysis.quote(tag.tokens));
        auto known = std::ranges::find(entities.entities, form, &Entity::name);
        if (known == entities.entities.end()) {
            entities.entities.push_back({form, tag.type, {}, {}});
            known = std::prev(entities.entities.end());
        }
        known->mentions.push_back(analysis.span(tag.tokens));
        TokenIndex head = tag.tokens.begin;
        for (TokenIndex i = tag.tokens.begin; i < tag.tokens.end; ++i) {
            const TokenIndex governor = analysis.tokens[i].head;
            if (governor == no_token || !tag.tokens.contains(governor)) head = i;
        }
        const auto id = static_cast<EntityId>(known - entities.entities.begin());
        entities.mentions.push_back({tag.tokens, head, MentionKind::name, id});
    }
    return entities;
}

Claims claims_of(std::string_view lines, bool open) {
    const AnnotatedText text = tree(lines);
    Analysis analysis = text.analysis;
    analysis.text = text.text;
    Document document;
    document.id = "test";
    document.text = text.text;
    Entities entities = named(analysis);
    std::vector<std::string> found;
    for (const Claim& claim : find_claims(document, analysis, entities, news())) {
        CHECK(analysis.text.substr(claim.evidence.span.begin, claim.evidence.span.size) ==
              claim.evidence.text);
        if (claim.open != open || claim.inferred) continue;
        std::string words = entities.entities[index_of(claim.head)].name + " " + claim.type + " " +
                            entities.entities[index_of(claim.tail)].name;
        for (const Qualifier& qualifier : claim.qualifiers)
            words += " (" + qualifier.name + " " + qualifier.value + ")";
        if (claim.modality != Modality::asserted) words += " " + std::string(to_string(claim.modality));
        found.push_back(std::move(words));
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace newsgraph
