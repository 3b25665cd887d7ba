#include "ingest/relation/explanation.hpp"

#include <algorithm>
#include <sstream>

namespace newsgraph {
namespace {

constexpr std::size_t max_near_misses = 12;
constexpr std::size_t max_steps = 8;  // of a chain of anaphors

std::string in_quotes(std::string_view words) {
    std::string line = "\"";
    for (const char c : words) line += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    return line + "\"";
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::self:
            return "described";
        case Role::subject:
            return "subject";
        case Role::object:
            return "object";
        case Role::indirect:
            return "indirect";
        case Role::complement:
            return "complement";
        case Role::possessor:
            return "possessor";
        case Role::modifier:
            return "modifier";
        case Role::oblique:
            return "bare";
    }
    return "";
}

std::string_view name_of(ClauseKind kind) {
    switch (kind) {
        case ClauseKind::verb:
            return "verb";
        case ClauseKind::noun:
            return "noun";
        case ClauseKind::adjective:
            return "adjective";
        case ClauseKind::copula:
            return "copula";
    }
    return "";
}

std::string name_of(const Place& place) {
    switch (place.kind) {
        case Place::Kind::role:
            return place.role == Role::self ? "self" : std::string(name_of(place.role));
        case Place::Kind::oblique:
            return place.preposition.empty() ? "bare" : place.preposition;
        case Place::Kind::understood:
            return "understood";
        case Place::Kind::predecessor:
            return "predecessor";
        case Place::Kind::maker:
            return "maker";
        case Place::Kind::above:
            return "subject above";
        case Place::Kind::trigger:
            return "trigger";
        case Place::Kind::anchor:
            return "verb";
    }
    return "";
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string line;
    for (const std::string& word : words) {
        if (!line.empty()) line += separator;
        line += word;
    }
    return line;
}

std::string names_of(const std::vector<Place>& places) {
    std::vector<std::string> names;
    for (const Place& place : places) names.push_back(name_of(place));
    return names.empty() ? "in the same list" : joined(names, ", ");
}

std::string because(Link link) {
    switch (link) {
        case Link::none:
            return "the name itself";
        case Link::beside:
            return "stands beside the name";
        case Link::noun:
            return "the text called it by that noun before";
        case Link::own_name:
            return "the noun is a word of its name";
        case Link::modifier:
            return "the text told before where it is from";
        case Link::kind:
            return "such a body is called so";
        case Link::salience:
            return "the likeliest that agrees of those spoken of before";
        case Link::several:
            return "those that were named together or spoken of most";
        case Link::relative:
            return "what the relative clause is about";
        case Link::speaker:
            return "who speaks in the quotation";
        case Link::ahead:
            return "the subject that follows";
        case Link::subject:
            return "the subject of its clause, or the name before it";
    }
    return "";
}

/// Explains one relation of one document.
class Explainer {
  public:
    Explainer(const ClaimTrace& trace, EntityId head, const RelationType& type, EntityId tail)
        : trace_(trace), reading_(trace.reading), head_(head), type_(type), tail_(tail) {}

    Explanation explain() {
        for (std::size_t i = 0; i < trace_.claims.size(); ++i) {
            if (is_asked_for(trace_.claims[i])) explain_claim(i);
        }
        if (!explanation_.claims.empty()) return std::move(explanation_);
        explain_types();
        explain_near_misses();
        if (explanation_.near_misses.empty()) explain_silence();
        return std::move(explanation_);
    }

  private:
    bool joins(EntityId head, EntityId tail) const {
        return (head == head_ && tail == tail_) || (type_.symmetric && head == tail_ && tail == head_);
    }

    bool is_asked_for(const Claim& claim) const {
        return !claim.open && claim.type == type_.name && joins(claim.head, claim.tail);
    }

    const std::string& name(EntityId id) const { return reading_.entities.entities[index_of(id)].name; }

