#include "ingest/relation/fact_words.hpp"

#include <algorithm>
#include <initializer_list>

#include "ingest/read/sentence_lines.hpp"

namespace newsgraph {
namespace {

bool is_one_of(Deprel relation, std::initializer_list<Deprel> relations) {
    return std::ranges::find(relations, relation) != relations.end();
}

/// What opens or closes a quotation or bracket by its form, whichever way it is tagged; 0 for other words.
char enclosing(std::string_view form) {
    if (form == "\"" || form == "''" || form == "``" || form == "“" || form == "”") return '"';
    if (form == "'" || form == "`" || form == "‘" || form == "’") return '\'';
    if (form == "(" || form == ")") return '(';
    if (form == "[" || form == "]") return '[';
    return 0;
}

}  // namespace

FactWords::FactWords(const Analysis& analysis, const Dependents& dependents, std::string_view as_read)
    : analysis_(analysis), dependents_(dependents), as_read_(as_read), leftmost_(analysis.tokens.size()) {
    std::vector<TokenIndex> order;
    for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
        leftmost_[i] = i;
        if (analysis.tokens[i].head == no_token) order.push_back(i);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const TokenIndex child : dependents.of(order[next])) order.push_back(child);
    }
    for (std::size_t i = order.size(); i-- > 0;) {
        const TokenIndex governor = analysis.tokens[order[i]].head;
        if (governor != no_token) leftmost_[governor] = std::min(leftmost_[governor], leftmost_[order[i]]);
    }
}

TokenList FactWords::member(TokenIndex head, TokenIndex except) const {
    TokenList tokens = collect(head, Kind::noun, false, except);
    const Token& here = analysis_.tokens[head];
    if (here.deprel != Deprel::conj || here.upos == Upos::propn || here.upos == Upos::pron) return tokens;
    TokenIndex first = here.head;
    for (const TokenIndex child : dependents_.of(head)) {
        if (is_one_of(analysis_.tokens[child].deprel, {Deprel::nmod_poss, Deprel::det})) return tokens;
    }
    for (const TokenIndex child : dependents_.of(first)) {
        if (analysis_.tokens[child].deprel != Deprel::nmod_poss) continue;
        TokenList owner = collect(child, Kind::clause, true, no_token);
        owner.insert(owner.end(), tokens.begin(), tokens.end());
        return owner;
    }
    return tokens;
}

TokenList FactWords::noun_phrase(TokenIndex head, TokenIndex except) const {
    return collect(head, Kind::noun, true, except);
}

TokenList FactWords::complement(TokenIndex head, const TokenList& relation) const {
    TokenList tokens = collect(head, Kind::complement, false, no_token);
    std::erase_if(tokens,
                  [&](TokenIndex token) { return std::ranges::find(relation, token) != relation.end(); });
    tidy(tokens);
    return tokens;
}

TokenList FactWords::clause(TokenIndex head, TokenIndex except) const {
    return collect(head, Kind::clause, true, except);
}

TokenList FactWords::modifier(TokenIndex head) const { return collect(head, Kind::noun, false, no_token); }

std::string FactWords::text(const TokenList& tokens) const {
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Span span = analysis_.tokens[tokens[i]].span;
        if (i > 0) {
            const std::size_t end = analysis_.tokens[tokens[i - 1]].span.end();
            const bool follows = end <= span.begin;
            const std::string_view between = follows ? analysis_.text.substr(end, span.begin - end) : " ";
            // What is left out between them may be a mark alone: the comma of "We won't," he said.
            const bool is_near = tokens[i] <= tokens[i - 1] + 2;
            if (!is_near || between.find_first_of(" \t\n\r") != between.npos) text += ' ';
        }
        text += word_as_read(as_read_, span);
    }
    return text;
}

/// Behind a comma, a dash or an opening bracket: what is said by the way.
bool FactWords::is_set_off(TokenIndex token) const {
    const TokenIndex first = leftmost_[token];
    const auto is_mark = [&](TokenIndex i) {
        const Xpos tag = analysis_.tokens[i].xpos;
        return tag == Xpos::comma || tag == Xpos::colon || tag == Xpos::open_bracket || tag == Xpos::hyph ||
               analysis_.form(i) == "," || analysis_.form(i) == "(";
    };
    return is_mark(first) || (first > 0 && is_mark(first - 1));
}

