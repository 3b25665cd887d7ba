// Numbers in digits and words, and money: "11.4bn", "three hundred", "$1.3 billion", "9 cents".
#include "ingest/relation/value_finder.hpp"

namespace newsgraph::value_reading {

TokenIndex ValueFinder::after_approximator(TokenIndex at) const {
    const std::string first = form(at);
    const std::string second = form(at + 1);
    if (is_one_of(first, {"about", "almost", "nearly", "roughly", "around", "approximately", "some", "over",
                          "under", "only", "just", "barely"})) {
        return at + 1;
    }
    if ((is_one_of(first, {"more", "less", "fewer"}) && second == "than") ||
        (first == "at" && is_one_of(second, {"least", "most"})) || (first == "up" && second == "to") ||
        (first == "close" && second == "to") ||
        (is_one_of(first, {"an", "a", "the"}) &&
         is_one_of(second, {"estimated", "expected", "reported", "record"}))) {
        return at + 2;
    }
    if (first == "as" && is_one_of(second, {"much", "many", "little"}) && form(at + 2) == "as") return at + 3;
    return at;
}

std::optional<ValueFinder::Number> ValueFinder::number_at(TokenIndex at) const {
    Number number;
    TokenIndex here = at;
    const std::string first = form(here);
    if (const std::optional<Digits> digits = digits_of(first)) {
        double value = digits->number;
        if (!digits->rest.empty()) {
            const std::optional<double> magnitude = look_up(magnitudes, digits->rest);
            if (!magnitude) return std::nullopt;
            value *= *magnitude;
        }
        number.in_digits = true;
        number.value = value;
        ++here;
        if (digits->rest.empty()) {
            if (const auto magnitude = magnitude_at(here)) {
                number.value *= *magnitude;
                ++here;
            }
        }
        number.end = here;
        return number;
    }
    double total = 0;
    double part = 0;
    bool any = false;
    bool article = false;
    for (std::size_t step = 0; step < max_number_tokens && here < end_; ++step) {
        const std::string word = form(here);
        if (const std::optional<double> value = simple(word)) {
            if (word == "a" || word == "an") {
                if (any) break;
                article = true;
                part = 1;
            } else if (article && word != "dozen" && word != "couple") {
                break;
            } else if (word == "dozen" || word == "couple") {
                part = (part == 0 ? 1 : part) * *value;
                article = false;
            } else {
                if (any && part != 0 && !(part >= 20 && *value < 10) && part < 100) break;
                part += *value;
            }
            any = true;
            ++here;
        } else if (const auto magnitude = any ? magnitude_at(here) : std::nullopt) {
            article = false;
            if (*magnitude == 100) {
                part = (part == 0 ? 1 : part) * 100;
            } else {
                total += (part == 0 ? 1 : part) * *magnitude;
                part = 0;
            }
            ++here;
        } else if (any && (word == "-" || word == "and") && here + 1 < end_ && simple(form(here + 1)) &&
                   !is_one_of(form(here + 1), {"a", "an"}) && (word == "-" || part >= 100)) {
            ++here;
        } else {
            break;
        }
    }
    if (!any) return std::nullopt;
    number.value = total + part;
    number.end = here;
    number.article = article;
    return number;
}

std::optional<double> ValueFinder::simple(const std::string& word) {
    if (const auto value = look_up(number_words, word)) return value;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string::npos) return std::nullopt;
    const auto tens = look_up(number_words, std::string_view(word).substr(0, hyphen));
    const auto ones = look_up(number_words, std::string_view(word).substr(hyphen + 1));
    if (!tens || !ones || *tens < 20 || *ones > 9) return std::nullopt;
    return *tens + *ones;
}

std::optional<double> ValueFinder::magnitude_at(TokenIndex at) const {
    const std::string word = form(at);
    // "m" and "bn" only where they are written right behind the digits.
    if (word.size() <= 3 && !adjoins(at)) return std::nullopt;
    return look_up(magnitudes, word);
}

bool ValueFinder::read_money(TokenIndex at, Match& match) {
    const std::string word = form(at);
    if (word == "undisclosed" || (is_one_of(word, {"an", "a", "the"}) && form(at + 1) == "undisclosed")) {
        const TokenIndex noun = word == "undisclosed" ? at + 1 : at + 2;
        if (!is_one_of(form(noun), {"sum", "amount", "fee", "price", "terms"})) return false;
        match = {noun + 1, ValueKind::money, ""};
        return true;
    }
    std::string code;
    TokenIndex after = at;
    double amount = 0;
    if (const auto sign = look_up(currency_signs, word)) {
        code = *sign;
        const auto number = number_at(at + 1);
        if (!number || number->article) return false;
        amount = number->value;
        after = number->end;
    } else if (const auto symbol = look_up(currency_codes, word); symbol && at + 1 < end_) {
        code = *symbol;
        const auto number = number_at(at + 1);
        if (!number || !number->in_digits) return false;
        amount = number->value;
        after = number->end;
    } else if (const auto glued = glued_money(word)) {
        code = glued->first;
        amount = glued->second;
        after = at + 1;
        if (const auto magnitude = magnitude_at(after)) {
            amount *= *magnitude;
            ++after;
        }
    } else {
        const auto number = number_at(at);
        if (!number) return false;
        after = number->end;
        const auto unit = look_up(currency_words, form(after));
        const auto iso = look_up(currency_codes, form(after));
        if (!unit && !iso) return false;
        if (form(after) == "p" && !adjoins(after)) return false;
        if (form(after) == "cent" && after > at && form(after - 1) == "per") return false;
        code = unit ? std::string(unit->code) : std::string(*iso);
        amount = number->value * (unit ? unit->share : 1);
        ++after;
        match = {after, ValueKind::money, code.empty() ? plain(amount) : plain(amount) + " " + code};
        return true;
    }
    match = {after, ValueKind::money, plain(amount) + " " + code};
    return true;
}

std::optional<std::pair<std::string, double>> ValueFinder::glued_money(const std::string& word) {
    const std::size_t digit = word.find_first_of("0123456789");
    if (digit == std::string::npos || digit == 0 || digit > 4) return std::nullopt;
    const auto sign = look_up(currency_signs, std::string_view(word).substr(0, digit));
    const auto digits = digits_of(std::string_view(word).substr(digit));
    if (!sign || !digits) return std::nullopt;
    double amount = digits->number;
    if (!digits->rest.empty()) {
        const auto magnitude = look_up(magnitudes, digits->rest);
        if (!magnitude) return std::nullopt;
        amount *= *magnitude;
    }
    return std::pair{std::string(*sign), amount};
}

}  // namespace newsgraph::value_reading
