#include "ingest/relation/fact_parts.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace newsgraph {
namespace {

constexpr std::size_t max_chain = 4;  // verbs above the last of a chain

bool is_one_of(Deprel relation, std::initializer_list<Deprel> relations) {
    return std::ranges::find(relations, relation) != relations.end();
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// What ties a sentence to the one before it, and is no part of what it says.
bool is_connective(std::string_view adverb) {
    return is_one_of(adverb,
                     {"however", "thus", "therefore", "moreover", "furthermore", "nevertheless", "hence",
                      "meanwhile", "besides", "instead", "though", "too", "otherwise", "nonetheless", "so"});
}

}  // namespace

void append(TokenList& tokens, TokenIndex token) {
    if (std::ranges::find(tokens, token) == tokens.end()) tokens.push_back(token);
}

bool is_core(const Part& part) {
    return part.kind == Part::Kind::object || part.kind == Part::Kind::complement ||
           part.kind == Part::Kind::clause;
}

FactParts::FactParts(const Analysis& analysis, const Dependents& dependents,
                     const std::vector<Clause>& clauses)
    : analysis_(analysis), dependents_(dependents), clause_of_(analysis.tokens.size(), nullptr) {
    for (const Clause& clause : clauses) {
        if (clause.kind != ClauseKind::noun) clause_of_[clause.predicate] = &clause;
    }
}

std::optional<TokenIndex> FactParts::dependent(TokenIndex governor,
                                               std::initializer_list<Deprel> relations) const {
    for (const TokenIndex child : dependents_.of(governor)) {
        if (is_one_of(analysis_.tokens[child].deprel, relations)) return child;
    }
    return std::nullopt;
}

bool FactParts::has_copula(TokenIndex predicate) const {
    return dependent(predicate, {Deprel::cop}).has_value();
}

bool FactParts::is_relative(TokenIndex token) const {
    const Token& here = analysis_.tokens[token];
    return here.xpos == Xpos::wdt || here.xpos == Xpos::wp || here.xpos == Xpos::wp_poss ||
           here.xpos == Xpos::wrb;
}

/// The verb or adjective that goes on in `predicate`: "had" for "close" in "had to close".
std::optional<TokenIndex> FactParts::chained_to(TokenIndex predicate) const {
    const Token& here = analysis_.tokens[predicate];
    if (here.head == no_token || here.deprel != Deprel::xcomp) return std::nullopt;
    if (here.upos != Upos::verb && here.upos != Upos::aux && !has_copula(predicate)) return std::nullopt;
    return here.head;
}

bool FactParts::goes_on(TokenIndex predicate) const {
    return std::ranges::any_of(dependents_.of(predicate),
                               [&](TokenIndex child) { return chained_to(child).has_value(); });
}

TokenIndex FactParts::first_of_chain(TokenIndex predicate) const {
    TokenIndex first = predicate;
    for (std::size_t step = 0; step < max_chain; ++step) {
        const auto above = chained_to(first);
        if (!above) break;
        first = *above;
    }
    return first;
}

/// "often" in "often refers to", "readily" in "he readily admits": said with the verb.
bool FactParts::is_told_before(TokenIndex adverb, TokenIndex verb) const {
    if (adverb > verb || !dependents_.of(adverb).empty() || analysis_.tokens[adverb].xpos == Xpos::wrb)
        return false;
    if (adverb + 1 == verb) return true;
    const auto auxiliary = dependent(verb, {Deprel::aux, Deprel::aux_pass, Deprel::cop});
    const auto subject = dependent(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj});
    if (!auxiliary && !subject) return false;
    const bool after_subject = !subject || *subject > verb || adverb > *subject;
    return after_subject && !is_connective(lower_form(analysis_, adverb));
}

