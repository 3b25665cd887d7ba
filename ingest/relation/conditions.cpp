#include "ingest/relation/conditions.hpp"

#include <algorithm>
#include <string>

#include "ingest/relation/qualifying.hpp"

namespace newsgraph {
namespace {

/// Asks one clause.
class Checker {
  public:
    Checker(const Reading& reading, const Clause& clause) : reading_(reading), clause_(clause) {}

    bool is_met(const Condition& condition) const {
        if (condition.place.kind == Place::Kind::trigger) {
            for (const TokenIndex child : reading_.dependents.of(clause_.predicate)) {
                if (has_word(child, condition.lemmas)) return true;
                for (const TokenIndex below : reading_.dependents.of(child)) {
                    if (is_modifier(below) && has_word(below, condition.lemmas)) return true;
                }
            }
            return has_word(clause_.predicate, condition.lemmas);
        }
        if (condition.place.kind == Place::Kind::anchor) {
            const Clause* anchor = reading_.verbal_clause(clause_.anchor);
            return anchor != nullptr &&
                   std::ranges::find(condition.lemmas, anchor->lemma) != condition.lemmas.end();
        }
        for (const Argument& argument : arguments_at(clause_, condition.place)) {
            if (argument.origin == Origin::shared && clause_.kind == ClauseKind::noun) continue;
            if (has_word(argument.head, condition.lemmas)) return true;
            // Of "as Brill grew" the verb may be asked for too.
            const TokenIndex governor = reading_.analysis.tokens[argument.head].head;
            if (argument.preposition.starts_with("clause ") && governor != no_token &&
                has_word(governor, condition.lemmas))
                return true;
            for (const TokenIndex child : reading_.dependents.of(argument.head)) {
                if (is_modifier(child) && !is_own_number(condition) &&
                    has_word(child, condition.lemmas, false))
                    return true;
            }
        }
        return false;
    }

  private:
    static bool is_own_number(const Condition& condition) {
        return condition.lemmas.size() == 1 && condition.lemmas.front() == "##";
    }

    bool is_modifier(TokenIndex token) const {
        switch (reading_.analysis.tokens[token].deprel) {
            case Deprel::amod:
            case Deprel::compound:
            case Deprel::nummod:
            case Deprel::det:
            case Deprel::advmod:
            case Deprel::nmod_unmarked:
            case Deprel::nmod_desc:
            case Deprel::case_:
            case Deprel::fixed:
                return true;
            default:
                return false;
        }
    }

    /// With `is_head` an entity of a type that is asked for will do, too: "chips" in "rents Acme chips" are
    /// none.
    bool has_word(TokenIndex token, const std::vector<std::string>& lemmas, bool is_head = true) const {
        const std::string lemma = lower_lemma(reading_.analysis, token);
        const std::string form = lower_form(reading_.analysis, token);
        const Upos upos = reading_.analysis.tokens[token].upos;
        return std::ranges::any_of(lemmas, [&](const std::string& word) {
            if (word == "*") return true;
            if (word == "##") return upos == Upos::num || upos == Upos::sym;
            if (word == "#") return upos == Upos::num || upos == Upos::sym;
            if (word.front() == '@') return is_head && !reading_.referents(token, {word.substr(1)}).empty();
            return word == lemma || word == form;
        });
    }

    const Reading& reading_;
    const Clause& clause_;
};

}  // namespace

const Condition* broken_condition(const Reading& reading, const Clause& clause, const Trigger& trigger) {
    const Checker checker(reading, clause);
    for (const Condition& condition : trigger.when) {
        if (!checker.is_met(condition)) return &condition;
    }
    for (const Condition& condition : trigger.unless) {
        if (checker.is_met(condition)) return &condition;
    }
    return nullptr;
}

}  // namespace newsgraph
