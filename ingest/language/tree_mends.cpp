#include "ingest/language/tree_mends.hpp"

#include <algorithm>

namespace newsgraph {
namespace {

constexpr TokenIndex reach = 12;  // tokens looked at from a verb on

/// "It is said to be cheap": before a passive verb with an infinitive, "it" is what the infinitive speaks of.
/// Where it holds the place of something, a clause follows: "it is said that …". "It was in talks" speaks of
/// somebody, too.
void raise_subject(Analysis& analysis, const Sentence& sentence, TokenIndex it) {
    Token& pronoun = analysis.tokens[it];
    const TokenIndex verb = pronoun.head;
    if (pronoun.deprel != Deprel::expl || verb == no_token || verb < it) return;
    bool is_passive = false, has_infinitive = false, has_clause = false, is_copular = false,
         is_marked = false;
    const TokenIndex end = std::min(sentence.tokens.end, verb + reach);
    for (TokenIndex i = it + 1; i < end; ++i) {
        const Token& token = analysis.tokens[i];
        if (token.head != verb) continue;
        is_passive = is_passive || token.deprel == Deprel::aux_pass;
        is_copular = is_copular || token.deprel == Deprel::cop;
        is_marked = is_marked || (i < verb && token.deprel == Deprel::case_);
        has_infinitive = has_infinitive || (i > verb && token.deprel == Deprel::xcomp);
        has_clause = has_clause || token.deprel == Deprel::ccomp || token.deprel == Deprel::csubj;
    }
    if (is_passive && has_infinitive && !has_clause) pronoun.deprel = Deprel::nsubj_pass;
    if (is_copular && is_marked && !has_clause) pronoun.deprel = Deprel::nsubj;
}

/// "is up against Acme": what belongs to a predicate belongs to the word that a preposition marks, not to the
/// preposition.
void raise_from_marker(Analysis& analysis, TokenIndex index) {
    Token& token = analysis.tokens[index];
    switch (token.deprel) {
        case Deprel::nsubj:
        case Deprel::nsubj_pass:
        case Deprel::cop:
        case Deprel::aux:
        case Deprel::obj:
        case Deprel::obl:
            break;
        default:
            return;
    }
    if (token.head == no_token) return;
    const Token& marker = analysis.tokens[token.head];
    const bool marks = marker.deprel == Deprel::case_ || marker.deprel == Deprel::mark;
    if (marks && marker.head != no_token && marker.head != index) token.head = marker.head;
}

/// Whether the path from `below` to the root leads through `above`; looks `reach` steps far, and takes what
/// is farther for below.
bool is_above(const Analysis& analysis, TokenIndex above, TokenIndex below) {
    TokenIndex at = below;
    for (TokenIndex step = 0; step < reach; ++step) {
        if (at == above) return true;
        if (analysis.tokens[at].head == no_token) return false;
        at = analysis.tokens[at].head;
    }
    return true;
}

/// "an only child": what the tree takes for a noun's adjective is one; treebanks have no adverb there.
void settle_modifier(Token& token) {
    if (token.deprel != Deprel::amod || token.upos != Upos::adv || token.xpos != Xpos::rb) return;
    token.upos = Upos::adj;
    token.xpos = Xpos::jj;
}

/// "the app, Calendly, is free": a word with a capital between commas behind a noun is a name.
void restore_name(Analysis& analysis, const Sentence& sentence, TokenIndex index) {
    Token& name = analysis.tokens[index];
    if (name.upos != Upos::adv || index < sentence.tokens.begin + 2 || index + 1 >= sentence.tokens.end)
        return;
    const char first = analysis.form(index).front();
    const Token& noun = analysis.tokens[index - 2];
    if (first < 'A' || first > 'Z' || noun.upos != Upos::noun || noun.head == index) return;
    if (analysis.form(index - 1) != "," || analysis.form(index + 1) != ",") return;
    if (is_above(analysis, index, index - 2)) return;
    name.upos = Upos::propn;
    name.xpos = Xpos::nnp;
    name.head = index - 2;
    name.deprel = Deprel::appos;
}

bool is_subject(Deprel relation) { return relation == Deprel::nsubj || relation == Deprel::nsubj_pass; }

/// "The head of Acme, Ana Roe, resigned", "the singer Ana Roe sang": of two subjects before a verb the name
/// is the other one's.
void join_subjects(Analysis& analysis, const Sentence& sentence, TokenIndex name) {
    Token& token = analysis.tokens[name];
    if (token.upos != Upos::propn || !is_subject(token.deprel) || token.head == no_token || token.head < name)
        return;
    const TokenIndex first = name < sentence.tokens.begin + reach ? sentence.tokens.begin : name - reach;
    TokenIndex noun = no_token;
    for (TokenIndex i = first; i < name; ++i) {
        const Token& other = analysis.tokens[i];
        if (other.head == token.head && is_subject(other.deprel) && other.upos == Upos::noun) noun = i;
    }
    if (noun == no_token) return;
    TokenIndex begin = name;  // of the name's words
    while (begin > noun + 1 && analysis.tokens[begin - 1].head == name &&
           analysis.tokens[begin - 1].upos != Upos::punct)
        --begin;
    TokenIndex end = name + 1;
    while (end < token.head && analysis.tokens[end].head == name && analysis.tokens[end].upos == Upos::propn)
        ++end;
    const bool beside = begin == noun + 1;
    const bool set_off = analysis.form(begin - 1) == "," && analysis.form(end) == ",";
    if (!beside && !set_off) return;
    if (is_above(analysis, name, noun)) return;
    token.head = noun;
    token.deprel = Deprel::appos;
}

/// "sued rival Acme": a lone word between a verb and its object is a part of the object; a predicate stands
/// behind it ("left Acme poor").
void return_modifier(Analysis& analysis, const Sentence& sentence, TokenIndex index) {
    Token& modifier = analysis.tokens[index];
    if (modifier.deprel != Deprel::xcomp || modifier.head + 1 != index) return;
    const bool adjective = modifier.upos == Upos::adj;
    if (!adjective && modifier.upos != Upos::noun) return;
    const TokenIndex end = std::min(sentence.tokens.end, index + reach);
    for (TokenIndex i = index + 1; i < end; ++i) {
        const Token& token = analysis.tokens[i];
        if (token.head == index) return;
        if (token.head == modifier.head) {
            if (token.deprel != Deprel::obj || (token.upos != Upos::noun && token.upos != Upos::propn))
                return;
            modifier.head = i;
            modifier.deprel = adjective ? Deprel::amod : Deprel::compound;
            return;
        }
        const bool inside = token.upos == Upos::noun || token.upos == Upos::propn ||
                            token.upos == Upos::adj || token.upos == Upos::num || token.upos == Upos::punct;
        if (!inside || analysis.form(i) == ",") return;
    }
}

/// "is the best model, beating Acme": behind a comma a participle tells of the subject, not of what it is.
void free_participle(Analysis& analysis, const Sentence& sentence, TokenIndex index) {
    Token& participle = analysis.tokens[index];
    if (participle.deprel != Deprel::acl || participle.xpos != Xpos::vbg || participle.head == no_token ||
        index == sentence.tokens.begin || analysis.form(index - 1) != ",")
        return;
    const TokenIndex predicate = participle.head;
    const TokenIndex first =
        predicate < sentence.tokens.begin + reach ? sentence.tokens.begin : predicate - reach;
    for (TokenIndex i = first; i < predicate; ++i) {
        if (analysis.tokens[i].head == predicate && analysis.tokens[i].deprel == Deprel::cop)
            participle.deprel = Deprel::advcl;
    }
}

/// "Acme, founded by Ana Roe, and Bolt": with a comma before "and" a list of two goes on from what the
/// participle describes.
void resume_list(Analysis& analysis, const Sentence& sentence, TokenIndex index) {
    Token& second = analysis.tokens[index];
    if (second.deprel != Deprel::conj || second.head == no_token || second.head >= index) return;
    const TokenIndex agent = second.head;
    const TokenIndex participle = analysis.tokens[agent].head;
    if (participle == no_token || participle >= agent || participle == sentence.tokens.begin) return;
    const Token& verb = analysis.tokens[participle];
    if (verb.xpos != Xpos::vbn || verb.deprel != Deprel::acl || verb.head == no_token ||
        verb.head >= participle || analysis.form(participle - 1) != ",")
        return;
    bool is_listed = false;
    for (TokenIndex i = agent + 1; i < std::min(sentence.tokens.end, agent + reach); ++i) {
        const Token& token = analysis.tokens[i];
        if (token.head == agent && token.deprel == Deprel::conj && i != index) return;
        // "by Ana Roe, an engineer, and Bo Lind": the comma closes what is said of her.
        const bool describes =
            token.deprel == Deprel::appos || token.deprel == Deprel::acl || token.deprel == Deprel::acl_relcl;
        if (token.head == agent && describes) return;
        if (token.head == index && token.deprel == Deprel::cc && analysis.form(i - 1) == ",")
            is_listed = true;
    }
    if (is_listed) second.head = verb.head;
}

}  // namespace

void mend_trees(Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            settle_modifier(analysis.tokens[i]);
            raise_from_marker(analysis, i);
            restore_name(analysis, sentence, i);
            free_participle(analysis, sentence, i);
            resume_list(analysis, sentence, i);
            join_subjects(analysis, sentence, i);
            raise_subject(analysis, sentence, i);
            return_modifier(analysis, sentence, i);
        }
    }
}

}  // namespace newsgraph