    std::string told(const Claim& claim) const {
        std::string line = name(claim.head) + " " + claim.type + " " + name(claim.tail) + ": " +
                           std::string(to_string(claim.modality));
        if (!claim.attributed_to.empty()) line += ", says " + claim.attributed_to;
        for (const Qualifier& qualifier : claim.qualifiers) {
            line += "; " + qualifier.name + ": " + qualifier.value;
            if (!qualifier.normalized.empty()) line += " (" + qualifier.normalized + ")";
        }
        return line;
    }

    void explain_claim(std::size_t index) {
        const Claim& claim = trace_.claims[index];
        ClaimExplanation told_of;
        told_of.index = index;
        told_of.claim = told(claim);
        told_of.evidence = claim.evidence.text;
        if (claim.inferred) {
            for (const std::uint32_t source : claim.inferred_from) {
                if (!told_of.inferred_from.empty()) told_of.inferred_from += "; ";
                told_of.inferred_from += told(trace_.claims[source]);
            }
        } else {
            const ClaimBasis& basis = trace_.bases[index];
            told_of.modality = because_of(basis, claim);
            told_of.attribution = because_of(basis.attribution);
            for (const Attempt& attempt : trace_.attempts) {
                if (attempt.outcome == Outcome::drafted && is_of(attempt, trace_.drafts[index]))
                    told_of.triggers.push_back(told(attempt));
            }
        }
        explanation_.claims.push_back(std::move(told_of));
    }

    bool is_of(const Attempt& attempt, const Draft& draft) const {
        return attempt.clause.sentence == draft.sentence && attempt.trigger->relation == draft.relation &&
               joins(attempt.heads.front().entity, attempt.tails.front().entity);
    }

    std::string because_of(const ClaimBasis& basis, const Claim& claim) const {
        const TokenIndex word = basis.stance.decided_by;
        const std::string held = std::string(to_string(claim.modality));
        if (word == no_token)
            return claim.modality == Modality::asserted ? "the article states it as a fact"
                                                        : "held as " + held;
        return in_quotes(reading_.analysis.form(word)) + " makes it " + held;
    }

    std::string because_of(const Attribution& attribution) const {
        if (attribution.hold == Hold::none) return {};
        std::string line;
        if (attribution.verb != no_token) line = in_quotes(reading_.analysis.form(attribution.verb));
        if (attribution.source != no_token)
            line += (line.empty() ? "" : " of ") + in_quotes(reading_.analysis.form(attribution.source));
        std::vector<std::string> speakers;
        for (const EntityId speaker : attribution.speakers) speakers.push_back(name(speaker));
        if (!speakers.empty()) line += ", that is " + joined(speakers, " and ");
        if (attribution.quoted) line += ", in quotation marks";
        if (attribution.carried) line += ", carried on from the sentence before";
        if (attribution.by_all_parties) line += ", by all parties";
        if (attribution.by_maker) line += ", by its maker";
        return line;
    }

    // --- triggers

    TriggerExplanation told(const Attempt& attempt) const {
        TriggerExplanation result;
        result.sentence = attempt.clause.sentence + 1;
        result.text = words_of(reading_.analysis.sentences[attempt.clause.sentence].tokens);
        result.clause = told(attempt.clause);
        result.trigger = told(*attempt.trigger, attempt.key, attempt.clause.kind);
        result.outcome = reason(attempt);
        if (!attempt.heads.empty()) result.arguments.push_back(told(attempt.heads.front()));
        if (!attempt.tails.empty()) result.arguments.push_back(told(attempt.tails.front()));
        return result;
    }

    std::string words_of(TokenRange tokens) const {
        std::string words(reading_.analysis.quote(tokens));
        std::ranges::replace(words, '\n', ' ');
        return words;
    }

    std::string phrase(TokenIndex token) const {
        if (const Mention* name = reading_.name_at(token)) return words_of(name->tokens);
        return words_of(phrase_of(reading_.analysis, reading_.dependents, token));
    }

