#include "ingest/relation/repair/word_repair.hpp"

#include "ingest/relation/clause.hpp"

namespace newsgraph {

void WordRepair::restore_verbs() {
    for (TokenIndex i = 1; i < analysis_.tokens.size(); ++i) {
        Token& verb = token(i);
        const bool followed = i + 1 < analysis_.tokens.size() && in_one_sentence(i, i + 1) &&
                              lower_form(analysis_, i + 1) == "by";
        if (verb.upos == Upos::noun && verb.deprel == Deprel::acl && followed && analysis_.form(i) == "led") {
            verb.upos = Upos::verb;
            verb.xpos = Xpos::vbn;
            verb.lemma = "lead";
        }
        if (verb.upos != Upos::verb || verb.lemma != "find" || lower_form(analysis_, i) != "found") continue;
        if (verb.xpos == Xpos::vb || token(i - 1).xpos == Xpos::to) verb.lemma = "found";
    }
}

void WordRepair::join_executives() {
    for (TokenIndex i = 0; i + 1 < analysis_.tokens.size(); ++i) {
        if (lower_form(analysis_, i) != "chief" || lower_form(analysis_, i + 1) != "executive") continue;
        const bool goes_on = i + 2 < analysis_.tokens.size() && lower_form(analysis_, i + 2) == "officer";
        const TokenIndex noun = goes_on ? i + 2 : i + 1;
        if (!in_one_sentence(i, noun)) continue;
        token(noun).upos = Upos::noun;
        token(noun).xpos = Xpos::nn;
        // The word of the three that leads out gives the noun its place.
        for (TokenIndex j = i; j < noun; ++j) {
            const TokenIndex governor = token(j).head;
            const bool leads_out = governor == no_token || governor < i || governor > noun;
            if (leads_out && (token(noun).head == j || (token(noun).head != no_token && j == i))) {
                token(noun).head = governor;
                token(noun).deprel = token(j).deprel == Deprel::amod ? Deprel::appos : token(j).deprel;
            }
        }
        for (TokenIndex j = i; j < noun; ++j) {
            move_dependents(j, noun);
            if (!is_above(j, noun)) {
                token(j).head = noun;
                token(j).deprel = Deprel::amod;
            }
        }
    }
}

void WordRepair::restore_nouns() {
    for (TokenIndex i = 2; i < analysis_.tokens.size(); ++i) {
        if (!in_one_sentence(i - 2, i)) continue;
        Token& word = token(i);
        const bool particle = word.upos == Upos::adp || word.upos == Upos::adv;
        const bool argument = word.deprel == Deprel::nsubj || word.deprel == Deprel::nsubj_pass ||
                              word.deprel == Deprel::obj || word.deprel == Deprel::obl ||
                              word.deprel == Deprel::nmod || word.deprel == Deprel::appos ||
                              word.deprel == Deprel::conj || word.deprel == Deprel::root;
        if (analysis_.form(i - 1) == "-" && particle && argument && token(i - 2).head == i) {
            word.upos = Upos::noun;
            word.xpos = Xpos::nn;
        }
        const std::string form = lower_form(analysis_, i);
        if (form == "court" && (word.upos == Upos::verb || word.deprel == Deprel::advcl) &&
            lower_form(analysis_, i - 1) == "to") {
            word.upos = Upos::noun;
            word.xpos = Xpos::nn;
            word.deprel = Deprel::obl;
            token(i - 1).upos = Upos::adp;
            token(i - 1).xpos = Xpos::in;
            token(i - 1).deprel = Deprel::case_;
        }
        if (form == "round" && word.deprel == Deprel::advmod) restore_round(i);
    }
}

void WordRepair::restore_round(TokenIndex round) {
    Token& noun = token(round);
    if (noun.head == no_token || noun.head >= round) return;
    // The amount or series right before it, by the word of it that leads out.
    TokenIndex left = round - 1;
    const TokenIndex first = round < 5 ? 0 : round - 5;
    while (token(left).head != no_token && first <= token(left).head && token(left).head < round &&
           token(token(left).head).upos != Upos::verb)
        left = token(left).head;
    const Upos before = token(left).upos;
    const bool counted =
        before == Upos::num || before == Upos::noun || before == Upos::sym || before == Upos::propn;
    if (!counted || is_above(round, left) || (noun.head != left && noun.head != token(left).head)) return;
    noun.upos = Upos::noun;
    noun.xpos = Xpos::nn;
    noun.head = token(left).head;
    noun.deprel = token(left).deprel == Deprel::advmod ? Deprel::obj : token(left).deprel;
    for (TokenIndex i = first; i < left; ++i) {
        const bool opens = token(i).deprel == Deprel::case_ || token(i).deprel == Deprel::det;
        if (token(i).head == left && opens) token(i).head = round;
    }
    token(left).head = round;
    token(left).deprel = before == Upos::num || before == Upos::sym ? Deprel::nummod : Deprel::compound;
}

void WordRepair::join_kin() {
    for (TokenIndex i = 0; i + 4 < analysis_.tokens.size(); ++i) {
        if (analysis_.form(i + 1) != "-" || lower_form(analysis_, i + 2) != "in" ||
            analysis_.form(i + 3) != "-" || !in_one_sentence(i, i + 4))
            continue;
        const std::string last = lower_form(analysis_, i + 4);
        if (last != "law" && last != "laws") continue;
        const TokenIndex noun = i + 4;
        if (is_above(noun, i)) continue;
        // The noun takes the place of the word of the five that leads out.
        TokenIndex top = i;
        for (int step = 0; step < 4; ++step) {
            const TokenIndex governor = token(top).head;
            if (governor == no_token || governor < i || governor >= noun) break;
            top = governor;
        }
        token(noun).head = token(top).head;
        token(noun).deprel = token(top).deprel;
        token(noun).upos = Upos::noun;
        token(noun).xpos = last == "law" ? Xpos::nn : Xpos::nns;
        for (TokenIndex j = i; j < noun; ++j) {
            move_dependents(j, noun);
            token(j).head = noun;
            token(j).deprel = analysis_.form(j) == "-" ? Deprel::punct : Deprel::compound;
            if (j == i + 2) token(j).upos = Upos::x;
        }
    }
}

void WordRepair::free_particles() {
    for (TokenIndex i = 1; i + 1 < analysis_.tokens.size(); ++i) {
        Token& particle = token(i);
        if (particle.xpos != Xpos::rp || particle.deprel != Deprel::case_) continue;
        const Token& next = token(i + 1);
        const bool doubled = next.deprel == Deprel::case_ && next.head == particle.head;
        if (!doubled || token(i - 1).upos != Upos::verb || !in_one_sentence(i - 1, i + 1)) continue;
        particle.head = i - 1;
        particle.deprel = Deprel::compound_prt;
    }
}

}  // namespace newsgraph
