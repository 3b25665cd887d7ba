#include "ingest/relation/nearness.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/relation/qualifying.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {
namespace {

/// Looks around one verb.
class Neighbourhood {
  public:
    Neighbourhood(const Reading& reading, const Clause& clause, const std::vector<std::string>& types)
        : reading_(reading),
          clause_(clause),
          types_(types),
          sentence_(reading.analysis.sentences[clause.sentence].tokens) {}

    std::vector<Referent> at(const Place& place) const {
        if (is_filled(place)) return {};
        const bool is_subject = place.kind == Place::Kind::role && place.role == Role::subject;
        const bool is_object = place.kind == Place::Kind::role && place.role == Role::object;
        const bool is_infinitive = token(clause_.predicate).xpos == Xpos::vb;
        if (!is_infinitive && ((is_subject && !clause_.passive) || (is_object && clause_.passive)))
            return on_the_left();
        if (place.kind == Place::Kind::oblique && !place.preposition.empty())
            return on_the_right(place.preposition);
        return {};
    }

  private:
    const Token& token(TokenIndex index) const { return reading_.analysis.tokens[index]; }

    /// Something stands there, and it is known what it is, or that it belongs there.
    bool is_filled(const Place& place) const {
        return std::ranges::any_of(arguments_at(clause_, place), [&](const Argument& argument) {
            return argument.origin == Origin::own || !reading_.referents(argument.head, {}).empty();
        });
    }

    std::vector<Referent> on_the_left() const {
        TokenIndex at = clause_.predicate;
        const bool goes_on = follows_conjunction(at);  // "…, and accused the referee": only a verb will do
        for (std::size_t step = 0; step < max_tokens_near && at > sentence_.begin; ++step) {
            --at;
            if (is_finite_verb(at)) {
                const TokenIndex begin = begin_of_aside(at);
                if (begin == no_token) return subjects_of(at);
                at = begin;
                continue;
            }
            if (is_stop(at)) return {};
            if (goes_on || !is_nominal(at) || is_inner(at)) continue;
            if (is_finite_verb(clause_.predicate) && is_marked(at))
                continue;  // a participle may be said of any noun
            if (!reading_.referents(at, {}).empty()) return own_referents(at);
            if (token(at).deprel != Deprel::appos) return {};  // somebody whom nothing tells
        }
        return {};
    }

    std::vector<Referent> on_the_right(const std::string& preposition) const {
        for (TokenIndex at = clause_.predicate + 1;
             at + 1 < sentence_.end && at < clause_.predicate + max_tokens_near; ++at) {
            if (is_finite_verb(at) || is_other_auxiliary(at) || token(at).xpos == Xpos::vb || is_stop(at))
                return {};
            if (clause_.kind == ClauseKind::noun && leaves_phrase(at)) return {};
            if (preposition != lower_form(reading_.analysis, at) && tells_when_or_why(at)) return {};
            if (token(at).upos != Upos::adp || lower_form(reading_.analysis, at) != preposition) continue;
            const std::string before = lower_form(reading_.analysis, at - 1);  // "according to", "because of"
            if (token(at - 1).upos == Upos::adp || before == "according" || before == "due" ||
                before == "thanks")
                continue;
            for (TokenIndex next = at + 1; next < sentence_.end && next < at + max_words_of_phrase; ++next) {
                const Upos upos = token(next).upos;
                if (upos == Upos::adp || upos == Upos::punct || upos == Upos::verb) break;
                if (!is_nominal(next) || is_inner(next)) continue;
                std::vector<Referent> found = own_referents(next);
                if (!found.empty()) return found;
                break;
            }
        }
        return {};
    }

    /// "quit after a row with Acme": what is behind is another matter.
    bool tells_when_or_why(TokenIndex index) const {
        static constexpr std::array<std::string_view, 10> words = {
            "after", "before", "amid", "following", "over", "despite", "because", "since", "when", "while"};
        return std::ranges::find(words, lower_form(reading_.analysis, index)) != words.end();
    }

    std::vector<Referent> own_referents(TokenIndex head) const {
        std::vector<Referent> found = reading_.referents(head, types_);
        std::erase_if(found, [&](const Referent& referent) { return referent.token == clause_.predicate; });
        return found;
    }

    std::vector<Referent> subjects_of(TokenIndex verb) const {
        const Clause* clause = reading_.verbal_clause(verb);
        if (clause == nullptr) return {};
        for (const Argument& argument : clause->arguments) {
            if (argument.role != Role::subject || argument.head >= clause_.predicate) continue;
            std::vector<Referent> found = own_referents(argument.head);
            if (!found.empty()) return found;
        }
        return {};
    }

    bool is_finite_verb(TokenIndex index) const {
        return token(index).upos == Upos::verb && is_finite(token(index).xpos);
    }

