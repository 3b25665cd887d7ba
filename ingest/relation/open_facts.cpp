#include "ingest/relation/open_facts.hpp"

#include <algorithm>

#include "ingest/read/sentence_lines.hpp"
#include "ingest/relation/clause.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_arguments = 6;  // of a fact

/// Turns clauses into facts.
class FactFinder {
  public:
    FactFinder(const Analysis& analysis, std::string_view as_read)
        : analysis_(analysis), as_read_(as_read), dependents_(analysis) {}

    std::vector<StatedFact> find() {
        for (const Clause& clause : find_clauses(analysis_, dependents_)) {
            if (clause.kind == ClauseKind::verb) state(clause);
        }
        return std::move(facts_);
    }

  private:
    void state(const Clause& clause) {
        const Role first = clause.passive ? Role::object : Role::subject;
        for (const Argument& subject : clause.arguments) {
            if (subject.role != first) continue;
            Fact fact{words(predicate_of(clause)), {phrase(subject)}, 0.5};
            for (const Argument& argument : clause.arguments) {
                const bool fits = argument.role == Role::object || argument.role == Role::indirect ||
                                  argument.role == Role::complement || argument.role == Role::oblique;
                if (!fits || argument.role == first || fact.arguments.size() == max_arguments) continue;
                fact.arguments.push_back(phrase(argument));
            }
            facts_.push_back({clause.sentence, std::move(fact)});
            return;
        }
    }

    std::vector<TokenIndex> predicate_of(const Clause& clause) const {
        std::vector<TokenIndex> tokens = {clause.predicate};
        for (const TokenIndex child : dependents_.of(clause.predicate)) {
            const Deprel relation = analysis_.tokens[child].deprel;
            if (relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::compound_prt)
                tokens.push_back(child);
        }
        std::ranges::sort(tokens);
        return tokens;
    }

    std::string phrase(const Argument& argument) const {
        const TokenRange range = phrase_of(analysis_, dependents_, argument.head);
        std::vector<TokenIndex> tokens;
        for (TokenIndex i = range.begin; i < range.end; ++i) tokens.push_back(i);
        const std::string text = words(tokens);
        return argument.preposition.empty() ? text : argument.preposition + ' ' + text;
    }

    /// The tokens' words, with a space where the text has white space or other words between them.
    std::string words(const std::vector<TokenIndex>& tokens) const {
        std::string text;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Span span = analysis_.tokens[tokens[i]].span;
            const bool is_joined = i > 0 && analysis_.tokens[tokens[i - 1]].span.end() == span.begin;
            if (i > 0 && !is_joined) text += ' ';
            text += word_as_read(as_read_, span);
        }
        return text;
    }

    const Analysis& analysis_;
    std::string_view as_read_;
    const Dependents dependents_;
    std::vector<StatedFact> facts_;
};

}  // namespace

std::vector<StatedFact> find_facts(const Analysis& analysis, std::string_view as_read) {
    return FactFinder(analysis, as_read).find();
}

}  // namespace newsgraph
