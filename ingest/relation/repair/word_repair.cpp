#include "ingest/relation/repair/word_repair.hpp"

#include "ingest/relation/clause.hpp"

namespace newsgraph {

void WordRepair::restore_founders() {
    for (TokenIndex i = 1; i < analysis_.tokens.size(); ++i) {
        Token& verb = token(i);
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
        const Upos before = token(i - 1).upos;
        const bool counted = before == Upos::num || before == Upos::noun || before == Upos::sym;
        if (form == "round" && particle && counted && word.deprel == Deprel::advmod &&
            word.head != no_token && word.head < i && token(word.head).upos == Upos::verb) {
            word.upos = Upos::noun;
            word.xpos = Xpos::nn;
            word.deprel = Deprel::obj;
        }
    }
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
