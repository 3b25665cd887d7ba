#include "ingest/relation/repair/modifier_repair.hpp"

#include <algorithm>
#include <array>

#include "ingest/relation/clause.hpp"

namespace newsgraph {

namespace {

bool is_unmarked(Deprel relation) {
    return relation == Deprel::obl_unmarked || relation == Deprel::nmod_unmarked || relation == Deprel::obl ||
           relation == Deprel::appos;
}

}  // namespace

void ModifierRepair::attach_owner(TokenIndex index) {
    if (token(index).xpos == Xpos::pos && index > 0 && in_one_sentence(index - 1, index))
        attach_possessor(owner_before(index), index + 1);
    if (token(index).xpos == Xpos::prp_poss) attach_possessor(index, index + 1);
}

void ModifierRepair::attach_possessor(TokenIndex owner, TokenIndex begin) {
    const TokenIndex end = end_of_noun_phrase(begin);
    if (end == begin) return;
    TokenIndex owned = end - 1;
    if (heads_[owned] != no_token) owned = heads_[owned];
    if (owned < begin || token(owner).head == owned) return;
    if (is_above(owner, owned)) {
        // The tree has it the other way round: the owned takes the owner's place.
        if (token(owned).head != owner) return;
        token(owned).head = token(owner).head;
        token(owned).deprel = token(owner).deprel;
    }
    token(owner).head = owned;
    token(owner).deprel = Deprel::nmod_poss;
    for (TokenIndex i = begin; i + 1 < end; ++i) {
        const TokenIndex governor = token(i).head;
        const bool inside = governor != no_token && begin <= governor && governor < end;
        if (i == owned || inside || token(i).deprel == Deprel::punct || is_above(i, owned)) continue;
        token(i).head = owned;
        token(i).deprel = token(i).upos == Upos::adj ? Deprel::amod : Deprel::compound;
    }
}

void ModifierRepair::attach_modifiers(TokenIndex begin) {
    if (begin == 0 || !in_one_sentence(begin - 1, begin)) return;
    const TokenIndex head = heads_[begin];
    TokenIndex left = begin - 1;
    // "its rival Acme": no adjective.
    if (lower_form(analysis_, left) == "rival" && token(left).head == head &&
        token(left).deprel != Deprel::nmod_poss) {
        token(left).upos = Upos::noun;
        token(left).xpos = Xpos::nn;
        token(left).deprel = Deprel::nmod_desc;
        return;
    }
    // "her film "The Quiet Hill""
    if (token(left).xpos == Xpos::open_quote && left > 0 && in_one_sentence(left - 1, left)) --left;
    if (token(left).upos == Upos::noun && token(left).head == head) return;
    const Token& noun = token(left);
    const bool beside = noun.head != no_token && noun.head == token(head).head;
    if (!beside || noun.upos != Upos::noun || heads_[left] != no_token) return;
    if (token(head).deprel == Deprel::compound || token(head).deprel == Deprel::nmod_poss ||
        head > noun.head + reach)
        return;
    const bool plain = is_unmarked(token(head).deprel) || says_nothing(token(head).deprel);
    if (!plain) return;
    token(head).deprel = noun.deprel;
    const TokenIndex first = left < reach ? 0 : left - reach;
    for (TokenIndex i = first; i < left; ++i) {
        const Deprel relation = token(i).deprel;
        if (token(i).head == left && (relation == Deprel::case_ || relation == Deprel::det))
            token(i).head = head;
    }
    token(left).head = head;
    token(left).deprel = Deprel::nmod_desc;
}

void ModifierRepair::attach_place_of_base(TokenIndex begin, TokenIndex end) {
    if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != "-" || !in_one_sentence(begin, end + 2))
        return;
    const std::string word = lower_form(analysis_, end + 1);
    if (word != "based" && word != "headquartered" && word != "born") return;
    const TokenIndex based = end + 1;
    const TokenIndex noun_end = end_of_noun_phrase(based + 1);
    if (noun_end == based + 1) return;
    TokenIndex noun = noun_end - 1;
    if (heads_[noun] != no_token) noun = heads_[noun];
    const TokenIndex place = heads_[begin];
    if (is_above(based, noun) || is_above(place, noun)) return;
    Token& verb = token(based);
    verb.upos = Upos::verb;
    verb.xpos = Xpos::vbn;
    verb.lemma = word == "based" ? "base" : word == "born" ? "bear" : "headquarter";
    verb.head = noun;
    verb.deprel = Deprel::amod;
    token(place).head = based;
    token(place).deprel = Deprel::obl_unmarked;
}