    std::string told(const Clause& clause) const {
        std::string line = clause.lemma + " (" + std::string(name_of(clause.kind)) +
                           (clause.passive ? ", passive" : "") + ")";
        if (clause.anchor != clause.predicate)
            line += " with " + in_quotes(reading_.analysis.form(clause.anchor));
        std::string separator = ": ";
        for (const Argument& argument : clause.arguments) {
            if (argument.role == Role::self && argument.head == clause.predicate) continue;
            line += separator;
            line += argument.role == Role::oblique && !argument.preposition.empty()
                        ? argument.preposition
                        : std::string(name_of(argument.role));
            line += " " + in_quotes(phrase(argument.head));
            separator = ", ";
        }
        return line;
    }

    std::string told(const Trigger& trigger, const std::string& key, ClauseKind kind) const {
        std::ostringstream line;
        if (key.empty())
            line << "a name's own phrase";
        else
            line << (kind == ClauseKind::copula ? "verb" : name_of(kind)) << ' ' << in_quotes(key);
        const RelationType& relation = reading_.ontology.relations()[trigger.relation];
        line << " of " << relation.name << ": head at " << names_of(trigger.head) << "; tail at "
             << names_of(trigger.tail) << "; score " << trigger.score;
        return line.str();
    }

    const std::vector<std::string>& head_types(const Trigger& trigger) const {
        return trigger.head_types.empty() ? reading_.ontology.relations()[trigger.relation].head_types
                                          : trigger.head_types;
    }

    const std::vector<std::string>& tail_types(const Trigger& trigger) const {
        return trigger.tail_types.empty() ? reading_.ontology.relations()[trigger.relation].tail_types
                                          : trigger.tail_types;
    }

    std::string reason(const Attempt& attempt) const {
        const Trigger& trigger = *attempt.trigger;
        switch (attempt.outcome) {
            case Outcome::drafted:
                return {};
            case Outcome::needless:
                return "another relation of the two tells the same";
            case Outcome::condition: {
                const bool excluded = std::ranges::any_of(
                    trigger.unless, [&](const Condition& other) { return &other == attempt.broken; });
                std::vector<std::string> words = attempt.broken->lemmas;
                constexpr std::size_t max_words = 6;
                const bool cut = words.size() > max_words;
                if (cut) words.resize(max_words);
                return std::string(excluded ? "the trigger excludes " : "the trigger asks for ") +
                       joined(words, ", ") + (cut ? ", …" : "") + " at " + name_of(attempt.broken->place);
            }
            case Outcome::no_head:
                return "no " + joined(head_types(trigger), " or ") + " is found at " + names_of(trigger.head);
            case Outcome::no_tail:
                if (trigger.tail.empty()) return "no list of two or more stands at " + names_of(trigger.head);
                return "no " + joined(tail_types(trigger), " or ") + " is found at " + names_of(trigger.tail);
            case Outcome::itself:
                return "head and tail are the same entity, " + name(attempt.heads.front().entity);
            case Outcome::other_kind:
                return "the two are of different kinds: " + reading_.type_of(attempt.heads.front().entity) +
                       " and " + reading_.type_of(attempt.tails.front().entity);
        }
        return {};
    }

    // --- arguments

    ArgumentExplanation told(const Referent& referent) const {
        ArgumentExplanation result;
        result.entity = name(referent.entity);
        result.words = phrase(referent.token);
        TokenIndex token = referent.token;
        for (std::size_t step = 0; step < max_steps && token != no_token; ++step) {
            const Mention* mention = mention_at(token, referent.entity);
            if (mention == nullptr) {
                if (step == 0) result.steps.push_back(unspoken(referent));
                break;
            }
            std::string line = in_quotes(words_of(mention->tokens)) + " (sentence " +
                               std::to_string(reading_.analysis.sentence_of(token) + 1) + "): ";
            if (mention->kind == MentionKind::name) {
                result.steps.push_back(line + (words_of(mention->tokens) == result.entity
                                                   ? "the name itself"
                                                   : "another name of " + result.entity));
                break;
            }
            result.steps.push_back(line + because(mention->link));
            if (mention->antecedent == token) break;
            token = mention->antecedent;
        }
        return result;
    }

    std::string unspoken(const Referent& referent) const {
        return "not named there: " + name(referent.entity) + " is what the text is about at " +
               in_quotes(reading_.analysis.form(referent.token));
    }

