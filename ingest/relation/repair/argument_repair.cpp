#include "ingest/relation/repair/argument_repair.hpp"

#include <algorithm>
#include <array>

#include "ingest/relation/clause.hpp"

namespace newsgraph {

namespace {

bool judges(std::string_view verb) {
    static constexpr std::array<std::string_view, 14> judging = {
        "call",    "brand", "label", "dub",     "find", "consider",  "deem",
        "declare", "judge", "think", "believe", "rule", "pronounce", "make"};
    return std::ranges::find(judging, verb) != judging.end();
}

}  // namespace

void ArgumentRepair::attach_recipient(TokenIndex begin, TokenIndex end) {
    if (begin == 0 || end >= analysis_.tokens.size() || !in_one_sentence(begin - 1, begin)) return;
    const Token& verb = token(begin - 1);
    if (verb.upos != Upos::verb || !gives(lower_lemma(analysis_, begin - 1))) return;
    const Upos next = token(end).upos;
    const bool gift_follows =
        in_one_sentence(begin, end) && (next == Upos::sym || next == Upos::num || next == Upos::det);
    const TokenIndex head = heads_[begin];
    if (!gift_follows || is_above(head, begin - 1)) return;
    if (token(head).head == begin - 1 && token(head).deprel == Deprel::iobj) return;
    token(head).head = begin - 1;
    token(head).deprel = Deprel::iobj;
}

void ArgumentRepair::attach_noun_recipient(TokenIndex verb) {
    if (verb + 2 >= analysis_.tokens.size() || token(verb).upos != Upos::verb ||
        !gives(lower_lemma(analysis_, verb)))
        return;
    const TokenIndex article = verb + 1;
    if (token(article).upos != Upos::det && token(article).xpos != Xpos::prp_poss) return;
    const TokenIndex end = end_of_noun_phrase(article + 1);
    if (end == article + 1 || end >= analysis_.tokens.size() || !in_one_sentence(verb, end)) return;
    const TokenIndex noun = end - 1;
    if (token(end).upos != Upos::sym || token(noun).upos != Upos::noun || is_above(noun, verb)) return;
    token(noun).head = verb;
    token(noun).deprel = Deprel::iobj;
}

void ArgumentRepair::join_objects(TokenIndex begin, TokenIndex end) {
    if (end >= analysis_.tokens.size() || !in_one_sentence(begin, end)) return;
    const TokenIndex name = heads_[begin];
    const TokenIndex verb = token(name).head;
    if (verb == no_token || verb > begin || token(name).deprel != Deprel::obj) return;
    TokenIndex noun = end;
    while (noun + 1 < analysis_.tokens.size() && noun < end + max_describing && token(noun).head != verb &&
           (token(noun).upos == Upos::noun || token(noun).upos == Upos::adj))
        ++noun;
    if (token(noun).head != verb || token(noun).deprel != Deprel::obj || token(noun).upos != Upos::noun)
        return;
    if (gives(lower_lemma(analysis_, verb))) return;
    token(name).head = noun;
    token(name).deprel = Deprel::compound;
}

void ArgumentRepair::free_from_time(TokenIndex begin) {
    const TokenIndex head = heads_[begin];
    const TokenIndex time = token(head).head;
    if (time == no_token || time < head || !is_time_noun(lower_lemma(analysis_, time))) return;
    if (token(head).deprel != Deprel::compound && token(head).deprel != Deprel::nmod_unmarked) return;
    const Deprel relation = token(time).deprel;
    const TokenIndex governor = token(time).head;
    if (governor == no_token || time == head + 1) return;
    token(head).head = governor;
    token(head).deprel = relation;
    const TokenIndex first = head < reach ? 0 : head - reach;
    for (TokenIndex i = first; i < head; ++i) {
        if (token(i).head == time && (token(i).deprel == Deprel::case_ || token(i).deprel == Deprel::det))
            token(i).head = head;
    }
    token(time).deprel = Deprel::obl_unmarked;
}

void ArgumentRepair::join_names_by_verb(TokenIndex begin, TokenIndex end) {
    if (end + 1 >= analysis_.tokens.size() || !in_one_sentence(begin, end + 1) || name_end_[end + 1] == 0)
        return;
    Token& verb = token(end);
    if (verb.upos != Upos::verb ||
        (verb.xpos != Xpos::vbn && verb.xpos != Xpos::vbd && verb.xpos != Xpos::vbz))
        return;
    const TokenIndex subject = heads_[begin];
    const TokenIndex object = heads_[end + 1];
    if (has_preposition(begin)) return;
    if (is_above(subject, end)) {
        if (verb.head != subject) return;
        verb.head = token(subject).head;
        verb.deprel = token(subject).head == no_token ? Deprel::root : token(subject).deprel;
        token(subject).head = end;
        token(subject).deprel = Deprel::nsubj;
        verb.xpos = Xpos::vbd;
    } else if (!has_subject(end, analysis_.sentences[analysis_.sentence_of(end)]) &&
               token(subject).deprel != Deprel::nmod_poss) {
        token(subject).head = end;
        token(subject).deprel = Deprel::nsubj;
        if (verb.xpos == Xpos::vbn) verb.xpos = Xpos::vbd;
    }
    if (verb.head == object) {
        // "the bank rejected Acme" read as "rejected Acme": the verb takes the name's place.
        if (token(subject).head != end) return;
        verb.head = token(object).head;
        verb.deprel = token(object).deprel;
        token(object).head = end;
        token(object).deprel = Deprel::obj;
        return;
    }
    if (token(object).head == end || is_above(object, end)) return;
    const Deprel relation = token(object).deprel;
    if (relation == Deprel::nmod_poss || relation == Deprel::nsubj || relation == Deprel::nsubj_pass) return;
    const TokenIndex noun = token(object).head;  // "rents Bolt chips": the chips are its object
    if (relation == Deprel::compound && noun != no_token && noun > object && token(noun).head == end) return;
    token(object).head = end;
    token(object).deprel = Deprel::obj;
}

void ArgumentRepair::make_lone_subject(TokenIndex begin, TokenIndex end) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(begin)];
    TokenIndex at = end;
    while (at < sentence.tokens.end && token(at).upos == Upos::adv) ++at;
    if (at >= sentence.tokens.end) return;
    if (has_preposition(begin)) return open_clause(begin, at);
    const TokenIndex verb = finite_verb_at(at);
    const TokenIndex head = heads_[begin];
    if (verb == no_token || verb > at + max_describing + 1 || has_subject(verb, sentence) ||
        is_above(head, verb))
        return;
    const Deprel relation = token(head).deprel;
    if (relation == Deprel::conj || relation == Deprel::appos || relation == Deprel::nmod_poss ||
        token(head).head == verb)
        return;
    token(head).head = verb;
    token(head).deprel = Deprel::nsubj;
}

