#include "ingest/relation/repair/elisions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/repair/named_tree.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {
namespace {

constexpr TokenIndex max_phrase = 8;    // tokens from an article to the noun that it belongs to
constexpr TokenIndex max_between = 24;  // tokens between the two halves of "… on speed and … on price"
constexpr std::size_t max_climb = 64;   // steps up a tree: keeps this linear

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// Repairs one analysis in place.
class Restorer {
  public:
    Restorer(Analysis& analysis, const Entities& entities)
        : analysis_(analysis), entities_(entities), name_(widest_names(analysis, entities)) {}

    void restore() {
        for (const Sentence& sentence : analysis_.sentences) {
            end_ = sentence.tokens.end;
            begin_ = sentence.tokens.begin;
            for (TokenIndex i = begin_; i + 2 < end_; ++i) {
                const std::string word = lower_form(analysis_, i);
                if (word == "with") i = restore_absolute(i);
                if (word == "and" || word == "but") restore_gapped(i);
                if (word == ",") attach_whereabouts(i);
            }
        }
    }

  private:
    Token& token(TokenIndex index) { return analysis_.tokens[index]; }
    const Token& token(TokenIndex index) const { return analysis_.tokens[index]; }

    bool is_above(TokenIndex candidate, TokenIndex below) const {
        return leads_up_to(analysis_, below, candidate);
    }

    /// The word of a name that the others hang on.
    TokenIndex head_of(const Mention& name) const {
        for (TokenIndex i = name.tokens.begin; i < name.tokens.end; ++i) {
            if (token(i).head == no_token || !name.tokens.contains(token(i).head)) return i;
        }
        return name.head;
    }

    const std::string& type_of(const Mention& name) const {
        return entities_.entities[index_of(name.entity)].type;
    }

    /// A noun phrase, or a name: where it ends, and its head. An empty one ends where it begins.
    struct Phrase {
        TokenIndex end = 0;
        TokenIndex head = no_token;
    };

    Phrase phrase_at(TokenIndex begin) const {
        Phrase phrase{begin, no_token};
        for (TokenIndex i = begin; i < end_ && i < begin + max_phrase;) {
            if (name_[i] != nullptr && name_[i]->tokens.begin == i) {
                phrase = {name_[i]->tokens.end, head_of(*name_[i])};
                i = phrase.end;
                if (i < end_ && token(i).xpos == Xpos::pos) {
                    ++i;
                    phrase = {i, no_token};
                }
                continue;
            }
            const Token& word = token(i);
            if (word.upos == Upos::noun || word.upos == Upos::propn) {
                phrase = {i + 1, i};
            } else if (word.upos != Upos::det && word.upos != Upos::adj && word.upos != Upos::num &&
                       word.xpos != Xpos::prp_poss && word.xpos != Xpos::pos) {
                break;
            }
            ++i;
        }
        return phrase;
    }

    // --- "with Acme leading the round and Bolt joining"

    /// The heads of "Bolt" and "Nova" behind the first of "Acme, Bolt and Nova", and where the row ends; none
    /// where no "and" closes it, as behind "Acme, a firm".
    std::vector<TokenIndex> members_behind(Phrase first, TokenIndex* end = nullptr) const {
        std::vector<TokenIndex> members;
        TokenIndex at = first.end;
        while (at + 1 < end_ && members.size() < max_members) {
            TokenIndex next = at;
            if (analysis_.form(next) == ",") ++next;
            const bool closes = next + 1 < end_ && lower_form(analysis_, next) == "and";
            if (closes) ++next;
            const Phrase phrase = next > at ? phrase_at(next) : Phrase{};
            if (phrase.head == no_token) break;
            members.push_back(phrase.head);
            at = phrase.end;
            if (!closes) continue;
            if (end != nullptr) *end = at;
            return members;
        }
        return {};
    }

    /// The participle right behind a row of phrases, adverbs aside: "leading", "also investing".
    TokenIndex participle_behind(Phrase first) const {
        TokenIndex at = first.end;
        if (at < end_ && token(at).xpos != Xpos::vbg) members_behind(first, &at);
        while (at < end_ && token(at).upos == Upos::adv) ++at;
        return at < end_ && token(at).xpos == Xpos::vbg ? at : no_token;
    }

