#include "ingest/relation/values.hpp"

#include <algorithm>
#include <span>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/value_finder.hpp"

namespace newsgraph {
namespace value_reading {

void ValueFinder::read(const Sentence& sentence, std::vector<Value>& values) {
    end_ = sentence.tokens.end;
    begin_ = sentence.tokens.begin;
    for (TokenIndex at = begin_; at < end_;) {
        Match match;
        if (!read_at(at, match)) {
            ++at;
            continue;
        }
        values.push_back(value_of(at, match));
        at = match.end;
    }
}

Value ValueFinder::value_of(TokenIndex begin, const Match& match) const {
    Value value;
    value.kind = match.kind;
    value.tokens = {begin, match.end};
    value.normalized = match.normalized;
    value.head = begin;
    for (TokenIndex at = begin; at < match.end; ++at) {
        if (token(at).head == no_token || !value.tokens.contains(token(at).head)) {
            // Of several tops, the one that the phrase's core hangs on is no modifier.
            value.head = at;
            if (token(at).deprel != Deprel::advmod && token(at).deprel != Deprel::case_ &&
                token(at).deprel != Deprel::det && token(at).deprel != Deprel::punct) {
                break;
            }
        }
    }
    bool blank = false;
    for (const char c : analysis_.quote(value.tokens)) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (space && blank) continue;
        value.text += space ? ' ' : c;
        blank = space;
    }
    return value;
}

bool ValueFinder::read_at(TokenIndex at, Match& match) {
    const TokenIndex core = after_approximator(at);
    return read_core(core, match) && match.end > at &&
           (core == at || (match.kind != ValueKind::date && match.kind != ValueKind::rank &&
                           match.kind != ValueKind::score));
}

bool ValueFinder::read_core(TokenIndex at, Match& match) {
    if (at >= end_ || token(at).upos == Upos::punct) return false;
    return read_money(at, match) || read_date(at, match) || read_score(at, match) || read_rank(at, match) ||
           read_quantity(at, match);
}

bool ValueFinder::read_score(TokenIndex at, Match& match) {
    const std::string word = form(at);
    const auto first = digits_of(word);
    if (!first) return false;
    constexpr double max_score = 199;
    const auto is_score = [](std::string_view rest) -> std::optional<int> {
        for (const std::string_view dash : {"-", "–", "—", "−"}) {
            if (rest.starts_with(dash)) return whole(rest.substr(dash.size()), 1, 3);
        }
        return std::nullopt;
    };
    if (first->number > max_score || first->number != std::floor(first->number)) return false;
    if (const auto second = is_score(first->rest)) {
        match = {at + 1, ValueKind::score, plain(first->number) + "-" + std::to_string(*second)};
        return true;
    }
    if (first->rest.empty() && adjoins(at + 1) && adjoins(at + 2) && !adjoins(at + 3) &&
        is_one_of(form(at + 1), {"-", "–", "—", "−"})) {
        if (const auto second = whole(form(at + 2), 1, 3)) {
            match = {at + 3, ValueKind::score, plain(first->number) + "-" + std::to_string(*second)};
            return true;
        }
    }
    const TokenIndex to =
        is_one_of(form(at + 1), {"votes", "vote", "points", "runs", "goals"}) ? at + 2 : at + 1;
    if (first->rest.empty() && to == at + 2 && form(to) == "to") {
        if (const auto second = whole(form(to + 1), 1, 3)) {
            match = {to + 2, ValueKind::score, plain(first->number) + "-" + std::to_string(*second)};
            return true;
        }
    }
    return false;
}

bool ValueFinder::read_rank(TokenIndex at, Match& match) {
    const TokenIndex here = form(at) == "the" ? at + 1 : at;
    const std::string word = form(here);
    const std::string next = form(here + 1);
    const auto rank_noun = [](std::string_view noun) {
        return is_one_of(noun, {"place", "position", "spot", "rank", "ranks", "tier", "slot", "seed"});
    };
    if (word == "top" && (rank_noun(next) || is_one_of(next, {"three", "four", "five", "ten", "half", "3",
                                                              "5", "10", "20", "100"}))) {
        match = {here + 2, ValueKind::rank, rank_noun(next) && next != "tier" && next != "ranks" ? "1" : ""};
        return true;
    }
    const auto place = ordinal(word);
    if (place && rank_noun(next)) {
        match = {here + 2, ValueKind::rank, std::to_string(*place)};
        return true;
    }
    if (here == at && is_one_of(word, {"number", "no.", "no", "#", "rank"})) {
        if (word == "no" && form(at + 1) != ".") return false;
        const TokenIndex figure = word == "no" ? at + 2 : at + 1;
        const auto number = number_at(figure);
        if (number && !number->article && number->value == std::floor(number->value) && number->value >= 1 &&
            number->value < 1000) {
            match = {number->end, ValueKind::rank, plain(number->value)};
            return true;
        }
    }
    if (place && here == at && word != "second" && word != "half" && word != "quarter") {
        const TokenIndex governor = token(at).head;
        const bool of_verb = governor != no_token && token(governor).upos == Upos::verb && governor < at;
        const std::string verb = of_verb ? lower_lemma(analysis_, governor) : "";
        if (is_one_of(verb, {"rank", "finish", "come", "place", "stand", "sit", "be"})) {
            match = {at + 1, ValueKind::rank, std::to_string(*place)};
            return true;
        }
    }
    return false;
}

std::optional<unsigned> ValueFinder::ordinal(const std::string& word) {
    if (const auto value = look_up(ordinals, word);
        value && !is_one_of(word, {"half", "quarter", "quarters", "halves"})) {
        return value;
    }
    const auto digits = digits_of(word);
    if (digits && is_one_of(digits->rest, {"st", "nd", "rd", "th"}) && digits->number >= 1 &&
        digits->number < 1000) {
        return static_cast<unsigned>(digits->number);
    }
    return std::nullopt;
}

bool ValueFinder::read_quantity(TokenIndex at, Match& match) {
    const std::string word = form(at);
    if (is_one_of(word, {"twice", "thrice", "double", "triple", "half"})) {
        if (word == "half" && token(at).deprel == Deprel::amod) return false;
        if (is_one_of(word, {"double", "triple"}) && token(at).upos == Upos::verb) return false;
        const std::string value = word == "half" ? "0.5" : is_one_of(word, {"twice", "double"}) ? "2" : "3";
        match = {at + 1, ValueKind::factor, value};
        return true;
    }
    if (word.size() > 1 && word.back() == 'x') {  // "3x"
        const auto digits = digits_of(word);
        if (digits && digits->rest == "x") {
            match = {at + 1, ValueKind::factor, plain(digits->number)};
            return true;
        }
    }
    if (word.size() > 1 && word.back() == '%') {  // one token
        const auto digits = digits_of(word);
        if (digits && digits->rest == "%") {
            match = {at + 1, ValueKind::percentage, plain(digits->number)};
            return true;
        }
    }
    const auto number = number_at(at);
    if (!number) return false;
    const TokenIndex after = number->end;
    const std::string unit = form(after);
    if (!number->article) {
        if (unit == "%" || unit == "percent" || unit == "per" || unit == "percentage") {
            const bool per_cent = unit == "per" && form(after + 1) == "cent";
            const bool points = unit == "percentage" && is_one_of(form(after + 1), {"point", "points"});
            if (unit == "%" || unit == "percent" || per_cent) {
                match = {per_cent ? after + 2 : after + 1, ValueKind::percentage, plain(number->value)};
                return true;
            }
            if (points) {
                match = {after + 2, ValueKind::points, plain(number->value)};
                return true;
            }
        }
        if (unit == "points" || unit == "point") {
            match = {after + 1, ValueKind::points, plain(number->value)};
            return true;
        }
        if (unit == "times") {
            match = {after + 1, ValueKind::factor, plain(number->value)};
            return true;
        }
    }
    // "a third", "two thirds": no fraction where the ordinal describes a noun ("a third plant").
    if (const auto part = look_up(ordinals, unit);
        part && *part >= 2 && unit != "second" && unit != "first") {
        const bool describes =
            token(after).deprel == Deprel::amod || token(after).deprel == Deprel::compound ||
            (after + 1 < end_ &&
             (token(after + 1).upos == Upos::noun || token(after + 1).upos == Upos::propn));
        if (!describes && number->value < *part) {
            match = {after + 1, ValueKind::factor, plain(number->value / *part)};
            return true;
        }
    }
    if (number->article || in_name(at)) return false;
    const TokenIndex last = after - 1;
    const TokenIndex noun = token(last).head;
    if (token(last).deprel == Deprel::nummod && noun != no_token && noun > last &&
        noun - last <= max_noun_distance && noun < end_ && token(noun).upos == Upos::noun) {
        match = {noun + 1, ValueKind::count, plain(number->value)};
        return true;
    }
    if (!number->in_digits) return false;
    match = {after, ValueKind::number, plain(number->value)};
    return true;
}

}  // namespace value_reading

