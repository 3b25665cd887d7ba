#pragma once
// The words and signs that numbers, money and dates are written with; inside the reading of values only.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/language/analysis.hpp"

namespace newsgraph::value_reading {

inline constexpr std::size_t max_number_tokens = 8;  // "three hundred and twenty - five thousand"
inline constexpr std::size_t max_dependents = 48;    // looked at of one token
inline constexpr int max_climb = 6;                  // governors asked whether they speak of the future
inline constexpr TokenIndex max_noun_distance = 5;   // from a number to the noun that it counts

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

inline constexpr std::array<Word<double>, 33> number_words = {{
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"dozen", 12},   {"zero", 0},       {"couple", 2},
    {"nil", 0},       {"a", 1},         {"an", 1},
}};

inline constexpr std::array<Word<double>, 14> magnitudes = {{
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

inline constexpr std::array<Word<std::string_view>, 16> currency_signs = {{
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

inline constexpr std::array<Word<std::string_view>, 15> currency_codes = {{
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

inline constexpr std::array<Word<Unit>, 27> currency_words = {{
    {"dollar", {"USD"}},   {"dollars", {"USD"}},     {"euro", {"EUR"}},    {"euros", {"EUR"}},
    {"pound", {"GBP"}},    {"pounds", {"GBP"}},      {"yen", {"JPY"}},     {"yuan", {"CNY"}},
    {"renminbi", {"CNY"}}, {"rupee", {"INR"}},       {"rupees", {"INR"}},  {"franc", {"CHF"}},
    {"francs", {"CHF"}},   {"kronor", {"SEK"}},      {"kroner", {""}},     {"krona", {"SEK"}},
    {"rouble", {"RUB"}},   {"roubles", {"RUB"}},     {"rubles", {"RUB"}},  {"zloty", {"PLN"}},
    {"peso", {""}},        {"pesos", {""}},          {"cent", {"", 0.01}}, {"cents", {"", 0.01}},
    {"penny", {"", 0.01}}, {"pence", {"GBP", 0.01}}, {"p", {"GBP", 0.01}},
}};

inline constexpr std::array<Word<unsigned>, 24> months = {{
    {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
    {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
    {"jan.", 1},    {"feb.", 2},     {"mar.", 3},      {"apr.", 4},     {"jun.", 6},      {"jul.", 7},
    {"aug.", 8},    {"sept.", 9},    {"sep.", 9},      {"oct.", 10},    {"nov.", 11},     {"dec.", 12},
}};

inline constexpr std::array<Word<unsigned>, 7> weekdays = {{
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

inline constexpr std::array<Word<Season>, 5> seasons = {{
    {"spring", {"SP", 3}},
    {"summer", {"SU", 6}},
    {"autumn", {"AU", 9}},
    {"fall", {"AU", 9}},
    {"winter", {"WI", 12}},
}};

inline constexpr std::array<Word<char>, 24> periods = {{
    {"hour", 'h'},    {"hours", 'h'},     {"minute", 'n'},  {"minutes", 'n'},  {"second", 's'},
    {"seconds", 's'}, {"day", 'd'},       {"days", 'd'},    {"week", 'w'},     {"weeks", 'w'},
    {"month", 'm'},   {"months", 'm'},    {"quarter", 'q'}, {"quarters", 'q'}, {"year", 'y'},
    {"years", 'y'},   {"decade", 'x'},    {"decades", 'x'}, {"century", 'c'},  {"centuries", 'c'},
    {"weekend", 'e'}, {"fortnight", 'f'}, {"season", 'z'},  {"seasons", 'z'},
}};

inline constexpr std::array<Word<unsigned>, 20> ordinals = {{
    {"first", 1},     {"second", 2},   {"third", 3},      {"fourth", 4},  {"fifth", 5},
    {"sixth", 6},     {"seventh", 7},  {"eighth", 8},     {"ninth", 9},   {"tenth", 10},
    {"eleventh", 11}, {"twelfth", 12}, {"twentieth", 20}, {"quarter", 4}, {"half", 2},
    {"thirds", 3},    {"fifths", 5},   {"quarters", 4},   {"tenths", 10}, {"halves", 2},
}};

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number without useless zeros: 61.4, 310000000, 0.12.
inline std::string plain(double number) {
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

inline std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

/// "61.4", "1,200", "310m" -> the number and what follows the digits; nothing if it doesn't begin with a
/// digit.
struct Digits {
    double number = 0;
    std::string_view rest;
};

inline std::optional<Digits> digits_of(std::string_view form) {
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

inline std::optional<int> whole(std::string_view form, std::size_t min_digits, std::size_t max_digits) {
    if (form.size() < min_digits || form.size() > max_digits || !std::ranges::all_of(form, is_digit))
        return std::nullopt;
    int number = 0;
    std::from_chars(form.data(), form.data() + form.size(), number);
    return number;
}

inline std::optional<int> year_of(std::string_view form) {
    const std::optional<int> year = whole(form, 4, 4);
    return year && *year >= 1500 && *year <= 2199 ? year : std::nullopt;
}

/// "8", "8th", "21st": a day of a month.
inline std::optional<unsigned> day_of(std::string_view form) {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        if (form.size() > 2 && form.ends_with(suffix)) form.remove_suffix(2);
    }
    const std::optional<int> day = whole(form, 1, 2);
    return day && *day >= 1 && *day <= 31 ? std::optional<unsigned>(static_cast<unsigned>(*day))
                                          : std::nullopt;
}

inline std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

}  // namespace newsgraph::value_reading