void ArgumentRepair::attach_appointee(TokenIndex begin, TokenIndex end) {
    if (*type_[begin] != "person") return;
    const TokenIndex person = heads_[begin];
    const TokenIndex post = token(person).head;
    if (post == no_token || post < end || post > end + max_describing || token(post).upos != Upos::noun ||
        (token(post).deprel != Deprel::obj && token(post).deprel != Deprel::xcomp))
        return;
    if (token(person).deprel != Deprel::compound && token(person).deprel != Deprel::nmod_desc &&
        token(person).deprel != Deprel::nmod_unmarked)
        return;
    const TokenIndex verb = token(post).head;
    if (verb == no_token || verb >= begin || token(verb).upos != Upos::verb) return;
    static constexpr std::array<std::string_view, 8> naming = {"appoint", "name", "elect", "make",
                                                               "crown",   "call", "brand", "hire"};
    if (std::ranges::find(naming, lower_lemma(analysis_, verb)) == naming.end()) return;
    token(person).head = verb;
    token(person).deprel = Deprel::obj;
    token(post).deprel = Deprel::xcomp;
}

void ArgumentRepair::attach_exchange(TokenIndex begin) {
    static constexpr std::array<std::string_view, 6> exchanging = {"replace", "swap",    "exchange",
                                                                   "merge",   "compare", "combine"};
    const TokenIndex name = heads_[begin];
    const TokenIndex object = token(name).head;
    if (token(name).deprel != Deprel::nmod || object == no_token || object > begin ||
        token(object).deprel != Deprel::obj)
        return;
    const TokenIndex with = before({begin, begin + 1});
    if (with == no_token || lower_form(analysis_, with) != "with") return;
    const TokenIndex verb = token(object).head;
    if (verb == no_token || std::ranges::find(exchanging, lower_lemma(analysis_, verb)) == exchanging.end())
        return;
    token(name).head = verb;
    token(name).deprel = Deprel::obl;
}

void ArgumentRepair::raise_doer(TokenIndex begin) {
    const TokenIndex doer = heads_[begin];
    const TokenIndex object = token(doer).head;
    if (token(doer).deprel != Deprel::nmod || object == no_token || object > begin ||
        heads_[object] == no_token || token(object).deprel != Deprel::nmod)
        return;
    const TokenIndex noun = token(object).head;
    if (noun == no_token || noun > object || token(noun).upos != Upos::noun) return;
    const TokenIndex by = before({begin, begin + 1});
    if (by == no_token || lower_form(analysis_, by) != "by") return;
    token(doer).head = noun;
}