TokenList FactParts::own_words(TokenIndex predicate) const {
    TokenList words = {predicate};
    for (const TokenIndex child : dependents_.of(predicate)) {
        const Token& here = analysis_.tokens[child];
        const bool belongs =
            is_one_of(here.deprel, {Deprel::aux, Deprel::aux_pass, Deprel::cop, Deprel::compound_prt}) ||
            (here.deprel == Deprel::mark && here.xpos == Xpos::to) ||
            (here.deprel == Deprel::advmod && is_told_before(child, predicate));
        if (belongs) append(words, child);
    }
    borrow_auxiliaries(words, predicate);
    return words;
}

/// "has instituted X and allowed Y": the second verb's auxiliary stands before the first.
void FactParts::borrow_auxiliaries(TokenList& words, TokenIndex verb) const {
    const Token& here = analysis_.tokens[verb];
    if (here.deprel != Deprel::conj || here.head == no_token) return;
    if (dependent(verb, {Deprel::aux, Deprel::aux_pass, Deprel::cop, Deprel::nsubj, Deprel::nsubj_pass}))
        return;
    const Token& first = analysis_.tokens[here.head];
    const bool after_copula = first.upos != Upos::verb;
    if (after_copula && !has_copula(here.head)) return;
    const Clause* own = clause_of_[verb];
    const Clause* other = clause_of_[here.head];
    const bool both_passive = own != nullptr && own->passive && other != nullptr && other->passive;
    const bool is_bare = here.xpos == Xpos::vb || here.xpos == Xpos::vbn || here.xpos == Xpos::vbg;
    const bool same_form = is_bare && here.xpos == first.xpos;
    // "will be able to pay and still turn a profit"
    if (!same_form && !both_passive && !(after_copula && here.xpos == Xpos::vb)) return;
    for (const TokenIndex child : dependents_.of(here.head)) {
        const Token& word = analysis_.tokens[child];
        if (word.deprel == Deprel::aux || (word.deprel == Deprel::aux_pass && both_passive) ||
            (word.deprel == Deprel::mark && word.xpos == Xpos::to))
            append(words, child);
    }
}

/// "are rare and endemic": the second adjective has the first one's copula.
void FactParts::borrow_copula(TokenList& words, TokenIndex predicate) const {
    TokenIndex at = predicate;
    for (std::size_t step = 0; step < max_chain && analysis_.tokens[at].deprel == Deprel::conj; ++step) {
        at = analysis_.tokens[at].head;
        if (!has_copula(at)) continue;
        for (const TokenIndex child : dependents_.of(at)) {
            if (is_one_of(analysis_.tokens[child].deprel, {Deprel::aux, Deprel::cop})) append(words, child);
        }
    }
}

void FactParts::add_chain(TokenList& words, TokenIndex predicate) const {
    TokenIndex at = predicate;
    for (std::size_t step = 0; step < max_chain; ++step) {
        auto above = chained_to(at);
        const Token& here = analysis_.tokens[at];
        // "started writing and touring"
        const bool shares = here.deprel == Deprel::conj && here.head != no_token &&
                            here.xpos == analysis_.tokens[here.head].xpos &&
                            !dependent(at, {Deprel::nsubj, Deprel::nsubj_pass});
        if (!above && shares) above = chained_to(here.head);
        if (!above) break;
        for (const TokenIndex word : own_words(*above)) append(words, word);
        at = *above;
    }
    std::ranges::sort(words);
}

TokenList FactParts::relation(TokenIndex predicate) const {
    TokenList words = own_words(predicate);
    if (analysis_.tokens[predicate].upos != Upos::verb && !has_copula(predicate))
        borrow_copula(words, predicate);
    add_chain(words, predicate);
    return words;
}

TokenList FactParts::copula(TokenIndex noun) const {
    TokenList words = own_words(noun);
    if (!has_copula(noun)) borrow_copula(words, noun);
    std::erase(words, noun);
    if (!words.empty()) add_chain(words, noun);
    return words;
}

TokenList FactParts::marker_of(TokenIndex head) const {
    TokenList words;
    for (const TokenIndex child : dependents_.of(head)) {
        const Token& here = analysis_.tokens[child];
        const bool marks =
            (here.deprel == Deprel::case_ && here.xpos != Xpos::pos) || here.deprel == Deprel::mark;
        if (!marks || child > head) continue;
        append(words, child);
        for (const TokenIndex fixed : dependents_.of(child)) {
            if (analysis_.tokens[fixed].deprel == Deprel::fixed) append(words, fixed);
        }
    }
    std::ranges::sort(words);
    return words;
}