bool FactWords::is_left_out(TokenIndex token, TokenIndex governor, TokenIndex head, Kind kind,
                            bool with_members) const {
    const Deprel relation = analysis_.tokens[token].deprel;
    const bool at_top = governor == head;
    if (kind == Kind::clause) return at_top && relation == Deprel::mark && token < head;
    if (is_one_of(relation, {Deprel::acl, Deprel::acl_relcl, Deprel::appos, Deprel::parataxis, Deprel::advcl,
                             Deprel::discourse, Deprel::list, Deprel::dep}) &&
        is_set_off(token))
        return true;
    if (!at_top) return false;
    if (relation == Deprel::advmod && is_set_off(token) && token + 1 < analysis_.tokens.size() &&
        analysis_.form(token + 1) == ",")
        return true;                                                               // ", though,"
    if (relation == Deprel::acl_relcl || relation == Deprel::orphan) return true;  // says a fact of its own
    if (is_one_of(relation, {Deprel::case_, Deprel::mark, Deprel::parataxis, Deprel::discourse}) &&
        !(relation == Deprel::case_ && token > head))
        return true;
    if (!with_members && is_one_of(relation, {Deprel::conj, Deprel::cc, Deprel::cc_preconj})) return true;
    if (kind == Kind::complement)
        return is_one_of(relation, {Deprel::nsubj, Deprel::nsubj_outer, Deprel::csubj, Deprel::csubj_outer,
                                    Deprel::expl, Deprel::cop, Deprel::aux, Deprel::advcl, Deprel::ccomp,
                                    Deprel::vocative, Deprel::dislocated, Deprel::parataxis, Deprel::obl,
                                    Deprel::nsubj_pass}) ||
               (relation == Deprel::obl_unmarked && token > head);
    // A noun in a clause's place keeps what is not said of it as a clause.
    return is_one_of(relation, {Deprel::nsubj, Deprel::cop, Deprel::aux, Deprel::expl});
}

TokenList FactWords::collect(TokenIndex head, Kind kind, bool with_members, TokenIndex except) const {
    TokenList tokens = {head};
    for (std::size_t next = 0; next < tokens.size() && tokens.size() <= max_fact_phrase; ++next) {
        const TokenIndex governor = tokens[next];
        for (const TokenIndex child : dependents_.of(governor)) {
            if (child == except || is_left_out(child, governor, head, kind, with_members)) continue;
            tokens.push_back(child);
        }
    }
    std::ranges::sort(tokens);
    tidy(tokens);
    return tokens;
}

/// Without the marks at its ends and those that parted what is left out; quotes and brackets stay in pairs.
void FactWords::tidy(TokenList& tokens) const {
    const auto is_mark = [&](TokenIndex i) { return analysis_.tokens[i].upos == Upos::punct; };
    std::vector<bool> keep(tokens.size(), true);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_mark(tokens[i])) continue;
        const char kind = enclosing(analysis_.form(tokens[i]));
        if (kind == 0) continue;
        const auto opener = std::ranges::find_if(
            open, [&](std::size_t o) { return enclosing(analysis_.form(tokens[o])) == kind; });
        if (opener == open.end()) {
            open.push_back(i);
        } else {
            open.erase(opener);
        }
    }
    for (const std::size_t alone : open) keep[alone] = false;
    const auto is_plain_mark = [&](std::size_t i) {
        return is_mark(tokens[i]) && enclosing(analysis_.form(tokens[i])) == 0;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_plain_mark(i)) continue;
        const bool joins = i > 0 && i + 1 < tokens.size() && tokens[i - 1] + 1 == tokens[i] &&
                           tokens[i] + 1 == tokens[i + 1];
        const bool ends_quote = i + 2 == tokens.size() && enclosing(analysis_.form(tokens[i + 1])) != 0;
        if (!joins || ends_quote) keep[i] = false;
    }
    std::size_t begin = 0;
    std::size_t end = tokens.size();
    const auto is_loose = [&](std::size_t i) {
        return !keep[i] || is_plain_mark(i) || analysis_.tokens[tokens[i]].upos == Upos::cconj;
    };
    while (begin < end && is_loose(begin)) ++begin;
    while (end > begin && is_loose(end - 1)) --end;
    if (end - begin > 2 && analysis_.form(tokens[begin]) == "(" && analysis_.form(tokens[end - 1]) == ")") {
        ++begin;
        --end;
    }
    TokenList kept;
    for (std::size_t i = begin; i < end; ++i) {
        if (keep[i]) kept.push_back(tokens[i]);
    }
    tokens = std::move(kept);
}

}  // namespace newsgraph