void ModifierRepair::attach_doer_of_participle(TokenIndex begin, TokenIndex end) {
    if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != "-" ||
        !in_one_sentence(begin, end + 2) || name_end_[end + 2] == 0 || *type_[begin] == "place")
        return;
    const TokenIndex participle = end + 1;
    if (token(participle).xpos != Xpos::vbn && token(participle).xpos != Xpos::vbd) return;
    const TokenIndex doer = heads_[begin];
    const TokenIndex noun = heads_[end + 2];
    if (doer == no_token || noun == no_token || is_above(participle, noun) || is_above(doer, noun)) return;
    token(participle).head = noun;
    token(participle).deprel = Deprel::amod;
    token(participle).xpos = Xpos::vbn;
    token(doer).head = participle;
    token(doer).deprel = Deprel::compound;
    token(end).head = doer;
    token(end).deprel = Deprel::punct;
}

void ModifierRepair::attach_relative(TokenIndex begin, TokenIndex end) {
    if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != ",") return;
    TokenIndex pronoun = end + 1;
    if (token(pronoun).upos == Upos::adp) ++pronoun;
    const Xpos tag = token(pronoun).xpos;
    const bool relative = tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::wp_poss || tag == Xpos::wrb;
    if (!relative || !in_one_sentence(begin, pronoun)) return;
    const TokenIndex head = heads_[begin];
    TokenIndex verb = pronoun;
    for (std::size_t step = 0; step < 8 && verb != no_token; ++step) {
        if (token(verb).deprel == Deprel::acl_relcl) break;
        verb = token(verb).head;
    }
    if (verb == no_token || token(verb).deprel != Deprel::acl_relcl) verb = stray_relative(pronoun, head);
    if (verb == no_token || token(verb).deprel != Deprel::acl_relcl || token(verb).head == head) return;
    // A description of the name may be what the clause hangs on: "Acme, a firm, which".
    if (token(verb).head != no_token && token(verb).head > end) return;
    if (!is_above(verb, head)) token(verb).head = head;
}

void ModifierRepair::name_description(TokenIndex begin, TokenIndex end) {
    if (begin < 3 || end >= analysis_.tokens.size() || !in_one_sentence(begin - 3, end)) return;
    const TokenIndex comma = token(begin - 1).upos == Upos::det ? begin - 2 : begin - 1;
    if (comma < 2 || analysis_.form(comma) != ",") return;
    const std::string_view next = analysis_.form(end);
    if (next != "," && next != "." && next != ";" && next != ")") return;
    if (next == "," && end + 1 < analysis_.tokens.size()) {
        const std::string after = lower_form(analysis_, end + 1);
        if (after == "and" || after == "or" || name_end_[end + 1] != 0) return;  // a list
    }
    const TokenIndex noun = comma - 1;
    const TokenIndex head = heads_[begin];
    if (token(noun).upos != Upos::noun || is_time_noun(lower_lemma(analysis_, noun)) ||
        heads_[noun] != no_token)
        return;
    if (!opens_with_determiner(noun) || token(head).head == noun || token(noun).head == head) return;
    if (is_above(head, noun)) return;
    const Deprel relation = token(head).deprel;
    const TokenIndex governor = token(head).head;
    token(head).head = noun;
    token(head).deprel = Deprel::appos;
    // "its product, Lux, runs": what the name was to the verb is the noun's.
    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    if (subject && governor != no_token && !is_above(noun, governor)) {
        token(noun).head = governor;
        token(noun).deprel = relation;
    } else {
        make_described_subject(noun, end);
    }
}

void ModifierRepair::attach_participle(TokenIndex begin, TokenIndex end) {
    if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != "," || !in_one_sentence(begin, end + 2))
        return;
    attach_participle_to(heads_[begin], end + 1);
}

