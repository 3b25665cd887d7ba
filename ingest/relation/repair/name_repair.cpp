#include "ingest/relation/repair/name_repair.hpp"

#include <algorithm>
#include <array>

#include "ingest/relation/clause.hpp"

namespace newsgraph {

namespace {

/// A name is no clause: "the bank ING" is no bank that "ings".
Deprel nominal(Deprel relation, bool before_governor) {
    switch (relation) {
        case Deprel::acl:
        case Deprel::acl_relcl:
            return Deprel::appos;
        case Deprel::amod:
        case Deprel::advmod:
            return before_governor ? Deprel::compound : Deprel::appos;
        case Deprel::xcomp:
        case Deprel::ccomp:
            return Deprel::obj;
        case Deprel::csubj:
            return Deprel::nsubj;
        case Deprel::csubj_pass:
            return Deprel::nsubj_pass;
        case Deprel::aux:
        case Deprel::cop:
        case Deprel::mark:
        case Deprel::det:
        case Deprel::advcl:
            return Deprel::obl;
        default:
            return relation;
    }
}

}  // namespace

void NameRepair::count_depths() {
    const Dependents dependents(analysis_);
    depth_.assign(analysis_.tokens.size(), 0);
    std::vector<TokenIndex> order;
    for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
        if (token(i).head == no_token) order.push_back(i);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const TokenIndex child : dependents.of(order[next])) {
            depth_[child] = depth_[order[next]] + 1;
            order.push_back(child);
        }
    }
}

void NameRepair::hold_together(TokenRange name) {
    if (name.empty() || name_end_[name.begin] >= name.end) return;  // within a wider one
    name_end_[name.begin] = name.end;
    TokenIndex head = no_token;
    for (TokenIndex i = name.begin; i < name.end; ++i) {
        const TokenIndex governor = token(i).head;
        const bool leads_out = governor == no_token || !name.contains(governor);
        if (leads_out && (head == no_token || depth_[i] < depth_[head])) head = i;
    }
    if (head == no_token) return;
    // "Against the Tide": a preposition that opens a name marks nothing.
    if (name.size() > 1 && token(name.begin).upos == Upos::adp) {
        token(name.begin).upos = Upos::propn;
        if (token(name.begin).deprel == Deprel::case_) token(name.begin).deprel = Deprel::compound;
    }
    // "the Bank of Ghent": a word within the name that the parser made its head stays so.
    for (TokenIndex i = name.begin; i < name.end; ++i) {
        Token& word = token(i);
        if (i != head && (word.head == no_token || !name.contains(word.head))) {
            word.head = head;
            word.deprel = i < head ? Deprel::compound : Deprel::flat;
        }
        if (word.upos != Upos::adp && word.upos != Upos::det && word.upos != Upos::punct &&
            word.upos != Upos::cconj && word.upos != Upos::num && word.upos != Upos::part) {
            word.upos = Upos::propn;
            word.xpos = Xpos::nnp;
        }
    }
    Token& top = token(head);
    const bool was_verb = verb_[head];
    top.upos = Upos::propn;
    top.deprel = nominal(top.deprel, head < top.head);
    for (TokenIndex i = name.begin; i < name.end; ++i) heads_[i] = head;
    move_outer_dependents(name, head);
    if (was_verb) give_place_to_verb(name, head);
    take_preposition(name, head);
    attach_name(name, head);
}