void ArgumentRepair::raise_predicate(TokenIndex index) {
    Token& verb = token(index);
    if (index < 2 || index + 1 >= analysis_.tokens.size() || !in_one_sentence(index - 1, index + 1)) return;
    const bool past = verb.upos == Upos::verb && (verb.xpos == Xpos::vbn || verb.xpos == Xpos::vbd);
    if (!past || analysis_.form(index - 1) != ",") return;
    // "Acme, a firm, called the deal reckless": so does what has an object, where there is no other verb.
    const bool opens_object = token(index + 1).upos == Upos::det || token(index + 1).upos == Upos::pron;
    if (name_end_[index + 1] == 0 && !opens_object) return;
    if (verb.deprel != Deprel::acl || verb.head == no_token || token(verb.head).deprel != Deprel::appos)
        return;
    const TokenIndex top = token(verb.head).head;
    if (top == no_token || heads_[top] == no_token || top > index) return;
    if (name_end_[index + 1] == 0 && token(top).head != no_token) return;
    const TokenIndex object = heads_[index + 1];
    verb.head = token(top).head;
    verb.deprel = token(top).deprel;
    verb.xpos = Xpos::vbd;
    token(top).head = index;
    token(top).deprel = Deprel::nsubj;
    if (object == no_token || is_above(object, index)) return;
    token(object).head = index;
    token(object).deprel = Deprel::obj;
}

void ArgumentRepair::free_predicate(TokenIndex adjective) {
    Token& word = token(adjective);
    const TokenIndex noun = word.head;
    if (word.upos != Upos::adj || word.deprel != Deprel::amod || noun == no_token || noun >= adjective)
        return;
    if (adjective > noun + 2 || token(noun).deprel != Deprel::obj || token(noun).head == no_token) return;
    if (token(noun).head > noun || token(token(noun).head).upos != Upos::verb) return;
    if (!judges(lower_lemma(analysis_, token(noun).head)) || has_dependent_behind(adjective, Deprel::obl))
        return;
    word.head = token(noun).head;
    word.deprel = Deprel::xcomp;
}

void ArgumentRepair::make_relative_object(TokenIndex pronoun) {
    Token& here = token(pronoun);
    if (here.deprel != Deprel::nsubj || here.head == no_token || here.head <= pronoun + 1) return;
    if (here.xpos != Xpos::wdt && here.xpos != Xpos::wp) return;
    const TokenIndex last = std::min<TokenIndex>(here.head, pronoun + reach);
    for (TokenIndex i = pronoun + 1; i < last; ++i) {
        if (token(i).head == here.head && token(i).deprel == Deprel::nsubj) here.deprel = Deprel::obj;
    }
}

void ArgumentRepair::attach_demonstratives() {
    for (TokenIndex i = 0; i + 3 < analysis_.tokens.size(); ++i) {
        if (token(i).upos != Upos::verb || token(i + 2).upos != Upos::noun) continue;
        const std::string word = lower_form(analysis_, i + 1);
        const bool points = word == "that" || word == "this" || word == "these" || word == "those";
        const std::string_view next = analysis_.form(i + 3);
        const bool ends = next == "," || next == "." || next == ";" || next == "and" || next == "but";
        const TokenIndex noun = i + 2;
        if (!points || !ends || token(noun).head == i || !in_one_sentence(i, noun) || is_above(noun, i))
            continue;
        if (is_above(i + 1, i)) continue;
        token(noun).head = i;
        token(noun).deprel = Deprel::obj;
        token(i + 1).head = noun;
        token(i + 1).deprel = Deprel::det;
        token(i + 1).upos = Upos::det;
    }
}

void ArgumentRepair::open_clause(TokenIndex begin, TokenIndex verb) {
    const TokenIndex head = heads_[begin];
    const TokenIndex opener = before({begin, begin + 1});
    const std::string word = lower_form(analysis_, opener);
    if (word != "as" && word != "after" && word != "before" && word != "since" && word != "until") return;
    Token& said = token(verb);
    if (said.upos != Upos::verb || !is_finite(said.xpos) || token(opener).head != head) return;
    if (has_subject(verb, analysis_.sentences[analysis_.sentence_of(verb)]) || is_above(head, verb)) return;
    const bool loose = said.deprel == Deprel::advcl || said.deprel == Deprel::parataxis ||
                       said.deprel == Deprel::dep || said.deprel == Deprel::acl;
    if (!loose) return;
    token(head).head = verb;
    token(head).deprel = Deprel::nsubj;
    token(opener).head = verb;
    token(opener).deprel = Deprel::mark;
    said.deprel = Deprel::advcl;
}

bool ArgumentRepair::has_dependent_behind(TokenIndex governor, Deprel relation) const {
    const TokenIndex end =
        std::min<TokenIndex>(static_cast<TokenIndex>(analysis_.tokens.size()), governor + 2 * reach);
    for (TokenIndex i = governor + 1; i < end; ++i) {
        if (token_at(i).head == governor && token_at(i).deprel == relation) return true;
    }
    return false;
}

}  // namespace newsgraph
