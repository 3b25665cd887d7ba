#include "ingest/relation/repair/coordination_repair.hpp"

#include <algorithm>

#include "ingest/relation/clause.hpp"

namespace newsgraph {

namespace {

bool alike(const std::string& a, const std::string& b) {
    const auto is_made = [](const std::string& type) { return type == "model" || type == "product"; };
    return a == b || (is_made(a) && is_made(b));
}

}  // namespace

void CoordinationRepair::coordinate_names() {
    for (TokenIndex i = 0; i < name_end_.size();) {
        if (name_end_[i] == 0) {
            ++i;
            continue;
        }
        const std::vector<TokenIndex> members = row_of_names(i);
        if (members.size() > 1) coordinate(members);
        i = std::max(name_end_[members.back()], i + 1);
    }
}

std::vector<TokenIndex> CoordinationRepair::row_of_names(TokenIndex first) {
    std::vector<TokenIndex> members = {first};
    const TokenIndex limit = analysis_.sentences[analysis_.sentence_of(first)].tokens.end;
    TokenIndex at = name_end_[first];
    while (at < limit && members.size() < max_members) {
        const bool comma = analysis_.form(at) == ",";
        if (comma) ++at;
        bool closed = false;
        if (at < limit && (lower_form(analysis_, at) == "and" || lower_form(analysis_, at) == "or")) {
            closed = true;
            ++at;
        }
        if (!comma && !closed) break;
        at = skip_to_name(at, limit);
        if (at >= limit || name_end_[at] == 0 || !alike(*type_[first], *type_[at])) break;
        members.push_back(at);
        at = name_end_[at];
        if (closed) return members;
    }
    return {first};
}

void CoordinationRepair::coordinate(const std::vector<TokenIndex>& members) {
    const TokenIndex first = heads_[members.front()];
    const TokenIndex end = name_end_[members.back()];
    // The one that is a subject of a verb after the row tells what the row is.
    for (const TokenIndex member : members) {
        const TokenIndex head = heads_[member];
        const Deprel relation = token(head).deprel;
        const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
        const TokenIndex governor = token(head).head;
        if (head == first || !subject || governor == no_token || governor < end || is_above(first, governor))
            continue;
        token(first).head = governor;
        token(first).deprel = relation;
    }
    for (const TokenIndex member : members) {
        const TokenIndex head = heads_[member];
        if (head == first || is_above(head, first)) continue;
        token(head).head = first;
        token(head).deprel = Deprel::conj;
    }
    if (members.size() > 2) make_subject(members.front(), first, end);
}

void CoordinationRepair::make_subject(TokenIndex begin, TokenIndex first, TokenIndex end) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(first)];
    TokenIndex at = end;
    while (at < sentence.tokens.end && token(at).upos == Upos::adv) ++at;
    if (at >= sentence.tokens.end) return;
    const TokenIndex verb = finite_verb_at(at);
    if (verb == no_token || verb == first || is_above(first, verb)) return;
    if (token(first).head != verb) {
        token(first).head = verb;
        token(first).deprel = Deprel::nsubj;
    }
    // The clause hangs on the verb before the row, by the word between, if there is one.
    if (begin == sentence.tokens.begin || token(verb).deprel != Deprel::conj) return;
    TokenIndex left = begin - 1;
    const std::string word = lower_form(analysis_, left);
    const bool marked =
        word == "as" || word == "while" || word == "that" || word == "because" || word == "if";
    if (marked && left > sentence.tokens.begin) --left;
    if (token(left).upos != Upos::verb || is_above(verb, left)) return;
    token(verb).head = left;
    token(verb).deprel = marked && word != "that" ? Deprel::advcl : Deprel::ccomp;
    if (!marked) return;
    token(left + 1).head = verb;
    token(left + 1).deprel = Deprel::mark;
}

}  // namespace newsgraph