void NameRepair::take_honorific(TokenIndex begin) {
    if (begin == 0 || !in_one_sentence(begin - 1, begin)) return;
    const TokenIndex title = begin - 1;
    const TokenIndex head = heads_[begin];
    const std::string word = lower_form(analysis_, title);
    static constexpr std::array<std::string_view, 14> honorifics = {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "prof", "prof."};
    if (head == no_token || std::ranges::find(honorifics, word) == honorifics.end()) return;
    Token& honorific = token(title);
    honorific.upos = Upos::propn;
    honorific.xpos = Xpos::nnp;
    const bool name_below = is_above(title, head);
    const bool gives_place = name_below || says_nothing(token(head).deprel) ||
                             (honorific.head == token(head).head && token(head).deprel != Deprel::nmod_poss);
    if (honorific.head == head) return;
    if (gives_place) {
        token(head).head = honorific.head;
        if (honorific.deprel != Deprel::compound && honorific.deprel != Deprel::nmod_desc)
            token(head).deprel = honorific.deprel;
    }
    if (is_above(title, head)) return;
    move_dependents(title, head);
    honorific.head = head;
    honorific.deprel = Deprel::nmod_desc;
}

void NameRepair::take_title(TokenIndex begin) {
    if (begin == 0 || !in_one_sentence(begin - 1, begin)) return;
    const TokenIndex index = begin - 1;
    const TokenIndex head = heads_[begin];
    if (head == no_token || token(head).head != index || heads_[index] != no_token) return;
    Token& title = token(index);
    const bool named = title.upos == Upos::propn && title.xpos != Xpos::pos &&
                       (token(head).deprel == Deprel::flat || token(head).deprel == Deprel::compound);
    const bool described =
        title.upos == Upos::noun && title.xpos == Xpos::nn && token(head).deprel == Deprel::appos;
    if (!named && !described) return;
    token(head).head = title.head;
    token(head).deprel = title.deprel;
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(index)];
    const TokenIndex first = std::max(sentence.tokens.begin, index < reach ? 0 : index - reach);
    const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, index + 2 * reach);
    for (TokenIndex i = first; i < last; ++i) {
        const Deprel relation = token(i).deprel;
        const bool own = i < index && (relation == Deprel::compound || relation == Deprel::amod ||
                                       relation == Deprel::nmod_poss || relation == Deprel::det);
        if (i != head && token(i).head == index && !own) token(i).head = head;
    }
    title.head = head;
    title.deprel = Deprel::nmod_desc;
    title.upos = Upos::noun;
    title.xpos = Xpos::nn;
}

void NameRepair::describe_person(TokenRange name) {
    const TokenIndex head = heads_[name.begin];
    if (head == no_token) return;
    if (is_named_holder(name)) token(head).deprel = Deprel::appos;
    if (token(head).deprel != Deprel::appos) return;
    const TokenIndex noun = token(head).head;
    if (noun != no_token && noun < head && heads_[noun] != no_token) describe_by_post(head, noun);
    if (noun == no_token || noun > head || token(noun).deprel != Deprel::nmod || heads_[noun] != no_token)
        return;
    const TokenIndex title = token(noun).head;
    if (title == no_token || title > noun || token(title).upos != Upos::noun || is_above(head, title)) return;
    token(head).head = title;
}

void NameRepair::give_place_to_verb(TokenRange name, TokenIndex head) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(head)];
    const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, name.end + 2 * reach);
    for (TokenIndex verb = name.end; verb < last; ++verb) {
        Token& next = token(verb);
        if (next.head != head || next.upos != Upos::verb || next.xpos == Xpos::vbg) continue;
        if (next.deprel != Deprel::conj && next.deprel != Deprel::parataxis && next.deprel != Deprel::ccomp &&
            next.deprel != Deprel::dep)
            continue;
        next.head = token(head).head;
        next.deprel = token(head).deprel;
        if (next.xpos == Xpos::vb || next.xpos == Xpos::vbn) next.xpos = Xpos::vbd;
        token(head).head = verb;
        token(head).deprel = Deprel::nsubj;
        for (TokenIndex i = verb + 1; i < last; ++i) {
            if (token(i).head == head) token(i).head = verb;
        }
        // A description between commas that was the next verb's subject is the name's.
        for (TokenIndex i = name.end; i < verb; ++i) {
            if (token(i).head != verb || token(i).deprel != Deprel::nsubj) continue;
            token(i).head = head;
            token(i).deprel = Deprel::appos;
        }
        return;
    }
}