void FactParts::add_own(std::vector<Part>& parts, TokenIndex predicate) const {
    for (const TokenIndex child : dependents_.of(predicate)) {
        switch (analysis_.tokens[child].deprel) {
            case Deprel::obj:
            case Deprel::iobj:
                parts.push_back({Part::Kind::object, child, {}});
                break;
            case Deprel::ccomp:
                parts.push_back({Part::Kind::clause, child, marker_of(child)});
                break;
            case Deprel::xcomp:
                if (!chained_to(child)) parts.push_back({Part::Kind::complement, child, marker_of(child)});
                break;
            case Deprel::obl:
            case Deprel::obl_agent:
                parts.push_back({Part::Kind::phrase, child, marker_of(child)});
                break;
            case Deprel::nmod:
                // Of a noun it belongs to the noun.
                if (analysis_.tokens[predicate].upos == Upos::verb)
                    parts.push_back({Part::Kind::phrase, child, marker_of(child)});
                break;
            case Deprel::obl_unmarked:
                parts.push_back({Part::Kind::time, child, {}});
                break;
            case Deprel::advmod:
                if (!is_connective(lower_form(analysis_, child)))
                    parts.push_back({Part::Kind::adverb, child, {}});
                break;
            default:
                break;
        }
    }
}

/// "bought X and sold Y in May": the second verb's phrases that stand with the first, and the other way
/// round.
void FactParts::add_shared(std::vector<Part>& parts, const Clause& clause) const {
    const auto is_known = [&](TokenIndex head) {
        return std::ranges::find(parts, head, &Part::head) != parts.end();
    };
    for (const Argument& argument : clause.arguments) {
        if (argument.origin != Origin::shared || is_known(argument.head)) continue;
        if (argument.role == Role::oblique && analysis_.tokens[clause.predicate].deprel == Deprel::conj) {
            const auto kind = argument.preposition.empty() ? Part::Kind::time : Part::Kind::phrase;
            parts.push_back({kind, argument.head, marker_of(argument.head)});
        } else if (argument.role == Role::object && argument.head > clause.predicate) {
            parts.push_back({Part::Kind::object, argument.head, {}});
        }
    }
}

/// "a gap that Acme fills", "the town where it is made": the noun for the pronoun.
void FactParts::add_described(std::vector<Part>& parts, const Clause& clause) const {
    for (const Argument& argument : clause.arguments) {
        if (argument.origin != Origin::described || argument.head == clause.grammatical_subject) continue;
        if (argument.role != Role::object && argument.role != Role::oblique) continue;
        TokenList marker;
        bool has_pronoun = false;
        std::erase_if(parts, [&](const Part& part) {
            const bool stands_for =
                argument.head < part.head && part.head < clause.predicate &&
                (is_relative(part.head) || analysis_.tokens[part.head].upos == Upos::pron);
            if (stands_for && !has_pronoun) marker = part.marker;
            has_pronoun = has_pronoun || stands_for;
            return stands_for;
        });
        if (argument.role == Role::object) {
            parts.push_back({Part::Kind::object, argument.head, {}});
        } else if (has_pronoun || argument.preposition == "where") {
            parts.push_back({Part::Kind::phrase, argument.head, std::move(marker)});
        }
    }
}

std::vector<Part> FactParts::parts(const Clause& clause) const {
    std::vector<Part> parts;
    TokenIndex at = clause.predicate;
    add_own(parts, at);
    for (std::size_t step = 0; step < max_chain; ++step) {
        const auto above = chained_to(at);
        if (!above) break;
        at = *above;
        add_own(parts, at);
    }
    add_shared(parts, clause);
    add_described(parts, clause);
    std::erase_if(parts, [&](const Part& part) { return is_relative(part.head); });
    return parts;
}

}  // namespace newsgraph
