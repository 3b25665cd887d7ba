#include "ingest/entity/entities.hpp"

#include <algorithm>
#include <cassert>

#include "ingest/entity/aliases.hpp"
#include "ingest/entity/coreference.hpp"
#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_spans.hpp"
#include "ingest/entity/name_types.hpp"
#include "ingest/entity/token_facts.hpp"

namespace newsgraph {

std::optional<MentionId> Entities::mention_at(TokenIndex head) const {
    const auto found = last_with_head_.find(head);
    if (found == last_with_head_.end()) return std::nullopt;
    std::uint32_t place = found->second;
    std::uint32_t widest = place;
    while (previous_with_head_[place] != place) {
        place = previous_with_head_[place];
        if (mentions[place].tokens.size() >= mentions[widest].tokens.size()) widest = place;
    }
    return static_cast<MentionId>(widest);
}

std::vector<EntityId> Entities::referents(TokenIndex head) const {
    std::vector<EntityId> found;
    const std::optional<MentionId> widest = mention_at(head);
    if (!widest) return found;
    const std::size_t size = mentions[static_cast<std::uint32_t>(*widest)].tokens.size();
    for (std::uint32_t place = last_with_head_.at(head);; place = previous_with_head_[place]) {
        const Mention& mention = mentions[place];
        if (mention.tokens.size() == size &&
            std::find(found.begin(), found.end(), mention.entity) == found.end())
            found.push_back(mention.entity);
        if (previous_with_head_[place] == place) break;
    }
    std::reverse(found.begin(), found.end());  // as the text names them
    return found;
}

EntityId Entities::add(const Analysis& analysis, std::string name, std::string type, TokenRange tokens,
                       TokenIndex head) {
    const auto id = static_cast<EntityId>(entities.size());
    Entity entity;
    entity.name = std::move(name);
    entity.type = std::move(type);
    entities.push_back(std::move(entity));
    add(analysis, Mention{tokens, head, MentionKind::name, id});
    return id;
}

MentionId Entities::add(const Analysis& analysis, const Mention& mention) {
    assert(!mention.tokens.empty() && mention.tokens.contains(mention.head));
    assert(index_of(mention.entity) < entities.size());
    const auto place = static_cast<std::uint32_t>(mentions.size());
    mentions.push_back(mention);
    const auto [found, is_new] = last_with_head_.try_emplace(mention.head, place);
    previous_with_head_.push_back(is_new ? place : found->second);
    found->second = place;
    std::vector<Span>& spans = entities[index_of(mention.entity)].mentions;
    const Span span = analysis.span(mention.tokens);
    const auto at = std::upper_bound(spans.begin(), spans.end(), span);
    if (at == spans.begin() || *(at - 1) != span) spans.insert(at, span);
    return static_cast<MentionId>(place);
}

namespace {

/// Mentions in the text's order, the wider first where two begin together.
void sort_mentions(const Analysis& analysis, Entities& entities) {
    std::vector<Mention> mentions = std::move(entities.mentions);
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                : a.tokens.end > b.tokens.end;
    });
    Entities sorted;
    sorted.entities = std::move(entities.entities);
    for (Entity& entity : sorted.entities) entity.mentions.clear();
    for (const Mention& mention : mentions) sorted.add(analysis, mention);
    entities = std::move(sorted);
}

}  // namespace

Entities find_entities(const Document& document, const Analysis& analysis, const Gazetteer& gazetteer) {
    static_cast<void>(document);
    const TokenFacts facts(analysis, gazetteer);
    const Dependents dependents(analysis);
    const std::vector<NameSpan> spans = find_name_spans(analysis, gazetteer, facts);
    std::vector<NameForm> forms = type_names(analysis, gazetteer, facts, dependents, spans);
    const std::vector<NamedThing> things = join_names(forms, gazetteer);

    Entities entities;
    std::vector<EntityTraits> traits;
    std::vector<Mention> mentions;
    for (const NamedThing& thing : things) {
        const auto id = static_cast<EntityId>(entities.entities.size());
        Entity entity;
        entity.name = thing.name;
        entity.type = gazetteer.type_name(thing.type);
        for (const std::uint32_t f : thing.forms) {
            const NameForm& form = forms[f];
            if (form.text != entity.name &&
                std::find(entity.aliases.begin(), entity.aliases.end(), form.text) == entity.aliases.end())
                entity.aliases.push_back(form.text);
            for (const std::uint32_t s : form.spans)
                mentions.push_back({spans[s].tokens, facts.head_of(spans[s].tokens), MentionKind::name, id});
        }
        entities.entities.push_back(std::move(entity));
        traits.push_back({thing.type, thing.genders});
    }
    std::sort(mentions.begin(), mentions.end(),
              [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
    for (const Mention& mention : mentions) entities.add(analysis, mention);
    // Filled again in order below; kept short meanwhile, so that adding stays cheap.
    for (Entity& entity : entities.entities) entity.mentions.clear();
    resolve_coreference(analysis, gazetteer, facts, dependents, traits, entities);
    sort_mentions(analysis, entities);
    return entities;
}

}  // namespace newsgraph
