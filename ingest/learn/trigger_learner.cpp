#include "ingest/learn/trigger_learner.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "ingest/learn/answer_book.hpp"
#include "ingest/learn/candidates.hpp"
#include "ingest/learn/text_reading.hpp"
#include "ingest/relation/clause.hpp"
#include "ingest/relation/foreign_ontology.hpp"
#include "ingest/relation/ontology.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_triggers = 12;   // of one relation
constexpr std::uint32_t few_examples = 6;  // up to so many, a word seen once is proposed too
constexpr double least_score = 0.15;
constexpr double least_type_share = 0.1;  // of a relation's examples, for a type to be its own

constexpr std::array<const char*, 8> role_names = {"self",       "subject",   "object",   "indirect",
                                                   "complement", "possessor", "modifier", ""};

/// "verbs", "direct", "object", "subject".
using Pattern = std::tuple<std::string, std::string, std::string, std::string>;

std::string place_of(const Argument& argument) {
    if (argument.role != Role::oblique) return role_names[static_cast<std::size_t>(argument.role)];
    return argument.preposition.empty() ? "bare" : argument.preposition;
}

const char* part_of_speech(ClauseKind kind) {
    return kind == ClauseKind::noun ? "nouns" : kind == ClauseKind::adjective ? "adjectives" : "verbs";
}

/// Gathers over examples what joins their sides.
class TriggerLearner {
  public:
    explicit TriggerLearner(const ReadingEngines& engines) : engines_(engines) {}

    void take(const LabelledSentence& example) {
        const TextReading reading(example.text, engines_.models, engines_.gazetteer);
        const std::vector<Candidate> candidates = find_candidates(reading, nullptr);
        std::vector<Joined> joined;
        for (const Triple& triple : example.triples) {
            Relation& relation = relation_of(triple.relation);
            ++relation.examples;
            const auto subjects = named(candidates, triple.subject, relation.head_types);
            const auto objects = named(candidates, triple.object, relation.tail_types);
            if (calendar_date(triple.object) || written_number(triple.object)) ++relation.values;
            for (const Candidate* subject : subjects) {
                for (const Candidate* object : objects)
                    joined.push_back({&relation, subject->tokens, object->tokens});
            }
        }
        for (const Clause& clause : find_clauses(reading.analysis, reading.dependents))
            take_clause(reading, clause, joined);
    }

    std::vector<LearnedRelation> result() const {
        std::vector<LearnedRelation> result;
        for (const std::string& label : order_) {
            const Relation& relation = relations_.at(label);
            LearnedRelation& learned = result.emplace_back();
            learned.label = label;
            learned.examples = relation.examples;
            learned.has_values = 2 * relation.values > relation.examples;
            learned.head_types = common_types(relation.head_types);
            learned.tail_types = common_types(relation.tail_types);
            for (const auto& [pattern, right] : relation.patterns) {
                const auto& [part, lemma, head, tail] = pattern;
                LearnedTrigger trigger{part, lemma, head, tail, right, std::max(right, seen_.at(pattern))};
                if (right < 2 && relation.examples > few_examples) continue;
                if (trigger.score() < least_score || !is_place(head) || !is_place(tail)) continue;
                learned.triggers.push_back(std::move(trigger));
            }
            std::ranges::stable_sort(learned.triggers, std::greater<>(), &LearnedTrigger::right);
            if (learned.triggers.size() > max_triggers) learned.triggers.resize(max_triggers);
        }
        return result;
    }

  private:
    using Types = std::map<std::string, std::uint32_t>;
    struct Relation {
        std::uint32_t examples = 0;
        std::uint32_t values = 0;
        Types head_types;
        Types tail_types;
        std::map<Pattern, std::uint32_t> patterns;  // how often each joined the sides
    };
    struct Joined {
        Relation* relation;
        TokenRange subject;
        TokenRange object;
    };

    Relation& relation_of(const std::string& label) {
        const auto [found, is_new] = relations_.try_emplace(label);
        if (is_new) order_.push_back(label);
        return found->second;
    }

    /// The candidates with that name; counts their types.
    static std::vector<const Candidate*> named(const std::vector<Candidate>& candidates,
                                               const std::string& name, Types& types) {
        std::vector<const Candidate*> result;
        const std::string key = comparison_key(name);
        const std::string short_key = comparison_key(name.substr(0, name.find('(')));
        for (const Candidate& candidate : candidates) {
            if (candidate.key.empty() || (candidate.key != key && candidate.key != short_key)) continue;
            result.push_back(&candidate);
            if (!candidate.type.empty()) ++types[candidate.type];
        }
        return result;
    }