void NameRepair::take_preposition(TokenRange name, TokenIndex head) {
    const TokenIndex index = before(name);
    if (index == no_token || !in_one_sentence(index, head) || token(index).upos != Upos::adp) return;
    if (token(index).deprel == Deprel::mark && token(index).head == head) token(index).deprel = Deprel::case_;
    const bool modifies = token(head).head != no_token && token(head).head > head;
    if (modifies || token(index).deprel != Deprel::case_ || token(index).head == head) return;
    if (token(index).head > name.end && token(index).head != no_token) return;
    token(index).head = head;
    if (token(head).deprel == Deprel::nmod_unmarked) token(head).deprel = Deprel::nmod;
    if (token(head).deprel == Deprel::obl_unmarked || token(head).deprel == Deprel::obj)
        token(head).deprel = Deprel::obl;
}

void NameRepair::attach_name(TokenRange name, TokenIndex head) {
    const TokenIndex governor = token(head).head;
    const bool of_a_verb =
        governor != no_token && token(head).deprel == Deprel::appos && token(governor).upos == Upos::verb;
    if (governor == no_token || (!says_nothing(token(head).deprel) && !of_a_verb)) return;
    const TokenIndex left = before(name);
    if (left != no_token && in_one_sentence(left, head) && token(left).upos == Upos::verb &&
        !is_above(head, left)) {
        token(head).head = left;
        token(head).deprel = Deprel::obj;
    } else if (left != no_token && token(left).upos == Upos::adp && token(left).head == head) {
        token(head).deprel = token(governor).upos == Upos::verb ? Deprel::obl : Deprel::nmod;
    } else if (token(governor).upos == Upos::verb) {
        token(head).deprel = head < governor ? Deprel::nsubj : Deprel::obj;
    }
}

bool NameRepair::is_named_holder(TokenRange name) {
    const TokenIndex head = heads_[name.begin];
    const TokenIndex owner = token(head).head;
    if (token(head).deprel != Deprel::conj || owner == no_token || owner > head) return false;
    if (name.end >= analysis_.tokens.size() || !in_one_sentence(owner, name.end)) return false;
    const TokenIndex next = name.end + 1;
    const bool goes_on = next < analysis_.tokens.size() && in_one_sentence(owner, next) &&
                         lower_form(analysis_, next) == "and";
    if (analysis_.form(name.begin - 1) != "," || goes_on) return false;
    if (analysis_.form(name.end) != "," && analysis_.form(name.end) != ".") return false;
    TokenIndex first = owner;
    while (first > 0 && heads_[first - 1] != no_token && heads_[first - 1] == heads_[owner]) --first;
    return type_[first] != nullptr && *type_[first] != "person";
}

void NameRepair::describe_by_post(TokenIndex person, TokenIndex body) {
    TokenIndex first = body;
    while (first > 0 && heads_[first - 1] == body && in_one_sentence(first - 1, body)) --first;
    const TokenIndex preposition = before({first, body + 1});
    if (preposition == no_token || preposition == 0 || !in_one_sentence(preposition - 1, body)) return;
    const std::string word = lower_form(analysis_, preposition);
    const TokenIndex post = preposition - 1;
    if ((word != "at" && word != "of") || token(post).upos != Upos::noun || heads_[post] != no_token) return;
    if (is_above(person, post) || is_above(body, post)) return;
    token(person).head = post;
    token(body).head = post;
    token(body).deprel = Deprel::nmod;
}

void NameRepair::move_outer_dependents(TokenRange name, TokenIndex head) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(head)];
    const TokenIndex first = std::max(sentence.tokens.begin, name.begin < reach ? 0 : name.begin - reach);
    const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, name.end + reach);
    for (TokenIndex i = first; i < last; ++i) {
        const TokenIndex governor = token(i).head;
        if (name.contains(i) || governor == no_token || governor == head || !name.contains(governor))
            continue;
        token(i).head = head;
    }
}

}  // namespace newsgraph