    /// The last token looked at.
    TokenIndex restore_absolute(TokenIndex with) {
        const Phrase first = phrase_at(with + 1);
        if (first.head == no_token) return with;
        const TokenIndex verb = participle_behind(first);
        if (verb == no_token) return with;
        TokenIndex governor = outside(first.head, with, verb);
        if (governor == no_token) governor = outside(verb, with, verb);
        if (governor == no_token || is_above(verb, governor)) return with;
        for (std::size_t steps = 0; steps < max_climb; ++steps) {
            if (token(governor).upos == Upos::verb || token(governor).upos == Upos::aux ||
                token(governor).head == no_token || has_copula(governor))
                break;
            governor = token(governor).head;
        }
        if (governor == verb || governor == first.head || is_above(verb, governor) ||
            is_above(first.head, governor))
            return with;
        const std::vector<TokenIndex> members = members_behind(first);
        for (const TokenIndex member : members) {
            if (is_above(member, first.head) || is_above(member, governor)) return with;
        }
        for (const TokenIndex member : members) {
            token(member).head = first.head;
            token(member).deprel = Deprel::conj;
        }
        make_clause(first.head, verb, governor, Deprel::advcl);
        token(with).head = verb;
        token(with).deprel = Deprel::mark;
        TokenIndex last = verb;
        for (TokenIndex i = verb + 1; i + 2 < end_ && i < verb + max_between; ++i) {
            if (analysis_.form(i) == "," && name_[i + 1] == nullptr) break;
            if (lower_form(analysis_, i) != "and") continue;
            const Phrase next = phrase_at(i + 1);
            if (next.head == no_token || next.end >= end_ || token(next.end).xpos != Xpos::vbg) continue;
            if (is_above(next.end, verb) || is_above(next.head, verb)) continue;
            make_clause(next.head, next.end, verb, Deprel::conj);
            last = next.end;
        }
        return last;
    }

    void make_clause(TokenIndex subject, TokenIndex verb, TokenIndex governor, Deprel relation) {
        token(verb).head = governor;
        token(verb).deprel = relation;
        token(verb).upos = Upos::verb;
        token(subject).head = verb;
        token(subject).deprel = Deprel::nsubj;
    }

    /// The first governor of the token that stands outside of [begin, end].
    TokenIndex outside(TokenIndex index, TokenIndex begin, TokenIndex end) const {
        for (std::size_t steps = 0; steps < max_climb && index != no_token; ++steps) {
            if (index < begin || index > end) return index;
            index = token(index).head;
        }
        return no_token;
    }

    bool has_copula(TokenIndex index) const {
        for (TokenIndex i = index < begin_ + max_phrase ? begin_ : index - max_phrase; i < index; ++i) {
            if (token(i).deprel == Deprel::cop && token(i).head == index) return true;
        }
        return false;
    }

    // --- "Acme beats Bolt on speed and Nova on price"

    static bool is_gap_preposition(std::string_view word) {
        static constexpr std::array<std::string_view, 11> words = {
            "on", "in", "at", "for", "from", "to", "by", "with", "into", "over", "against"};
        return is_one_of(word, words);
    }

    void restore_gapped(TokenIndex conjunction) {
        const Phrase second = phrase_at(conjunction + 1);
        if (second.head == no_token || name_[second.head] == nullptr || second.end + 1 >= end_) return;
        const std::string preposition = lower_form(analysis_, second.end);
        if (!is_gap_preposition(preposition)) return;
        const Phrase rest = phrase_at(second.end + 1);
        if (rest.head == no_token && token(second.end + 1).upos != Upos::num &&
            token(second.end + 1).upos != Upos::sym)
            return;
        const TokenIndex orphan = rest.head == no_token ? top_of(second.end + 1) : rest.head;
        const TokenIndex after = rest.head == no_token ? second.end + 2 : rest.end;
        if (goes_on_as_clause(after)) return;
        const TokenIndex object = object_before(conjunction, preposition, type_of(*name_[second.head]));
        if (object == no_token) return;
        const TokenIndex verb = token(object).head;
        if (is_above(second.head, verb) || is_above(orphan, verb)) return;
        token(second.head).head = verb;
        token(second.head).deprel = Deprel::conj;
        token(orphan).head = second.head;
        token(orphan).deprel = Deprel::orphan;
        token(second.end).head = orphan;
        token(second.end).deprel = Deprel::case_;
        token(conjunction).head = second.head;
        token(conjunction).deprel = Deprel::cc;
        // What hung on the phrase before and follows is the orphan's or the sentence's.
        for (TokenIndex i = after; i < end_ && i < after + max_phrase; ++i) {
            const TokenIndex governor = token(i).head;
            if (governor != no_token && governor > object && governor < conjunction) token(i).head = verb;
        }
    }