    const Mention* mention_at(TokenIndex token, EntityId entity) const {
        const Mention* found = nullptr;
        for (const Mention& mention : reading_.entities.mentions) {
            if (mention.entity != entity || !mention.tokens.contains(token)) continue;
            const bool better = found == nullptr || (mention.head == token && found->head != token);
            if (better) found = &mention;
        }
        return found;
    }

    // --- what did not come about

    void explain_types() {
        const auto check = [&](EntityId id, const std::vector<std::string>& types, std::string_view part) {
            if (admits(types, reading_.type_of(id))) return;
            explanation_.notes.push_back(name(id) + " is taken for: " + reading_.type_of(id) + ", but the " +
                                         std::string(part) + " of " + type_.name +
                                         " is one of: " + joined(types, ", "));
        };
        check(head_, type_.head_types, "head");
        check(tail_, type_.tail_types, "tail");
        for (const Claim& claim : trace_.claims) {
            if (claim.open || claim.type != type_.name || claim.head != tail_ || claim.tail != head_)
                continue;
            explanation_.notes.push_back("the other way round it holds: " + told(claim));
            break;
        }
    }

    /// Whether the clause has an argument that means the entity.
    bool mentions(const Clause& clause, EntityId entity) const {
        return std::ranges::any_of(clause.arguments, [&](const Argument& argument) {
            return std::ranges::any_of(reading_.referents(argument.head, {}),
                                       [&](const Referent& referent) { return referent.entity == entity; });
        });
    }

    void explain_near_misses() {
        const auto relation = static_cast<std::size_t>(&type_ - reading_.ontology.relations().data());
        // The sentences that speak of both come first.
        for (const bool of_both : {true, false}) {
            for (const Attempt& attempt : trace_.attempts) {
                if (explanation_.near_misses.size() == max_near_misses) return;
                if (attempt.trigger->relation != relation || attempt.outcome == Outcome::drafted) continue;
                const TokenRange sentence = reading_.analysis.sentences[attempt.clause.sentence].tokens;
                if (of_both != (is_mentioned(head_, sentence) && is_mentioned(tail_, sentence))) continue;
                if (mentions(attempt.clause, head_) || mentions(attempt.clause, tail_))
                    explanation_.near_misses.push_back(told(attempt));
            }
        }
    }

    /// No trigger of the type was evoked near the two: says where both are, and by what words.
    void explain_silence() {
        constexpr std::size_t max_sentences = 3;
        std::size_t told_of = 0;
        for (std::size_t i = 0; i < reading_.analysis.sentences.size() && told_of < max_sentences; ++i) {
            const TokenRange tokens = reading_.analysis.sentences[i].tokens;
            if (!is_mentioned(head_, tokens) || !is_mentioned(tail_, tokens)) continue;
            ++told_of;
            std::vector<std::string> clauses;
            for (const Clause& clause : reading_.clauses) {
                if (clause.sentence == i && (mentions(clause, head_) || mentions(clause, tail_)))
                    clauses.push_back(told(clause));
            }
            explanation_.notes.push_back("sentence " + std::to_string(i + 1) +
                                         " speaks of both, but none of "
                                         "its words evokes " +
                                         type_.name + ": " + in_quotes(words_of(tokens)) +
                                         (clauses.empty() ? "" : "; its clauses: " + joined(clauses, " | ")));
        }
        if (told_of == 0) explanation_.notes.push_back("no sentence speaks of both");
    }

    bool is_mentioned(EntityId entity, TokenRange tokens) const {
        return std::ranges::any_of(reading_.entities.mentions, [&](const Mention& mention) {
            return mention.entity == entity && tokens.contains(mention.head);
        });
    }

    const ClaimTrace& trace_;
    const Reading& reading_;
    const EntityId head_;
    const RelationType& type_;
    const EntityId tail_;
    Explanation explanation_;
};

}  // namespace

Explanation explain(const ClaimTrace& trace, EntityId head, const RelationType& type, EntityId tail) {
    return Explainer(trace, head, type, tail).explain();
}

}  // namespace newsgraph
