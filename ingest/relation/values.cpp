#include "ingest/relation/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include "ingest/relation/clause.hpp"

namespace newsgraph {

namespace {

constexpr std::size_t max_number_tokens = 8;  // "three hundred and twenty - five thousand"
constexpr std::size_t max_dependents = 48;    // looked at of one token
constexpr int max_climb = 6;                  // governors asked whether they speak of the future
constexpr TokenIndex max_noun_distance = 5;   // from a number to the noun that it counts

template <typename Of>
struct Word {
    std::string_view form;
    Of value;
};

template <typename Of, std::size_t size>
std::optional<Of> look_up(const std::array<Word<Of>, size>& words, std::string_view form) {
    for (const Word<Of>& word : words) {
        if (word.form == form) return word.value;
    }
    return std::nullopt;
}

constexpr std::array<Word<double>, 33> number_words = {{
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"dozen", 12},   {"zero", 0},       {"couple", 2},
    {"nil", 0},       {"a", 1},         {"an", 1},
}};

constexpr std::array<Word<double>, 14> magnitudes = {{
    {"hundred", 1e2},
    {"thousand", 1e3},
    {"million", 1e6},
    {"billion", 1e9},
    {"trillion", 1e12},
    {"k", 1e3},
    {"m", 1e6},
    {"mn", 1e6},
    {"mln", 1e6},
    {"bn", 1e9},
    {"b", 1e9},
    {"tn", 1e12},
    {"trn", 1e12},
    {"crore", 1e7},
}};

constexpr std::array<Word<std::string_view>, 16> currency_signs = {{
    {"$", "USD"},
    {"€", "EUR"},
    {"£", "GBP"},
    {"¥", "JPY"},
    {"₹", "INR"},
    {"₩", "KRW"},
    {"₽", "RUB"},
    {"₺", "TRY"},
    {"₴", "UAH"},
    {"₦", "NGN"},
    {"us$", "USD"},
    {"a$", "AUD"},
    {"c$", "CAD"},
    {"hk$", "HKD"},
    {"s$", "SGD"},
    {"nz$", "NZD"},
}};

constexpr std::array<Word<std::string_view>, 15> currency_codes = {{
    {"usd", "USD"},
    {"eur", "EUR"},
    {"gbp", "GBP"},
    {"jpy", "JPY"},
    {"cny", "CNY"},
    {"rmb", "CNY"},
    {"inr", "INR"},
    {"chf", "CHF"},
    {"sek", "SEK"},
    {"nok", "NOK"},
    {"dkk", "DKK"},
    {"krw", "KRW"},
    {"aud", "AUD"},
    {"cad", "CAD"},
    {"skr", "SEK"},
}};

struct Unit {
    std::string_view code;
    double share = 1;
};

constexpr std::array<Word<Unit>, 27> currency_words = {{
    {"dollar", {"USD"}},   {"dollars", {"USD"}},     {"euro", {"EUR"}},    {"euros", {"EUR"}},
    {"pound", {"GBP"}},    {"pounds", {"GBP"}},      {"yen", {"JPY"}},     {"yuan", {"CNY"}},
    {"renminbi", {"CNY"}}, {"rupee", {"INR"}},       {"rupees", {"INR"}},  {"franc", {"CHF"}},
    {"francs", {"CHF"}},   {"kronor", {"SEK"}},      {"kroner", {""}},     {"krona", {"SEK"}},
    {"rouble", {"RUB"}},   {"roubles", {"RUB"}},     {"rubles", {"RUB"}},  {"zloty", {"PLN"}},
    {"peso", {""}},        {"pesos", {""}},          {"cent", {"", 0.01}}, {"cents", {"", 0.01}},
    {"penny", {"", 0.01}}, {"pence", {"GBP", 0.01}}, {"p", {"GBP", 0.01}},
}};

constexpr std::array<Word<unsigned>, 24> months = {{
    {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
    {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
    {"jan.", 1},    {"feb.", 2},     {"mar.", 3},      {"apr.", 4},     {"jun.", 6},      {"jul.", 7},
    {"aug.", 8},    {"sept.", 9},    {"sep.", 9},      {"oct.", 10},    {"nov.", 11},     {"dec.", 12},
}};

constexpr std::array<Word<unsigned>, 7> weekdays = {{
    // as std::chrono counts them
    {"sunday", 0},
    {"monday", 1},
    {"tuesday", 2},
    {"wednesday", 3},
    {"thursday", 4},
    {"friday", 5},
    {"saturday", 6},
}};

struct Season {
    std::string_view code;
    int first_month;
};

constexpr std::array<Word<Season>, 5> seasons = {{
    {"spring", {"SP", 3}},
    {"summer", {"SU", 6}},
    {"autumn", {"AU", 9}},
    {"fall", {"AU", 9}},
    {"winter", {"WI", 12}},
}};

constexpr std::array<Word<char>, 24> periods = {{
    {"hour", 'h'},    {"hours", 'h'},     {"minute", 'n'},  {"minutes", 'n'},  {"second", 's'},
    {"seconds", 's'}, {"day", 'd'},       {"days", 'd'},    {"week", 'w'},     {"weeks", 'w'},
    {"month", 'm'},   {"months", 'm'},    {"quarter", 'q'}, {"quarters", 'q'}, {"year", 'y'},
    {"years", 'y'},   {"decade", 'x'},    {"decades", 'x'}, {"century", 'c'},  {"centuries", 'c'},
    {"weekend", 'e'}, {"fortnight", 'f'}, {"season", 'z'},  {"seasons", 'z'},
}};

constexpr std::array<Word<unsigned>, 20> ordinals = {{
    {"first", 1},     {"second", 2},   {"third", 3},      {"fourth", 4},  {"fifth", 5},
    {"sixth", 6},     {"seventh", 7},  {"eighth", 8},     {"ninth", 9},   {"tenth", 10},
    {"eleventh", 11}, {"twelfth", 12}, {"twentieth", 20}, {"quarter", 4}, {"half", 2},
    {"thirds", 3},    {"fifths", 5},   {"quarters", 4},   {"tenths", 10}, {"halves", 2},
}};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number without useless zeros: 61.4, 310000000, 0.12.
std::string plain(double number) {
    if (std::abs(number) < 1e15 && number == std::floor(number))
        return std::to_string(static_cast<long long>(number));
    std::array<char, 64> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, 4);
    if (error != std::errc{}) return {};
    std::string text(buffer.data(), end);
    text.erase(text.find_last_not_of('0') + 1);
    if (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

/// "61.4", "1,200", "310m" -> the number and what follows the digits; nothing if it doesn't begin with a
/// digit.
struct Digits {
    double number = 0;
    std::string_view rest;
};

std::optional<Digits> digits_of(std::string_view form) {
    constexpr std::size_t max_digits = 18;  // more are an identifier, and would not fit a number
    if (form.empty() || !is_digit(form.front())) return std::nullopt;
    std::string clean;
    std::size_t i = 0;
    bool fraction = false;
    for (; i < form.size(); ++i) {
        const char c = form[i];
        if (is_digit(c)) {
            clean += c;
        } else if (c == ',' && !fraction && i + 3 < form.size() && is_digit(form[i + 1]) &&
                   is_digit(form[i + 2]) && is_digit(form[i + 3])) {
            continue;
        } else if (c == '.' && !fraction && i + 1 < form.size() && is_digit(form[i + 1])) {
            fraction = true;
            clean += c;
        } else {
            break;
        }
        if (clean.size() > max_digits) return std::nullopt;
    }
    Digits digits;
    std::from_chars(clean.data(), clean.data() + clean.size(), digits.number);
    digits.rest = form.substr(i);
    return digits;
}

std::optional<int> whole(std::string_view form, std::size_t min_digits, std::size_t max_digits) {
    if (form.size() < min_digits || form.size() > max_digits || !std::ranges::all_of(form, is_digit))
        return std::nullopt;
    int number = 0;
    std::from_chars(form.data(), form.data() + form.size(), number);
    return number;
}

std::optional<int> year_of(std::string_view form) {
    const std::optional<int> year = whole(form, 4, 4);
    return year && *year >= 1500 && *year <= 2199 ? year : std::nullopt;
}

/// "8", "8th", "21st": a day of a month.
std::optional<unsigned> day_of(std::string_view form) {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        if (form.size() > 2 && form.ends_with(suffix)) form.remove_suffix(2);
    }
    const std::optional<int> day = whole(form, 1, 2);
    return day && *day >= 1 && *day <= 31 ? std::optional<unsigned>(static_cast<unsigned>(*day))
                                          : std::nullopt;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

using Days = std::chrono::sys_days;

/// The day that a document is of, and the calendar around it.
class Calendar {
  public:
    explicit Calendar(std::string_view iso) {
        if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return;
        const auto year = whole(iso.substr(0, 4), 4, 4);
        const auto month = whole(iso.substr(5, 2), 2, 2);
        const auto day = whole(iso.substr(8, 2), 2, 2);
        if (!year || !month || !day) return;
        const std::chrono::year_month_day date{std::chrono::year(*year),
                                               std::chrono::month(static_cast<unsigned>(*month)),
                                               std::chrono::day(static_cast<unsigned>(*day))};
        if (date.ok()) today_ = Days(date);
    }

    bool known() const { return today_.has_value(); }
    Days today() const { return *today_; }
    std::chrono::year_month_day date() const { return std::chrono::year_month_day(*today_); }
    int year() const { return static_cast<int>(date().year()); }
    int month() const { return static_cast<int>(static_cast<unsigned>(date().month())); }

    static std::string day(Days day) {
        const std::chrono::year_month_day date(day);
        return padded(static_cast<int>(date.year()), 4) + "-" +
               padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
               padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
    }

    /// ISO 8601 week of that day: "2026-W15".
    static std::string week(Days day) {
        const unsigned from_monday = (std::chrono::weekday(day).c_encoding() + 6) % 7;
        const Days thursday = day + std::chrono::days(3 - static_cast<int>(from_monday));
        const std::chrono::year year = std::chrono::year_month_day(thursday).year();
        const auto first = Days(std::chrono::year_month_day{year, std::chrono::January, std::chrono::day(1)});
        const auto number = (thursday - first).count() / 7 + 1;
        return padded(static_cast<int>(year), 4) + "-W" + padded(static_cast<int>(number), 2);
    }

    /// Month `step` after that of the document: "2026-03".
    std::string month_after(long step) const {
        constexpr long limit = 12000;  // a thousand years either way: what is beyond is no date
        if (step > limit || step < -limit) return {};
        const long all = static_cast<long>(year()) * 12 + month() - 1 + step;
        if (all < 0) return {};
        return padded(static_cast<int>(all / 12), 4) + "-" + padded(static_cast<int>(all % 12) + 1, 2);
    }

  private:
    std::optional<Days> today_;
};

enum class Tense { past, future };

/// Reads the values of one sentence, from left to right; each token is looked at a bounded number of times.
class ValueFinder {
  public:
    ValueFinder(const Analysis& analysis, const Dependents& dependents, const Calendar& calendar)
        : analysis_(analysis), dependents_(dependents), calendar_(calendar) {}

    void read(const Sentence& sentence, std::vector<Value>& values) {
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

  private:
    struct Match {
        TokenIndex end = 0;
        ValueKind kind = ValueKind::number;
        std::string normalized;
    };

    std::string form(TokenIndex at) const {
        return at >= begin_ && at < end_ ? lower(analysis_.form(at)) : std::string();
    }
    const Token& token(TokenIndex at) const { return analysis_.tokens[at]; }

    /// Is the token written together with the one before it?
    bool adjoins(TokenIndex at) const {
        return at > begin_ && at < end_ && token(at).span.begin == token(at - 1).span.end();
    }

    Value value_of(TokenIndex begin, const Match& match) const {
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

    bool read_at(TokenIndex at, Match& match) {
        const TokenIndex core = after_approximator(at);
        return read_core(core, match) && match.end > at &&
               (core == at || (match.kind != ValueKind::date && match.kind != ValueKind::rank &&
                               match.kind != ValueKind::score));
    }

    bool read_core(TokenIndex at, Match& match) {
        if (at >= end_ || token(at).upos == Upos::punct) return false;
        return read_money(at, match) || read_date(at, match) || read_score(at, match) ||
               read_rank(at, match) || read_quantity(at, match);
    }

    /// The first token after "about", "more than", "up to", "an estimated".
    TokenIndex after_approximator(TokenIndex at) const {
        const std::string first = form(at);
        const std::string second = form(at + 1);
        if (is_one_of(first, {"about", "almost", "nearly", "roughly", "around", "approximately", "some",
                              "over", "under", "only", "just", "barely"})) {
            return at + 1;
        }
        if ((is_one_of(first, {"more", "less", "fewer"}) && second == "than") ||
            (first == "at" && is_one_of(second, {"least", "most"})) || (first == "up" && second == "to") ||
            (first == "close" && second == "to") ||
            (is_one_of(first, {"an", "a", "the"}) &&
             is_one_of(second, {"estimated", "expected", "reported", "record"}))) {
            return at + 2;
        }
        if (first == "as" && is_one_of(second, {"much", "many", "little"}) && form(at + 2) == "as")
            return at + 3;
        return at;
    }

    /// A number in digits or words from `at` on, e.g. "320", "11.4bn", "two million", "twenty-three".
    struct Number {
        TokenIndex end = 0;
        double value = 0;
        bool in_digits = false;
        bool article = false;  // "a" alone
    };

    std::optional<Number> number_at(TokenIndex at) const {
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

    /// "nine", "twenty-three" (one token).
    static std::optional<double> simple(const std::string& word) {
        if (const auto value = look_up(number_words, word)) return value;
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string::npos) return std::nullopt;
        const auto tens = look_up(number_words, std::string_view(word).substr(0, hyphen));
        const auto ones = look_up(number_words, std::string_view(word).substr(hyphen + 1));
        if (!tens || !ones || *tens < 20 || *ones > 9) return std::nullopt;
        return *tens + *ones;
    }

    std::optional<double> magnitude_at(TokenIndex at) const {
        const std::string word = form(at);
        // "m" and "bn" only where they are written right behind the digits.
        if (word.size() <= 3 && !adjoins(at)) return std::nullopt;
        return look_up(magnitudes, word);
    }

    bool read_money(TokenIndex at, Match& match) {
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

    /// "$1.5bn" in one token.
    static std::optional<std::pair<std::string, double>> glued_money(const std::string& word) {
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

    /// Does the verb that the token belongs to speak of the future?
    Tense tense_at(TokenIndex at) const {
        TokenIndex index = at;
        for (int step = 0; step < max_climb && index != no_token; ++step) {
            const Token& word = token(index);
            if (word.upos == Upos::verb || word.upos == Upos::aux || word.deprel == Deprel::root) {
                const auto all = dependents_.of(index);
                for (const TokenIndex dependent : all.first(std::min(all.size(), max_dependents))) {
                    const std::string helper = lower_form(analysis_, dependent);
                    if (token(dependent).deprel == Deprel::aux &&
                        is_one_of(helper, {"will", "'ll", "may", "might", "could", "would", "should", "shall",
                                           "can"})) {
                        return Tense::future;
                    }
                    if (token(dependent).deprel == Deprel::mark && helper == "to") return Tense::future;
                }
                if (word.xpos == Xpos::vbd || word.xpos == Xpos::vbn) return Tense::past;
            }
            index = word.head;
        }
        return Tense::past;
    }

    bool in_name(TokenIndex at) const {
        const auto after = std::ranges::upper_bound(analysis_.names, at, {},
                                                    [](const NameTag& name) { return name.tokens.begin; });
        return after != analysis_.names.begin() && std::prev(after)->tokens.contains(at) &&
               std::prev(after)->tokens.size() > 1;
    }

    /// The month that a word names, where it is no verb ("may") and no part of a name.
    std::optional<unsigned> month_at(TokenIndex at) const {
        if (at >= end_ || token(at).upos == Upos::aux || token(at).upos == Upos::verb) return std::nullopt;
        const std::string_view written = analysis_.form(at);
        if (written.empty() || written.front() < 'A' || written.front() > 'Z') return std::nullopt;
        return look_up(months, form(at));
    }

    std::string month_text(std::optional<int> year, unsigned month, std::optional<unsigned> day,
                           TokenIndex at) const {
        if (!year) {
            if (!calendar_.known()) return {};
            const int now = calendar_.month();
            const int that = static_cast<int>(month);
            year = calendar_.year();
            if (tense_at(at) == Tense::future) {
                if (that < now) ++*year;
            } else if (that > now) {
                --*year;
            }
        }
        std::string text = padded(*year, 4) + "-" + padded(static_cast<int>(month), 2);
        if (day) text += "-" + padded(static_cast<int>(*day), 2);
        return text;
    }

    /// A year after a month or a season: "2019", ", 2019".
    std::optional<int> year_behind(TokenIndex& at) const {
        TokenIndex here = at;
        if (form(here) == ",") ++here;
        if (form(here) == "of") ++here;
        const auto year = year_of(form(here));
        if (year) at = here + 1;
        return year;
    }

    bool read_date(TokenIndex at, Match& match) {
        if (in_name(at)) return false;
        return read_calendar_date(at, match) || read_year(at, match) || read_relative(at, match) ||
               read_season(at, match) || read_quarter(at, match) || read_time(at, match) ||
               read_period(at, match);
    }

    bool read_calendar_date(TokenIndex at, Match& match) {
        const std::string word = form(at);
        if (word.size() == 10 && Calendar(word).known()) {
            match = {at + 1, ValueKind::date, word};
            return true;
        }
        // "Wednesday, April 8": the weekday adds nothing.
        if (const auto weekday = look_up(weekdays, word)) {
            TokenIndex date = at + 1;
            if (form(date) == ",") ++date;
            if (Match inner; (month_at(date) || (day_of(form(date)) && month_at(date + 1))) &&
                             read_calendar_date(date, inner)) {
                match = inner;
                return true;
            }
            TokenIndex end = at + 1;
            if (is_one_of(form(end), {"night", "morning", "afternoon", "evening"})) ++end;
            match = {end, ValueKind::date, weekday_text(*weekday, at, 0)};
            return true;
        }
        if (const auto day = day_of(word); day) {
            TokenIndex month_place = form(at + 1) == "of" ? at + 2 : at + 1;
            if (const auto month = month_at(month_place)) {
                TokenIndex end = month_place + 1;
                const auto year = year_behind(end);
                match = {end, ValueKind::date, month_text(year, *month, day, at)};
                return true;
            }
        }
        if (const auto month = month_at(at)) {
            TokenIndex end = at + 1;
            std::optional<unsigned> day;
            if ((day = day_of(form(end)))) ++end;
            const bool dated = day.has_value();
            const auto year = year_behind(end);
            if (!dated && !year && !stands_as_date(at)) return false;
            match = {end, ValueKind::date, month_text(year, *month, day, at)};
            return true;
        }
        return false;
    }

    /// A month alone is a date where it hangs on a preposition, a demonstrative, or stands as an adverbial.
    bool stands_as_date(TokenIndex at) const {
        const std::string before = form(at - (at > begin_ ? 1 : 0));
        if (at > begin_ &&
            is_one_of(before, {"in",    "since",  "by",    "until",   "till",    "from", "to",
                               "of",    "before", "after", "during",  "last",    "next", "this",
                               "early", "late",   "mid",   "through", "between", "and",  "mid-"})) {
            return true;
        }
        const Deprel relation = token(at).deprel;
        return relation == Deprel::obl_unmarked || relation == Deprel::nmod_unmarked;
    }

    /// The day of that weekday, `weeks` on from the one that is meant without more.
    std::string weekday_text(unsigned weekday, TokenIndex at, int weeks) const {
        if (!calendar_.known()) return {};
        const unsigned now = std::chrono::weekday(calendar_.today()).c_encoding();
        int days = static_cast<int>(weekday) - static_cast<int>(now);
        if (weeks == 0 && tense_at(at) == Tense::future) {
            if (days < 0) days += 7;
        } else if (weeks > 0) {
            if (days <= 0) days += 7;
        } else {
            if (days > 0) days -= 7;
            if (weeks < 0 && days == 0) days -= 7;
        }
        return Calendar::day(calendar_.today() + std::chrono::days(days));
    }

    bool read_year(TokenIndex at, Match& match) {
        const std::string word = form(at);
        if (word.size() == 5 && word.back() == 's' && year_of(word.substr(0, 4)) && word[3] == '0') {
            match = {at + 1, ValueKind::date, word};
            return true;
        }
        const auto year = year_of(word);
        if (!year || (at > begin_ && adjoins(at) && form(at - 1) != "(" && form(at - 1) != "-" &&
                      form(at - 1) != "–")) {
            return false;
        }
        const std::string before = at > begin_ ? form(at - 1) : "";
        const bool preposition =
            is_one_of(before, {"in",      "since",   "by",     "until", "till",  "from",  "of",
                               "before",  "after",   "during", "to",    "early", "late",  "mid",
                               "through", "between", "around", "circa", "its",   "their", "his",
                               "her",     "the",     "'s",     "’s",    "(",     "-",     "–"});
        const bool counted = token(at).deprel == Deprel::nummod && token(at).head != no_token &&
                             token(token(at).head).xpos == Xpos::nns;
        const bool adverbial =
            token(at).deprel == Deprel::obl_unmarked || token(at).deprel == Deprel::nmod_unmarked;
        if ((!preposition && !adverbial) || counted) return false;
        match = {at + 1, ValueKind::date, word};
        return true;
    }

    bool read_relative(TokenIndex at, Match& match) {
        const std::string word = form(at);
        if (is_one_of(word, {"today", "tonight", "yesterday", "tomorrow"})) {
            const int days = word == "yesterday" ? -1 : word == "tomorrow" ? 1 : 0;
            match = {at + 1, ValueKind::date,
                     calendar_.known() ? Calendar::day(calendar_.today() + std::chrono::days(days)) : ""};
            return true;
        }
        TokenIndex here = at;
        const bool article = word == "the";
        if (article) ++here;
        const std::string which = form(here);
        int step = 0;
        if (is_one_of(which, {"last", "previous", "past"})) {
            step = -1;
        } else if (is_one_of(which, {"next", "coming", "following"})) {
            step = 1;
        } else if (!is_one_of(which, {"this", "that"})) {
            return false;
        }
        const std::string unit = form(here + 1);
        // "the past two years" is a stretch, not a date; "the next morning" is after a day already named.
        const bool narrated =
            (article && (which == "next" || which == "following" || which == "previous")) || which == "that";
        const auto done = [&](std::string normalized) {
            TokenIndex end = here + 2;
            match = {end, ValueKind::date, narrated ? std::string() : std::move(normalized)};
            return true;
        };
        if (const auto weekday = look_up(weekdays, unit)) {
            return done(weekday_text(*weekday, at, step));
        }
        if (const auto month = month_at(here + 1)) {
            if (!calendar_.known()) return done("");
            int year = calendar_.year();
            const int that = static_cast<int>(*month);
            if (step < 0 && that >= calendar_.month()) --year;
            if (step > 0 && that <= calendar_.month()) ++year;
            return done(padded(year, 4) + "-" + padded(that, 2));
        }
        if (const auto season = look_up(seasons, unit)) return done(season_text(*season, step, at));
        if (is_one_of(unit, {"morning", "afternoon", "evening", "night"})) {
            if (!calendar_.known()) return done("");
            return done(Calendar::day(calendar_.today() + std::chrono::days(step)));
        }
        const auto period = look_up(periods, unit);
        if (!period || (unit.ends_with('s') && unit != "s")) return false;
        return done(period_text(*period, step));
    }

    /// The day, week, month … that lies `step` of them from the document's.
    std::string period_text(char period, long step) const {
        if (!calendar_.known()) return {};
        constexpr long limit = 5000;  // beyond, years leave the calendar
        if (step > limit || step < -limit) return {};
        const int steps = static_cast<int>(step);
        switch (period) {
            case 'd':
                return Calendar::day(calendar_.today() + std::chrono::days(steps));
            case 'w':
                return Calendar::week(calendar_.today() + std::chrono::days(7 * steps));
            case 'f':
                return Calendar::week(calendar_.today() + std::chrono::days(14 * steps));
            case 'm':
                return calendar_.month_after(steps);
            case 'q': {
                const int quarters = calendar_.year() * 4 + (calendar_.month() - 1) / 3 + steps;
                return quarters < 0 ? "" : padded(quarters / 4, 4) + "-Q" + std::to_string(quarters % 4 + 1);
            }
            case 'y': {
                const int year = calendar_.year() + steps;
                return year < 0 ? "" : padded(year, 4);
            }
            default:
                return {};
        }
    }

    std::string season_text(const Season& season, int step, TokenIndex at) const {
        if (!calendar_.known()) return {};
        int year = calendar_.year();
        const int now = calendar_.month();
        const bool under_way = now >= season.first_month && now < season.first_month + 3;
        if (step == 0 && tense_at(at) == Tense::past && season.first_month > now) --year;
        if (step == 0 && tense_at(at) == Tense::future && season.first_month + 3 <= now) ++year;
        if (step < 0 && (season.first_month > now || under_way)) --year;
        if (step > 0 && season.first_month <= now) ++year;
        return padded(year, 4) + "-" + std::string(season.code);
    }

    bool read_season(TokenIndex at, Match& match) {
        const TokenIndex noun = form(at) == "the" ? at + 1 : at;
        const auto season = look_up(seasons, form(noun));
        if (!season || token(noun).upos == Upos::verb) return false;
        const std::string before = at > begin_ ? form(at - 1) : "";
        TokenIndex end = noun + 1;
        const auto year = year_behind(end);
        const bool dated = year || is_one_of(before, {"in", "by", "since", "until", "over", "during",
                                                      "before", "after", "from"});
        if (!dated) return false;
        match = {end, ValueKind::date,
                 year ? padded(*year, 4) + "-" + std::string(season->code) : season_text(*season, 0, at)};
        return true;
    }

    bool read_quarter(TokenIndex at, Match& match) {
        const std::string word = form(at);
        TokenIndex end = at + 1;
        int number = 0;
        char part = 'Q';
        if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4') {
            number = word[1] - '0';
            part = word[0] == 'q' ? 'Q' : 'H';
        } else {
            const TokenIndex ordinal = word == "the" ? at + 1 : at;
            const std::string which = form(ordinal);
            TokenIndex noun = ordinal + 1;
            if (form(noun) == "-") ++noun;
            const std::string unit = form(noun);
            const auto place =
                which == "last" || which == "final" ? std::optional<unsigned>(4) : look_up(ordinals, which);
            if (!place || *place > 4 || (unit != "quarter" && unit != "half")) return false;
            number = static_cast<int>(*place);
            part = unit == "quarter" ? 'Q' : 'H';
            if (part == 'H' && number > 2) return false;
            end = noun + 1;
        }
        std::optional<int> year = year_behind(end);
        if (part == 'H' && !year) return false;  // of a match, too
        if (!year && calendar_.known()) {
            year = calendar_.year();
            const int now = (calendar_.month() - 1) / 3 + 1;
            if (tense_at(at) == Tense::past && number > now) --*year;
            if (tense_at(at) == Tense::future && number < now) ++*year;
        }
        match = {end, ValueKind::date, year ? padded(*year, 4) + "-" + part + std::to_string(number) : ""};
        return true;
    }

    /// "06:14", "3am".
    bool read_time(TokenIndex at, Match& match) {
        const std::string word = form(at);
        const std::size_t colon = word.find(':');
        if (colon != std::string::npos) {
            const auto hour = whole(std::string_view(word).substr(0, colon), 1, 2);
            const auto minute = whole(std::string_view(word).substr(colon + 1), 2, 2);
            if (!hour || !minute || *hour > 23 || *minute > 59) return false;
            match = {at + 1, ValueKind::date, "T" + padded(*hour, 2) + ":" + padded(*minute, 2)};
            return true;
        }
        const auto digits = digits_of(word);
        if (!digits || digits->number < 1 || digits->number > 12 ||
            digits->number != std::floor(digits->number))
            return false;
        std::string half(digits->rest);
        TokenIndex end = at + 1;
        if (half.empty() && end < end_) half = form(end++);
        std::erase(half, '.');
        if (half != "am" && half != "pm") return false;
        const int hour = static_cast<int>(digits->number) % 12 + (half == "pm" ? 12 : 0);
        match = {end, ValueKind::date, "T" + padded(hour, 2) + ":00"};
        return true;
    }

    /// "three years ago", "two years", "five-year", "within the hour".
    bool read_period(TokenIndex at, Match& match) {
        const auto number = number_at(at);
        if (!number) return false;
        TokenIndex here = number->end;
        bool attributive = false;
        if (form(here) == "-" && here + 1 < end_) {
            ++here;
            attributive = true;
        }
        const auto period = look_up(periods, form(here));
        if (!period || *period == 'e' || *period == 'z') return false;
        if (*period == 's' && form(here) == "second") return false;
        if (*period == 'q') return false;
        const TokenIndex end = here + 1;
        const std::string next = form(end);
        if (!attributive && (next == "ago" || next == "earlier" || next == "later" || next == "hence")) {
            const double steps = next == "ago" ? -number->value : number->value;
            std::string normalized;
            if ((next == "ago" || next == "hence") && std::abs(steps) < 5000 && steps == std::floor(steps)) {
                const long scale = *period == 'x' ? 10 : 1;
                normalized = period_text(*period == 'x' ? 'y' : *period, static_cast<long>(steps) * scale);
            }
            match = {end + 1, ValueKind::date, normalized};
            return true;
        }
        if (!attributive && is_one_of(next, {"after", "before"})) {
            match = {end, ValueKind::date, ""};  // "six years after it began"
            return true;
        }
        if (number->article && !is_one_of(next, {"", ".", ","})) return false;  // "a year of change"
        match = {end, ValueKind::duration, duration_text(number->value, *period)};
        return true;
    }

    static std::string duration_text(double number, char period) {
        const std::string count = plain(number);
        switch (period) {
            case 's':
                return "PT" + count + "S";
            case 'n':
                return "PT" + count + "M";
            case 'h':
                return "PT" + count + "H";
            case 'd':
                return "P" + count + "D";
            case 'w':
                return "P" + count + "W";
            case 'f':
                return "P" + plain(number * 2) + "W";
            case 'm':
                return "P" + count + "M";
            case 'y':
                return "P" + count + "Y";
            case 'x':
                return "P" + plain(number * 10) + "Y";
            case 'c':
                return "P" + plain(number * 100) + "Y";
            default:
                return {};
        }
    }

    /// "2-1" in one token or three, "212 votes to 190".
    bool read_score(TokenIndex at, Match& match) {
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

    /// "first place", "the top tier", "number one", "No. 3", and an ordinal that modifies no noun.
    bool read_rank(TokenIndex at, Match& match) {
        const TokenIndex here = form(at) == "the" ? at + 1 : at;
        const std::string word = form(here);
        const std::string next = form(here + 1);
        const auto rank_noun = [](std::string_view noun) {
            return is_one_of(noun, {"place", "position", "spot", "rank", "ranks", "tier", "slot", "seed"});
        };
        if (word == "top" && (rank_noun(next) || is_one_of(next, {"three", "four", "five", "ten", "half", "3",
                                                                  "5", "10", "20", "100"}))) {
            match = {here + 2, ValueKind::rank,
                     rank_noun(next) && next != "tier" && next != "ranks" ? "1" : ""};
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
            if (number && !number->article && number->value == std::floor(number->value) &&
                number->value >= 1 && number->value < 1000) {
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

    static std::optional<unsigned> ordinal(const std::string& word) {
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

    /// Numbers with what they count: "61.4%", "3.2 points", "a third", "three times", "200,000 processors".
    bool read_quantity(TokenIndex at, Match& match) {
        const std::string word = form(at);
        if (is_one_of(word, {"twice", "thrice", "double", "triple", "half"})) {
            if (word == "half" && token(at).deprel == Deprel::amod) return false;
            if (is_one_of(word, {"double", "triple"}) && token(at).upos == Upos::verb) return false;
            const std::string value = word == "half"                         ? "0.5"
                                      : is_one_of(word, {"twice", "double"}) ? "2"
                                                                             : "3";
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

    const Analysis& analysis_;
    const Dependents& dependents_;
    const Calendar& calendar_;
    TokenIndex begin_ = 0;
    TokenIndex end_ = 0;
};

}  // namespace

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
    const Calendar calendar(document_date);
    std::vector<Value> values;
    ValueFinder finder(analysis, dependents, calendar);
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
        return all.first(std::min(all.size(), max_dependents));
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