void ModifierRepair::name_work(TokenIndex begin) {
    if (*type_[begin] != "work") return;
    const TokenIndex head = heads_[begin];
    const TokenIndex verb = token(head).head;
    if (verb == no_token || verb < head || token(head).deprel != Deprel::nsubj) return;
    if (token(verb).deprel != Deprel::acl_relcl && token(verb).deprel != Deprel::acl) return;
    const TokenIndex noun = token(verb).head;
    const TokenIndex left = before({begin, begin + 1});
    if (noun == no_token || noun != left || token(noun).upos != Upos::noun || heads_[noun] != no_token ||
        !in_one_sentence(noun, verb))
        return;
    token(verb).head = token(noun).head;
    token(verb).deprel = token(noun).deprel;
    token(noun).head = head;
    token(noun).deprel = Deprel::nmod_desc;
}

void ModifierRepair::attach_belonging(TokenIndex begin, TokenIndex end) {
    if (end + 1 >= analysis_.tokens.size() || !in_one_sentence(begin, end + 1)) return;
    const bool is_person = *type_[begin] == "person";
    const bool is_event = *type_[begin] == "event";
    const std::string preposition = lower_form(analysis_, end);
    // "works at the Moss Institute in Ghent": a body that is no subject.
    const bool is_body = *type_[begin] == "organization" && has_preposition(begin) && !follows_result(begin);
    if (!(is_person && (preposition == "of" || preposition == "at")) &&
        !((is_event || is_body) && preposition == "in"))
        return;
    const TokenIndex limit = analysis_.sentences[analysis_.sentence_of(begin)].tokens.end;
    const TokenIndex next = is_person ? skip_to_name(end + 1, limit) : end + 1;
    if (next >= limit || name_end_[next] == 0 || type_[next] == nullptr) return;
    const bool titled = is_person && begin > 0 && in_one_sentence(begin - 1, begin) &&
                        (token(begin - 1).upos == Upos::noun || token(begin - 1).upos == Upos::propn);
    if (*type_[next] != (is_person ? "organization" : "place") &&
        !(titled && preposition == "of" && *type_[next] == "place"))
        return;
    const TokenIndex owner = heads_[begin];
    const TokenIndex body = heads_[next];
    const TokenIndex governor = token(body).head;
    const Deprel relation = token(body).deprel;
    const bool within = governor != no_token && begin <= governor && governor < end;
    const bool loose =
        governor != no_token && !within && (relation == Deprel::obl || relation == Deprel::nmod);
    if (!loose || is_above(body, owner)) return;
    token(body).head = owner;
    token(body).deprel = Deprel::nmod;
}

void ModifierRepair::attach_description(TokenIndex begin, TokenIndex end) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(begin)];
    if (end + 2 >= sentence.tokens.end || analysis_.form(end) != ",") return;
    const TokenIndex head = heads_[begin];
    const TokenIndex noun = described_by(end + 1, sentence.tokens.end);
    if (noun == no_token || noun <= end || noun > end + max_description || !sentence.tokens.contains(noun))
        return;
    if (token(noun).head == head && token(noun).deprel == Deprel::appos) return;
    const Deprel relation = token(noun).deprel;
    // A second subject after its verb is none: "runs on Acme, a system made …".
    const bool before_verb = token(noun).head != no_token && token(noun).head > noun;
    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    const bool leads = (subject && before_verb) || relation == Deprel::conj || relation == Deprel::root ||
                       token(head).head == noun;
    if (leads) {
        // "Acme, the firm that …, fell": the name is the subject, if a comma closes the description.
        const TokenIndex governor = token(noun).head;
        const bool hangs = token(head).head == noun;
        if (!hangs && (has_preposition(begin) || !closes(noun, sentence.tokens.end))) return;
        if (relation == Deprel::conj) return;
        const bool beside =
            token(head).head == noun || token(head).head == governor || says_nothing(token(head).deprel);
        if (!beside || relation == Deprel::root) return;
        token(head).head = governor;
        token(head).deprel = relation;
        move_conjuncts(noun, head);
    } else if (is_above(noun, head)) {
        return;
    }
    token(noun).head = head;
    token(noun).deprel = Deprel::appos;
}