    /// "$5m": the currency or the number that the others hang on.
    TokenIndex top_of(TokenIndex index) const {
        const TokenIndex governor = token(index).head;
        const bool beside = governor != no_token && governor > index && governor < index + 3;
        return beside && token(governor).upos != Upos::verb ? governor : index;
    }

    /// Whether a finite verb follows: "… and Nova on Monday said".
    bool goes_on_as_clause(TokenIndex from) const {
        for (TokenIndex i = from; i < end_ && i < from + max_phrase; ++i) {
            const Token& word = token(i);
            if (analysis_.form(i) == "," || analysis_.form(i) == ";") return false;
            if (word.upos == Upos::aux || is_finite(word.xpos)) return true;
            if (word.upos == Upos::sconj || word.xpos == Xpos::wdt) return false;
        }
        return false;
    }

    /// The object of the clause before, a name of that type with the same preposition behind it; `no_token`
    /// if there is none.
    TokenIndex object_before(TokenIndex conjunction, std::string_view preposition,
                             const std::string& type) const {
        const TokenIndex first = conjunction < begin_ + max_between ? begin_ : conjunction - max_between;
        for (TokenIndex i = conjunction; i-- > first;) {
            const Token& word = token(i);
            if (word.upos == Upos::verb && word.xpos != Xpos::vbg && word.xpos != Xpos::vbn) break;
            if (name_[i] == nullptr || name_[i]->tokens.begin != i || !alike(type_of(*name_[i]), type))
                continue;
            const TokenIndex end = name_[i]->tokens.end;
            const TokenIndex head = head_of(*name_[i]);
            const TokenIndex verb = token(head).head;
            if (end >= conjunction || lower_form(analysis_, end) != preposition) continue;
            const bool object = token(head).deprel == Deprel::obj && verb != no_token && verb < i &&
                                token(verb).upos == Upos::verb;
            if (object) return head;
        }
        return no_token;
    }

    static bool alike(std::string_view a, std::string_view b) {
        const auto is_made = [](std::string_view type) { return type == "model" || type == "product"; };
        return a == b || (is_made(a) && is_made(b));
    }

    // --- "Ana Roe, now at Acme,"

    void attach_whereabouts(TokenIndex comma) {
        static constexpr std::array<std::string_view, 8> times = {
            "now", "then", "currently", "formerly", "previously", "later", "still", "once"};
        static constexpr std::array<std::string_view, 4> prepositions = {"at", "with", "of", "in"};
        if (comma == begin_ || comma + 3 >= end_ || name_[comma - 1] == nullptr) return;
        const Mention& who = *name_[comma - 1];
        if (type_of(who) != "person" || who.tokens.end != comma) return;
        if (!is_one_of(lower_form(analysis_, comma + 1), times) ||
            !is_one_of(lower_form(analysis_, comma + 2), prepositions))
            return;
        const Phrase body = phrase_at(comma + 3);
        if (body.head == no_token || name_[body.head] == nullptr || body.end >= end_) return;
        const std::string_view close = analysis_.form(body.end);
        if (close != "," && close != "." && close != ")" && close != ";") return;
        const TokenIndex head = head_of(who);
        if (is_above(body.head, head)) return;
        token(body.head).head = head;
        token(body.head).deprel = Deprel::nmod;
        token(comma + 2).head = body.head;
        token(comma + 2).deprel = Deprel::case_;
        token(comma + 1).head = body.head;
        token(comma + 1).deprel = Deprel::advmod;
    }

    Analysis& analysis_;
    const Entities& entities_;
    std::vector<const Mention*> name_;  // of each token: the widest name that covers it
    TokenIndex begin_ = 0;              // of the sentence
    TokenIndex end_ = 0;
};

}  // namespace

void restore_elisions(Analysis& analysis, const Entities& entities) {
    Restorer(analysis, entities).restore();
}

}  // namespace newsgraph