    void take_clause(const TextReading& reading, const Clause& clause, const std::vector<Joined>& joined) {
        // "Lorne Tower": what is a part of the name evokes nothing.
        if (reading.analysis.tokens[clause.predicate].upos == Upos::propn) return;
        for (const Argument& head : clause.arguments) {
            for (const Argument& tail : clause.arguments) {
                if (&head == &tail) continue;
                const Pattern pattern{part_of_speech(clause.kind), clause.lemma, place_of(head),
                                      place_of(tail)};
                const auto heads = coordinated(reading.analysis, reading.dependents, head.head);
                const auto tails = coordinated(reading.analysis, reading.dependents, tail.head);
                const auto holds = [](TokenRange range, const std::vector<TokenIndex>& tokens) {
                    return std::ranges::any_of(tokens,
                                               [range](TokenIndex token) { return range.contains(token); });
                };
                std::set<Relation*> told;
                for (const Joined& pair : joined) {
                    if (holds(pair.subject, heads) && holds(pair.object, tails)) told.insert(pair.relation);
                }
                for (Relation* relation : told) ++relation->patterns[pattern];
                const bool are_names = reading.analysis.tokens[head.head].upos == Upos::propn &&
                                       reading.analysis.tokens[tail.head].upos == Upos::propn;
                if (are_names || !told.empty()) ++seen_[pattern];
            }
        }
    }

    static std::vector<std::string> common_types(const Types& types) {
        std::uint32_t all = 0;
        for (const auto& [type, count] : types) all += count;
        std::vector<std::pair<std::uint32_t, std::string>> kept;
        for (const auto& [type, count] : types) {
            if (count >= least_type_share * all) kept.emplace_back(count, type);
        }
        std::ranges::stable_sort(kept, std::greater<>(), &std::pair<std::uint32_t, std::string>::first);
        std::vector<std::string> result;
        for (auto& [count, type] : kept) result.push_back(std::move(type));
        return result.empty() ? entity_type_names() : result;
    }

    const ReadingEngines& engines_;
    std::vector<std::string> order_;
    std::map<std::string, Relation> relations_;  // nodes stay where they are
    std::map<Pattern, std::uint32_t> seen_;
};

using JsonWriter = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void write(JsonWriter& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write(JsonWriter& writer, const char* field, std::string_view text) {
    writer.Key(field);
    write(writer, text);
}

void write(JsonWriter& writer, const char* field, const std::vector<std::string>& list) {
    writer.Key(field);
    writer.StartArray();
    for (const std::string& text : list) write(writer, text);
    writer.EndArray();
}

void write(JsonWriter& writer, const LearnedTrigger& trigger) {
    writer.StartObject();
    write(writer, trigger.part_of_speech.c_str(), std::vector<std::string>{trigger.lemma});
    write(writer, "head", trigger.head);
    write(writer, "tail", trigger.tail);
    writer.Key("score");
    writer.Double(std::round(std::clamp(trigger.score(), 0.01, 1.0) * 100) / 100);
    write(writer, "note",
          "right in " + std::to_string(trigger.right) + " of " + std::to_string(trigger.seen));
    writer.EndObject();
}

}  // namespace

std::vector<LearnedRelation> learn_triggers(const std::vector<LabelledSentence>& examples,
                                            const ReadingEngines& engines) {
    TriggerLearner learner(engines);
    for (const LabelledSentence& example : examples) learner.take(example);
    return learner.result();
}

std::string learned_ontology(const std::vector<LearnedRelation>& relations, const std::string& source,
                             const Schema* known) {
    const std::vector<std::string> own_types = entity_type_names();
    const std::set<std::string> ours(own_types.begin(), own_types.end());
    const auto are_ours = [&ours](const std::vector<std::string>& types) {
        return !types.empty() &&
               std::ranges::all_of(types, [&ours](const std::string& type) { return ours.contains(type); });
    };
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    writer.StartObject();
    write(writer, "name", "learned from " + source);
    writer.Key("entity_types");
    writer.StartArray();
    for (const std::string& type : own_types) {
        writer.StartObject();
        write(writer, "name", type);
        writer.EndObject();
    }
    writer.EndArray();
    writer.Key("relation_types");
    writer.StartArray();
    for (const LearnedRelation& relation : relations) {
        if (relation.triggers.empty() || relation.has_values) continue;
        const std::size_t place = known == nullptr ? Schema::npos : known->find(relation.label);
        const auto types = [&](const std::vector<std::string>& seen, auto side) {
            if (place == Schema::npos) return seen;
            const std::vector<std::string>& named = known->relations[place].*side;
            return are_ours(named) ? named : seen;
        };
        writer.StartObject();
        write(writer, "name", relation.label);
        write(writer, "description", "learned from " + std::to_string(relation.examples) + " examples");
        write(writer, "head", types(relation.head_types, &SchemaRelation::domain));
        write(writer, "tail", types(relation.tail_types, &SchemaRelation::range));
        writer.Key("triggers");
        writer.StartArray();
        for (const LearnedTrigger& trigger : relation.triggers) write(writer, trigger);
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace newsgraph