void ModifierRepair::attach_participles_to_nouns() {
    for (TokenIndex i = 0; i + 2 < analysis_.tokens.size(); ++i) {
        const std::string word = lower_form(analysis_, i + 2);
        if (token(i).upos != Upos::noun || (word != "by" && word != "from") || !in_one_sentence(i, i + 2))
            continue;
        Token& verb = token(i + 1);
        const bool after_preposition = i > 0 && token(i - 1).upos == Upos::adp;
        if (after_preposition && token(i).head == i + 1 && verb.head != no_token && verb.upos == Upos::verb) {
            token(i).head = verb.head;
            token(i).deprel = Deprel::obl;
            verb.head = i;
            verb.deprel = Deprel::acl;
            verb.xpos = Xpos::vbn;
        } else if (verb.xpos == Xpos::vbn) {
            attach_participle_to(i, i + 1);
        } else if (verb.upos == Upos::verb && word == "by" && verb.deprel == Deprel::advcl &&
                   verb.lemma == analysis_.form(i + 1)) {
            verb.xpos = Xpos::vbn;  // "the firm run by Ana Roe"
            attach_participle_to(i, i + 1);
        }
    }
}

void ModifierRepair::dissolve_own(TokenIndex own) {
    if (own < 3 || lower_form(analysis_, own) != "own" || token(own - 1).xpos != Xpos::pos) return;
    const TokenIndex owner = owner_before(own - 1);
    const TokenIndex noun = token(own).head;
    if (owner == no_token || noun == no_token || noun > owner || token(own).deprel != Deprel::nmod) return;
    if (own - noun > reach || token(owner).head != own ||
        (token(noun).upos != Upos::noun && token(noun).upos != Upos::propn))
        return;
    const std::size_t last = std::min<std::size_t>(analysis_.tokens.size(), own + 4 * reach);
    for (TokenIndex i = noun + 1; i < last; ++i) {
        if (token(i).head != own || i == owner) continue;
        token(i).head = noun;
        if (token(i).deprel == Deprel::case_) token(i).deprel = Deprel::dep;
    }
    token(owner).head = noun;
    token(own).deprel = Deprel::dep;
}

void ModifierRepair::cut_appositions() {
    std::vector<std::uint32_t> semicolons(analysis_.tokens.size() + 1, 0);
    for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i)
        semicolons[i + 1] = semicolons[i] + (analysis_.form(i) == ";" ? 1 : 0);
    for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
        Token& here = token(i);
        if (here.deprel != Deprel::appos || here.head == no_token) continue;
        const auto [low, high] = std::minmax(i, here.head);
        if (semicolons[high] != semicolons[low]) here.deprel = Deprel::parataxis;
    }
}

TokenIndex ModifierRepair::stray_relative(TokenIndex pronoun, TokenIndex head) {
    if (token(pronoun).deprel != Deprel::nsubj && token(pronoun).deprel != Deprel::nsubj_pass)
        return no_token;
    TokenIndex verb = token(pronoun).head;
    if (verb != no_token && token(verb).upos == Upos::aux) verb = token(verb).head;
    if (verb == no_token || verb < pronoun || token(verb).upos != Upos::verb) return no_token;
    switch (token(verb).deprel) {
        case Deprel::advcl:
        case Deprel::conj:
        case Deprel::parataxis:
        case Deprel::ccomp:
        case Deprel::acl:
        case Deprel::dep:
            break;
        default:
            return no_token;
    }
    if (is_above(verb, head)) return no_token;
    token(pronoun).head = verb;
    token(verb).deprel = Deprel::acl_relcl;
    for (TokenIndex i = pronoun + 1; i < verb; ++i) {
        if (token(i).head == verb && token(i).deprel == Deprel::mark) token(i).deprel = Deprel::advmod;
    }
    return verb;
}

bool ModifierRepair::opens_with_determiner(TokenIndex noun) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(noun)];
    for (TokenIndex i = noun; i > sentence.tokens.begin && noun - i < max_description;) {
        --i;
        const Token& word = token(i);
        if (word.upos == Upos::det || word.xpos == Xpos::prp_poss || word.xpos == Xpos::pos ||
            word.xpos == Xpos::wp_poss) {
            const bool fronted = i == sentence.tokens.begin + 1 && token(i - 1).upos == Upos::adp;
            return !fronted;
        }
        const bool modifies = word.upos == Upos::adj || word.upos == Upos::noun || word.upos == Upos::num ||
                              word.upos == Upos::propn || word.upos == Upos::adv ||
                              word.upos == Upos::punct || word.xpos == Xpos::vbg || word.xpos == Xpos::vbn;
        if (!modifies || analysis_.form(i) == ",") return false;
    }
    return false;
}