    /// "was" of "and was replaced": the next clause begins.
    bool is_other_auxiliary(TokenIndex index) const {
        const Token& word = token(index);
        return word.upos == Upos::aux && word.head != clause_.predicate && word.xpos != Xpos::vb &&
               word.xpos != Xpos::vbn && word.xpos != Xpos::vbg;
    }

    /// Past what a noun's own phrase holds; "a paper called Lux by Ana Roe" goes on.
    bool leaves_phrase(TokenIndex index) const {
        const Token& word = token(index);
        const std::string_view lemma = word.lemma;
        const bool names =
            lemma == "call" || lemma == "name" || lemma == "title" || lemma == "entitle" || lemma == "dub";
        return reading_.analysis.form(index) == "," || (word.upos == Upos::verb && !names);
    }

    bool is_stop(TokenIndex index) const {
        const std::string_view form = reading_.analysis.form(index);
        return form == ";" || form == ":" || form == "\"" || form == "“" || form == "”";
    }

    bool follows_conjunction(TokenIndex verb) const {
        TokenIndex at = verb;
        while (at > sentence_.begin && at + max_words_of_phrase > verb &&
               (token(at - 1).upos == Upos::adv || token(at - 1).upos == Upos::aux))
            --at;
        return at > sentence_.begin && token(at - 1).upos == Upos::cconj;
    }

    bool is_nominal(TokenIndex index) const {
        const Upos upos = token(index).upos;
        return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron;
    }

    /// Part of a larger phrase: "Acme" of "Acme's chief" and "the Acme deal".
    bool is_inner(TokenIndex index) const {
        const Deprel relation = token(index).deprel;
        return relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::nmod_poss ||
               relation == Deprel::amod;
    }

    /// With a preposition, which may stand before the first of several: "on Acme and Bolt".
    bool is_marked(TokenIndex index) const {
        const TokenIndex first = token(index).deprel == Deprel::conj ? token(index).head : index;
        return has_dependent(reading_.analysis, reading_.dependents, index, {Deprel::case_}) ||
               has_dependent(reading_.analysis, reading_.dependents, first, {Deprel::case_});
    }

    /// Where a relative clause with that verb begins, or a remark by the way, "the firm insists,"; no_token
    /// if it has neither.
    TokenIndex begin_of_aside(TokenIndex verb) const {
        const bool closed = verb + 1 < sentence_.end && reading_.analysis.form(verb + 1) == ",";
        for (TokenIndex at = verb; at > sentence_.begin && at + max_words_of_phrase > verb; --at) {
            const Xpos tag = token(at - 1).xpos;
            if (tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::wp_poss) return at - 1;
            if (token(at - 1).upos == Upos::punct) return closed && at < verb ? at - 1 : no_token;
        }
        return no_token;
    }

    static constexpr TokenIndex max_words_of_phrase = 8;

    const Reading& reading_;
    const Clause& clause_;
    const std::vector<std::string>& types_;
    const TokenRange sentence_;
};

}  // namespace

std::vector<Referent> nearest_referents(const Reading& reading, const Clause& clause, const Place& place,
                                        const std::vector<std::string>& types) {
    if (clause.kind != ClauseKind::verb && clause.kind != ClauseKind::noun) return {};
    if (clause.kind == ClauseKind::noun && place.kind != Place::Kind::oblique) return {};
    return Neighbourhood(reading, clause, types).at(place);
}

std::optional<Referent> other_antecedent(const Reading& reading, TokenIndex pronoun,
                                         const std::vector<std::string>& types, EntityId except) {
    constexpr std::size_t max_sentences = 2;
    std::size_t seen = 0;
    const std::vector<Mention>& mentions = reading.entities.mentions;
    std::size_t sentence = reading.analysis.sentence_of(pronoun);
    auto at = std::ranges::lower_bound(mentions, pronoun, {},
                                       [](const Mention& mention) { return mention.tokens.begin; });
    for (std::size_t looked_at = 0; looked_at < max_sentences; ++looked_at, --sentence) {
        const TokenIndex begin = reading.analysis.sentences[sentence].tokens.begin;
        std::optional<Referent> found;
        while (at != mentions.begin() && std::prev(at)->tokens.begin >= begin) {
            if (++seen > max_mentions_before) return std::nullopt;
            --at;
            if (at->entity == except || !admits(types, reading.type_of(at->entity))) continue;
            if (looked_at > 0 && reading.analysis.tokens[at->head].deprel != Deprel::nsubj) continue;
            if (found && found->entity != at->entity) return std::nullopt;
            found = Referent{at->entity, pronoun};
        }
        if (found || sentence == 0) return found;
    }
    return std::nullopt;
}

}  // namespace newsgraph
