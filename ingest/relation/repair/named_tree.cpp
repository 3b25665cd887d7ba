#include "ingest/relation/repair/named_tree.hpp"

#include <algorithm>
#include <array>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {

std::vector<const Mention*> widest_names(const Analysis& analysis, const Entities& entities) {
    std::vector<const Mention*> names(analysis.tokens.size(), nullptr);
    for (const Mention& mention : entities.mentions) {
        if (mention.kind != MentionKind::name) continue;
        for (TokenIndex i = mention.tokens.begin; i < mention.tokens.end; ++i) {
            if (names[i] == nullptr || names[i]->tokens.size() < mention.tokens.size()) names[i] = &mention;
        }
    }
    return names;
}

bool TreePart::is_above(TokenIndex candidate, TokenIndex below) const {
    return leads_up_to(analysis_, below, candidate);
}

void TreePart::move_dependents(TokenIndex from, TokenIndex to) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(from)];
    const TokenIndex first = std::max(sentence.tokens.begin, from < reach ? 0 : from - reach);
    const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, from + reach);
    for (TokenIndex i = first; i < last; ++i) {
        if (i != to && token(i).head == from && !is_above(i, to)) token(i).head = to;
    }
}

TokenIndex TreePart::before(TokenRange name) const {
    TokenIndex at = name.begin;
    while (at > 0 && analysis_.tokens[at - 1].upos == Upos::det) --at;
    return at == 0 ? no_token : at - 1;
}

bool TreePart::in_one_sentence(TokenIndex a, TokenIndex b) const {
    return analysis_.sentence_of(a) == analysis_.sentence_of(b);
}

bool TreePart::has_preposition(TokenIndex begin) const {
    const TokenIndex left = before({begin, begin + 1});
    return left != no_token && in_one_sentence(left, begin) && token_at(left).upos == Upos::adp;
}

TokenIndex TreePart::finite_verb_at(TokenIndex at) const {
    const Token& form = token_at(at);
    if (form.upos == Upos::aux) return form.head != no_token && form.head > at ? form.head : at;
    return is_finite(form.xpos) ? at : no_token;
}

bool TreePart::has_subject(TokenIndex verb, const Sentence& sentence) const {
    const TokenIndex first = std::max(sentence.tokens.begin, verb < 4 * reach ? 0 : verb - 4 * reach);
    for (TokenIndex i = first; i < verb; ++i) {
        if (token_at(i).head != verb) continue;
        switch (token_at(i).deprel) {
            case Deprel::nsubj:
            case Deprel::nsubj_pass:
            case Deprel::csubj:
            case Deprel::csubj_pass:
            case Deprel::expl:
            case Deprel::nsubj_outer:
                return true;
            default:
                break;
        }
    }
    // A coordinated verb has the first one's.
    return token_at(verb).deprel == Deprel::conj || token_at(verb).deprel == Deprel::acl_relcl;
}

TokenIndex TreePart::owner_before(TokenIndex mark) {
    if (heads_[mark - 1] != no_token) return heads_[mark - 1];
    const TokenIndex governor = token(mark).head;
    return governor != no_token && governor < mark && governor + reach > mark ? governor : mark - 1;
}

TokenIndex TreePart::end_of_noun_phrase(TokenIndex begin) {
    const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(begin - 1)];
    const TokenIndex limit = std::min<TokenIndex>(sentence.tokens.end, begin + max_description);
    TokenIndex end = begin;
    for (TokenIndex i = begin; i < limit; ++i) {
        if (name_end_[i] != 0) {
            // "its export rules Acme cannot sell": after a plural, a name alone is another phrase.
            const bool plural = i > begin && token(i - 1).xpos == Xpos::nns;
            const bool listed = name_end_[i] < limit && (analysis_.form(name_end_[i]) == "," ||
                                                         lower_form(analysis_, name_end_[i]) == "and");
            if (name_end_[i] > limit || (plural && !listed)) break;
            i = name_end_[i] - 1;
            end = i + 1;
            continue;
        }
        const Token& word = token(i);
        if (word.upos == Upos::noun || word.upos == Upos::propn) {
            end = i + 1;
            continue;
        }
        const bool modifies = word.upos == Upos::adj || word.upos == Upos::num || word.upos == Upos::adv ||
                              word.xpos == Xpos::vbg || word.xpos == Xpos::vbn || word.xpos == Xpos::hyph ||
                              analysis_.form(i) == "-";
        if (!modifies || (word.upos == Upos::adv && end > begin)) break;
    }
    return end;
}

TokenIndex TreePart::skip_to_name(TokenIndex at, TokenIndex limit) {
    if (at < limit && token(at).upos == Upos::det) ++at;
    const bool owned =
        at < limit && name_end_[at] != 0 && name_end_[at] < limit && token(name_end_[at]).xpos == Xpos::pos;
    if (owned) return name_end_[at] + 1;
    for (std::size_t i = 0; i < max_describing && at < limit && name_end_[at] == 0; ++i) {
        if (token(at).upos != Upos::noun && token(at).upos != Upos::adj) break;
        ++at;
    }
    return at;
}

bool TreePart::says_nothing(Deprel relation) {
    switch (relation) {
        case Deprel::discourse:
        case Deprel::dep:
        case Deprel::vocative:
        case Deprel::flat:
        case Deprel::goeswith:
        case Deprel::list:
        case Deprel::reparandum:
        case Deprel::fixed:
        case Deprel::orphan:
        case Deprel::expl:
        case Deprel::compound_prt:
        case Deprel::dislocated:
            return true;
        default:
            return false;
    }
}

bool TreePart::is_time_noun(std::string_view lemma) {
    static constexpr std::array<std::string_view, 14> nouns = {
        "year",   "month", "week",    "day",    "spring", "summer", "autumn",
        "winter", "fall",  "quarter", "decade", "season", "night",  "morning"};
    return std::ranges::find(nouns, lemma) != nouns.end();
}

bool TreePart::gives(std::string_view verb) {
    static constexpr std::array<std::string_view, 14> giving = {"give",  "hand",  "award", "offer", "lend",
                                                                "grant", "pay",   "sell",  "send",  "bring",
                                                                "leave", "lease", "loan",  "fine"};
    return std::ranges::find(giving, verb) != giving.end();
}

}  // namespace newsgraph