std::string_view to_string(ValueKind kind) noexcept {
    switch (kind) {
        case ValueKind::date:
            return "date";
        case ValueKind::duration:
            return "duration";
        case ValueKind::money:
            return "money";
        case ValueKind::percentage:
            return "percentage";
        case ValueKind::score:
            return "score";
        case ValueKind::points:
            return "points";
        case ValueKind::factor:
            return "factor";
        case ValueKind::rank:
            return "rank";
        case ValueKind::count:
            return "count";
        case ValueKind::number:
            return "number";
    }
    return "number";
}

std::vector<Value> find_values(const Analysis& analysis, const Dependents& dependents,
                               std::string_view document_date) {
    const value_reading::Calendar calendar(document_date);
    std::vector<Value> values;
    value_reading::ValueFinder finder(analysis, dependents, calendar);
    for (const Sentence& sentence : analysis.sentences) finder.read(sentence, values);
    return values;
}

const Value* value_at(const std::vector<Value>& values, TokenIndex head) {
    const auto after =
        std::ranges::upper_bound(values, head, {}, [](const Value& value) { return value.tokens.begin; });
    if (after == values.begin()) return nullptr;
    const Value& candidate = *std::prev(after);
    return candidate.head == head ? &candidate : nullptr;
}

std::vector<const Value*> values_of(const Analysis& analysis, const Dependents& dependents,
                                    const std::vector<Value>& values, TokenIndex predicate) {
    std::vector<const Value*> found;
    const auto of = [&](TokenIndex token) {
        const auto all = dependents.of(token);
        return all.first(std::min(all.size(), value_reading::max_dependents));
    };
    const auto take = [&](TokenIndex head) {
        if (const Value* const value = value_at(values, head)) found.push_back(value);
    };
    const auto is_phrase = [&](TokenIndex token) {
        switch (analysis.tokens[token].deprel) {
            case Deprel::nmod:
            case Deprel::nmod_unmarked:
            case Deprel::nummod:
            case Deprel::compound:
            case Deprel::obl:
            case Deprel::obl_unmarked:
            case Deprel::obj:
            case Deprel::xcomp:
            case Deprel::advmod:
            case Deprel::amod:
            case Deprel::appos:
                return true;
            default:
                return false;
        }
    };
    for (const TokenIndex dependent : of(predicate)) {
        if (!is_phrase(dependent)) continue;
        take(dependent);
        // "a stake of 18%", "a $5m investment": what the object or a phrase holds.
        if (value_at(values, dependent) != nullptr || analysis.tokens[dependent].upos == Upos::verb) continue;
        for (const TokenIndex below : of(dependent)) {
            if (is_phrase(below)) take(below);
        }
    }
    std::ranges::sort(found, {}, [](const Value* value) { return value->tokens.begin; });
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

}  // namespace newsgraph