void ModifierRepair::make_described_subject(TokenIndex noun, TokenIndex comma) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(noun)];
    if (analysis_.form(comma) != "," || comma + 1 >= sentence.tokens.end) return;
    const TokenIndex verb = finite_verb_at(comma + 1);
    if (verb == no_token || is_above(noun, verb)) return;
    if (token(noun).head == verb) return;
    if (has_subject(verb, sentence)) return open_adverbial(noun, verb);
    token(noun).head = verb;
    token(noun).deprel = Deprel::nsubj;
}

void ModifierRepair::open_adverbial(TokenIndex noun, TokenIndex verb) {
    const TokenIndex governor = token(noun).head;
    if (token(verb).deprel != Deprel::conj || token(noun).deprel != Deprel::obl || governor == no_token ||
        token(verb).head != governor)
        return;
    static constexpr std::array<std::string_view, 5> openers = {"after", "before", "since", "until", "as"};
    for (TokenIndex i = noun; i-- > 0 && noun - i < max_description;) {
        if (token(i).head != noun || token(i).deprel != Deprel::case_) continue;
        if (std::ranges::find(openers, lower_form(analysis_, i)) == openers.end()) return;
        token(i).head = verb;
        token(i).deprel = Deprel::mark;
        token(verb).deprel = Deprel::advcl;
        token(noun).head = verb;
        token(noun).deprel = Deprel::nsubj;
        return;
    }
}

void ModifierRepair::attach_participle_to(TokenIndex noun, TokenIndex index) {
    Token& verb = token(index);
    if (verb.upos != Upos::verb || (verb.xpos != Xpos::vbn && verb.xpos != Xpos::vbd)) return;
    if (token(index + 1).upos != Upos::adp || verb.head == noun || verb.head == no_token) return;
    if (verb.deprel == Deprel::root || verb.deprel == Deprel::conj) return;
    if (lower_form(analysis_, index) == "compared") return;  // "scored 71% on Quiz, compared with 68%"
    if (has_subject(index, analysis_.sentences[analysis_.sentence_of(index)]) || is_above(index, noun))
        return;
    verb.head = noun;
    verb.deprel = Deprel::acl;
    verb.xpos = Xpos::vbn;
}

bool ModifierRepair::follows_result(TokenIndex begin) const {
    const TokenIndex left = before({begin, begin + 1});
    if (left == no_token) return false;
    const std::string word = lower_form(analysis_, left);
    return word == "to" || word == "against" || word == "over" || word == "with";
}

TokenIndex ModifierRepair::described_by(TokenIndex opener, TokenIndex limit) {
    // "once a lawyer": a tree may take the adverb for a conjunction.
    while (opener + 1 < limit && (token(opener).upos == Upos::adv || lower_form(analysis_, opener) == "once"))
        ++opener;
    const std::string word = lower_form(analysis_, opener);
    if (word == "one") return opener;
    TokenIndex noun = no_token;
    if (word == "a" || word == "an" || word == "the" || word == "another" ||
        token(opener).xpos == Xpos::prp_poss) {
        noun = token(opener).head;
        if (noun != no_token && token(noun).deprel == Deprel::nmod_poss) noun = token(noun).head;
    } else if (name_end_[opener] != 0 && name_end_[opener] < limit &&
               token(name_end_[opener]).xpos == Xpos::pos &&
               token(heads_[opener]).deprel == Deprel::nmod_poss) {
        noun = token(heads_[opener]).head;
    }
    if (noun == no_token || token(noun).upos != Upos::noun) return no_token;
    return noun;
}

bool ModifierRepair::closes(TokenIndex noun, TokenIndex limit) const {
    for (TokenIndex i = noun + 1; i < limit && i < noun + max_description; ++i) {
        const std::string_view form = analysis_.form(i);
        if (form == "," || form == "\u2014" || form == ")") return true;
        const Token& word = token_at(i);
        if (word.upos == Upos::aux || (word.upos == Upos::verb && word.head == no_token)) return false;
    }
    return false;
}

void ModifierRepair::move_conjuncts(TokenIndex from, TokenIndex to) {
    const TokenIndex last =
        std::min<TokenIndex>(static_cast<TokenIndex>(analysis_.tokens.size()), from + 2 * reach);
    for (TokenIndex i = from + 1; i < last; ++i) {
        if (token(i).head == from && token(i).deprel == Deprel::conj) token(i).head = to;
    }
}

}  // namespace newsgraph
