#include "ingest/relation/reading.hpp"

#include <algorithm>
#include <ranges>

namespace newsgraph {
namespace {

constexpr std::size_t max_sentences_back = 3;  // where an understood organization is looked for

constexpr std::size_t max_descriptions =
    2;  // that a name is behind: "its main instrument, a camera called Eye"

}  // namespace

bool admits(const std::vector<std::string>& types, const std::string& type) {
    return types.empty() || std::ranges::find(types, type) != types.end();
}

Reading::Reading(const Document& the_document, const Analysis& the_analysis, const Dependents& the_dependents,
                 const Entities& the_entities, const Ontology& the_ontology)
    : document(the_document),
      analysis(the_analysis),
      dependents(the_dependents),
      entities(the_entities),
      ontology(the_ontology),
      clauses(find_clauses(the_analysis, the_dependents)),
      values(find_values(the_analysis, the_dependents, the_document.date)),
      verbal_(the_analysis.tokens.size(), none),
      noun_(the_analysis.tokens.size(), none),
      name_(the_analysis.tokens.size(), none),
      frequency_(the_entities.entities.size(), 0) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        auto& places = clauses[i].kind == ClauseKind::noun ? noun_ : verbal_;
        places[clauses[i].predicate] = static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = 0; i < entities.mentions.size(); ++i) {
        const Mention& mention = entities.mentions[i];
        ++frequency_[index_of(mention.entity)];
        if (mention.kind != MentionKind::name) continue;
        for (TokenIndex token = mention.tokens.begin; token < mention.tokens.end; ++token) {
            const std::uint32_t known = name_[token];
            if (known == none || entities.mentions[known].tokens.size() < mention.tokens.size())
                name_[token] = static_cast<std::uint32_t>(i);
        }
    }
}

const Clause* Reading::verbal_clause(TokenIndex predicate) const {
    return verbal_[predicate] == none ? nullptr : &clauses[verbal_[predicate]];
}

const Clause* Reading::noun_clause(TokenIndex predicate) const {
    return noun_[predicate] == none ? nullptr : &clauses[noun_[predicate]];
}

const Mention* Reading::name_at(TokenIndex token) const {
    return name_[token] == none ? nullptr : &entities.mentions[name_[token]];
}

std::vector<Referent> Reading::referents(TokenIndex head, const std::vector<std::string>& types) const {
    std::vector<Referent> found;
    for (const TokenIndex member : coordinated(analysis, dependents, head)) {
        if (found.size() < max_members) add_referents(member, types, found, 0);
    }
    return found;
}

/// Adds what the token itself refers to; whether it refers to anything.
bool Reading::add_own(TokenIndex token, const std::vector<std::string>& types,
                      std::vector<Referent>& found) const {
    std::vector<EntityId> ids = entities.referents(token);
    if (ids.empty()) {
        // Where tree and name disagree on the head, any word of the name will do.
        if (const Mention* name = name_at(token)) ids.push_back(name->entity);
    }
    for (const EntityId id : ids) {
        const bool known = std::ranges::find(found, id, &Referent::entity) != found.end();
        if (!known && admits(types, type_of(id))) found.push_back({id, token});
    }
    return !ids.empty();
}

void Reading::add_referents(TokenIndex token, const std::vector<std::string>& types,
                            std::vector<Referent>& found, std::size_t depth) const {
    if (add_own(token, types, found) || depth == max_descriptions) return;
    // A description that is not resolved: the names that stand with it, "a rival, Acme", "firms such as
    // Acme".
    const auto told = std::ranges::equal_range(clauses, token, {}, &Clause::predicate);
    for (const Clause& clause : told) {
        if (clause.kind != ClauseKind::noun) continue;
        for (const Argument& argument : clause.arguments) {
            // "the likes of Acme and Bolt"
            if (clause.lemma == "like" && argument.preposition == "of") {
                for (const TokenIndex member : coordinated(analysis, dependents, argument.head))
                    add_referents(member, types, found, depth + 1);
                continue;
            }
            if (argument.role != Role::self || argument.head == token || argument.origin != Origin::described)
                continue;
            for (const TokenIndex member : coordinated(analysis, dependents, argument.head)) {
                if (member != token && found.size() < max_members)
                    add_referents(member, types, found, depth + 1);
            }
        }
    }
}

std::optional<EntityId> Reading::main_entity(const std::vector<std::string>& types) const {
    // Asked for at every heading: looked for once a list of types, which keeps long documents linear.
    const auto [known, is_new] = main_.try_emplace(types);
    std::optional<EntityId>& best = known->second;
    if (!is_new) return best;
    for (std::size_t i = 0; i < frequency_.size(); ++i) {
        if (!admits(types, entities.entities[i].type) || frequency_[i] == 0) continue;
        if (!best || frequency_[i] > frequency_[index_of(*best)]) best = static_cast<EntityId>(i);
    }
    return best;
}

std::optional<Referent> Reading::understood(TokenIndex token, const std::vector<std::string>& types,
                                            std::optional<EntityId> except) const {
    if (!admits(types, "organization")) {
        // "the prime minister": of the country that the text is about.
        const auto main = main_entity(types);
        if (!main || frequency_[index_of(*main)] < 2) return std::nullopt;
        return Referent{*main, token};
    }
    const std::size_t sentence = analysis.sentence_of(token);
    const std::size_t first = sentence < max_sentences_back ? 0 : sentence - max_sentences_back;
    const TokenIndex begin = analysis.sentences[first].tokens.begin;
    std::optional<Referent> best;
    std::uint32_t best_frequency = 0;
    const auto after = std::ranges::lower_bound(entities.mentions, token, {},
                                                [](const Mention& mention) { return mention.tokens.begin; });
    for (const Mention& mention :
         std::ranges::subrange(entities.mentions.begin(), after) | std::views::reverse) {
        if (mention.tokens.begin < begin) break;
        if (type_of(mention.entity) != "organization" || mention.entity == except) continue;
        // The nearest of those that the text mentions most: "the chief executive" is the main company's.
        if (frequency_[index_of(mention.entity)] > best_frequency) {
            best = Referent{mention.entity, mention.head};
            best_frequency = frequency_[index_of(mention.entity)];
        }
    }
    return best;
}

}  // namespace newsgraph
