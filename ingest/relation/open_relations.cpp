#include "ingest/relation/open_relations.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "ingest/relation/matching.hpp"
#include "ingest/relation/qualifying.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_tails = 8;     // of a clause
constexpr std::size_t max_phrase = 200;  // bytes; longer phrases are no arguments
constexpr double entity_score = 0.6;     // of a tail that is an entity
constexpr double phrase_score = 0.4;

/// Turns clauses into open claims.
class OpenReader {
  public:
    OpenReader(const Reading& reading, const std::vector<Draft>& typed, std::vector<Entity>& phrases)
        : reading_(reading), phrases_(phrases) {
        for (const Draft& draft : typed) {
            typed_.insert({draft.predicate, draft.claim.head, draft.claim.tail});
            typed_.insert({draft.predicate, draft.claim.tail, draft.claim.head});
        }
    }

    std::vector<Draft> read() {
        for (const Clause& clause : reading_.clauses) {
            if (clause.kind == ClauseKind::verb || clause.kind == ClauseKind::copula) read(clause);
        }
        return std::move(drafts_);
    }

  private:
    void read(const Clause& clause) {
        std::size_t tails = 0;
        for (const Argument& subject : clause.arguments) {
            if (subject.role != Role::subject) continue;
            for (const Referent& head : reading_.referents(subject.head, {})) {
                for (const Argument& argument : clause.arguments) {
                    const std::string predicate = name(clause, argument);
                    if (predicate.empty() || tails == max_tails) continue;
                    if (relate(clause, head, predicate, argument)) ++tails;
                }
            }
        }
    }

    /// "rely_on", "set_up", "be"; "" where the argument is no tail.
    static std::string name(const Clause& clause, const Argument& argument) {
        std::string predicate = clause.lemma;
        switch (argument.role) {
            case Role::object:
            case Role::complement:
                break;
            case Role::oblique:
                if (argument.preposition.empty() || argument.origin != Origin::own) return {};
                predicate += " " + argument.preposition;
                break;
            default:
                return {};
        }
        std::ranges::replace(predicate, ' ', '_');
        return predicate;
    }

    bool relate(const Clause& clause, const Referent& head, const std::string& predicate,
                const Argument& argument) {
        const std::vector<Referent> tails = reading_.referents(argument.head, {});
        bool related = false;
        for (const Referent& tail : tails) {
            if (tail.entity == head.entity || typed_.contains({clause.predicate, head.entity, tail.entity}))
                continue;
            draft(clause, head, predicate, tail, entity_score);
            related = true;
        }
        if (tails.empty() && argument.role != Role::oblique) {
            if (const auto phrase = phrase_entity(argument.head)) {
                draft(clause, head, predicate, *phrase, phrase_score);
                related = true;
            }
        }
        return related;
    }

    std::optional<Referent> phrase_entity(TokenIndex token) {
        const Token& head = reading_.analysis.tokens[token];
        if (head.upos == Upos::pron || head.upos == Upos::det || head.upos == Upos::verb) return std::nullopt;
        if (value_at(reading_.values, token) != nullptr) return std::nullopt;
        const TokenRange words = phrase_of(reading_.analysis, reading_.dependents, token);
        std::string text(reading_.analysis.quote(words));
        if (text.size() > max_phrase) return std::nullopt;
        std::ranges::replace_if(
            text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        const Span span = reading_.analysis.span(words);
        const auto [known, is_new] = by_text_.emplace(text, phrases_.size());
        if (is_new) {
            phrases_.push_back({std::move(text), phrase_type, {}, {span}});
        } else if (phrases_[known->second].mentions.back() != span) {
            phrases_[known->second].mentions.push_back(span);
        }
        const std::size_t id = reading_.entities.entities.size() + known->second;
        return Referent{static_cast<EntityId>(id), token};
    }

    void draft(const Clause& clause, const Referent& head, const std::string& predicate, const Referent& tail,
               double score) {
        Draft draft;
        draft.sentence = clause.sentence;
        draft.predicate = clause.predicate;
        draft.anchor = clause.anchor;
        draft.claim.head = head.entity;
        draft.claim.type = predicate;
        draft.claim.tail = tail.entity;
        draft.claim.open = true;
        draft.claim.score = score;
        draft.evidence = {clause.predicate, clause.predicate + 1};
        const TokenRange sentence = reading_.analysis.sentences[clause.sentence].tokens;
        for (const TokenIndex token : {head.token, tail.token}) {
            const TokenRange words = phrase_of(reading_.analysis, reading_.dependents, token);
            if (sentence.contains(words.begin) && words.end <= sentence.end)
                draft.evidence = joint_range(draft.evidence, words);
        }
        const std::vector<QualifierSource> sources = {{"date", QualifierValue::date, {}}};
        for (FoundQualifier& found :
             find_qualifiers(reading_, clause, nullptr, sources, head.token, tail.token))
            draft.claim.qualifiers.push_back(std::move(found.qualifier));
        if (said_.insert({draft.sentence, head.entity, predicate, tail.entity}).second)
            drafts_.push_back(std::move(draft));
    }

    const Reading& reading_;
    std::vector<Entity>& phrases_;
    std::vector<Draft> drafts_;
    std::set<std::tuple<TokenIndex, EntityId, EntityId>> typed_;
    std::set<std::tuple<std::size_t, EntityId, std::string, EntityId>> said_;
    std::unordered_map<std::string, std::size_t> by_text_;
};

}  // namespace

std::vector<Draft> find_open_relations(const Reading& reading, const std::vector<Draft>& typed,
                                       std::vector<Entity>& phrases) {
    return OpenReader(reading, typed, phrases).read();
}

}  // namespace newsgraph
