#include "ingest/learn/answer_value.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <vector>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<int, 13> month_days = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr int first_year = 1000;
constexpr int last_year = 2199;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// 1 to 12 for a month's name, whole or cut after three letters: "Sept."; 0 for all else.
int month_of(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.size() < 3) return 0;
    for (std::size_t month = 0; month < month_names.size(); ++month) {
        if (word.size() > month_names[month].size()) continue;
        const bool is_whole = word.size() == month_names[month].size();
        const bool is_cut = word.size() == 3 || (month == 8 && word.size() == 4);
        if (!is_whole && !is_cut) continue;
        bool same = true;
        for (std::size_t i = 0; i < word.size(); ++i) same &= lower(word[i]) == lower(month_names[month][i]);
        if (same) return static_cast<int>(month) + 1;
    }
    return 0;
}

/// The number of a word of digits, with an ordinal's ending where that is allowed; -1 for all else.
int number_of(std::string_view word, bool may_be_ordinal) {
    int value = 0;
    const auto [rest, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (problem != std::errc() || word.empty() || !is_digit(word.front())) return -1;
    const std::string_view ending = word.substr(static_cast<std::size_t>(rest - word.data()));
    const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    return ending.empty() || (may_be_ordinal && is_ordinal) ? value : -1;
}

bool is_year(std::string_view word) {
    const int value = number_of(word, false);
    return word.size() == 4 && value >= first_year && value <= last_year;
}

std::vector<std::string_view> parts_of(std::string_view words) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        if (end > begin) parts.push_back(words.substr(begin, end - begin));
        begin = end + 1;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        const bool parts_digits = (c == '/' || c == '-' || c == '.') && i > 0 && i + 1 < words.size() &&
                                  is_digit(words[i - 1]) && is_digit(words[i + 1]);
        if (c == ' ' || c == ',' || c == '(' || c == ')' || parts_digits) take(i);
    }
    take(words.size());
    std::erase_if(parts, [](std::string_view part) { return part == "of" || part == "the" || part == "on"; });
    return parts;
}

std::optional<CalendarDate> checked(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > month_days[static_cast<std::size_t>(month)])
        return std::nullopt;
    return CalendarDate{year, month, day};
}

}  // namespace

std::optional<CalendarDate> calendar_date(std::string_view words) {
    const std::vector<std::string_view> parts = parts_of(words);
    if (parts.size() == 1 && is_year(parts[0])) return CalendarDate{number_of(parts[0], false), 0, 0};
    if (parts.size() == 2 && is_year(parts[1])) {
        if (const int month = month_of(parts[0])) return CalendarDate{number_of(parts[1], false), month, 0};
        return std::nullopt;
    }
    if (parts.size() != 3) return std::nullopt;
    if (is_year(parts[0]))
        return checked(number_of(parts[0], false), number_of(parts[1], false), number_of(parts[2], false));
    if (!is_year(parts[2])) return std::nullopt;
    const int year = number_of(parts[2], false);
    if (const int month = month_of(parts[1])) return checked(year, month, number_of(parts[0], true));
    if (const int month = month_of(parts[0])) return checked(year, month, number_of(parts[1], true));
    const int first = number_of(parts[0], false);
    const int second = number_of(parts[1], false);
    return first > 12 ? checked(year, second, first) : checked(year, first, second);
}

std::string date_text(const CalendarDate& date, DateForm form) {
    const int month = date.month > 0 ? date.month : 1;
    const int day = date.day > 0 ? date.day : 1;
    std::array<char, 40> text{};
    switch (form) {
        case DateForm::iso:
            std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, month, day);
            break;
        case DateForm::day_name:
            std::snprintf(text.data(), text.size(), "%02d %s %04d", day,
                          month_names[static_cast<std::size_t>(month - 1)].data(), date.year);
            break;
        case DateForm::year:
            std::snprintf(text.data(), text.size(), "%04d", date.year);
            break;
        case DateForm::as_known:
            if (date.day > 0) return date_text(date, DateForm::iso);
            if (date.month > 0) {
                std::snprintf(text.data(), text.size(), "%04d-%02d", date.year, date.month);
            } else {
                return date_text(date, DateForm::year);
            }
            break;
    }
    return text.data();
}

std::optional<WrittenNumber> written_number(std::string_view words) {
    WrittenNumber number;
    std::size_t at = 0;
    constexpr std::string_view minus = "\u2212";
    if (words.starts_with('-')) {
        number.digits = "-";
        at = 1;
    } else if (words.starts_with(minus)) {
        number.digits = "-";
        at = minus.size();
    }
    if (at >= words.size() || !is_digit(words[at])) return std::nullopt;
    for (; at < words.size(); ++at) {
        const char c = words[at];
        const bool before_digit = at + 1 < words.size() && is_digit(words[at + 1]);
        if (is_digit(c)) {
            number.digits += c;
        } else if (c == '.' && before_digit && !number.has_point) {
            number.has_point = true;
            number.digits += c;
        } else if (c != ',' || !before_digit || number.has_point) {
            break;
        }
    }
    number.rest = words.substr(at);
    return number;
}

std::string plain_number(std::string_view digits) {
    if (digits.find('.') == std::string_view::npos) return std::string(digits);
    while (digits.ends_with('0')) digits.remove_suffix(1);
    if (digits.ends_with('.')) digits.remove_suffix(1);
    return std::string(digits);
}

}  // namespace newsgraph
