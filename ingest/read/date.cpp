#include "ingest/read/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// The words of a line that may be a date: runs of letters and digits with what joins them ("2026-04-08",
/// "10:30"), without the commas and full stops after them.
std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = text.find_first_not_of(" \t,", at);
        if (begin == std::string_view::npos) break;
        at = std::min(text.find_first_of(" \t,", begin), text.size());
        std::string word = lower_case(text.substr(begin, at - begin));
        while (!word.empty() && (word.back() == '.' || word.back() == ':' || word.back() == ';'))
            word.pop_back();
        if (!word.empty()) found.push_back(std::move(word));
    }
    return found;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [rest, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || rest != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// 4 for "april", "apr" and "sept"; nothing for what names no month.
std::optional<int> month(std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || (word.size() <= 4 && months[i].starts_with(word)))
            return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

/// 8 for "8" and "8th".
std::optional<int> day_of_month(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
    }
    return word.size() <= 2 ? number(word) : std::nullopt;
}

std::optional<int> year(std::string_view word) { return word.size() == 4 ? number(word) : std::nullopt; }

bool is_weekday(std::string_view word) {
    return std::any_of(weekdays.begin(), weekdays.end(), [word](std::string_view weekday) {
        return word == weekday || (word.size() >= 3 && word.size() <= 5 && weekday.starts_with(word));
    });
}

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::optional<std::string> iso_date(std::optional<int> year, std::optional<int> month,
                                    std::optional<int> day) {
    constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!year || !month || !day || *year < 1600 || *year > 2999 || *month < 1 || *month > 12)
        return std::nullopt;
    const int last =
        lengths[static_cast<std::size_t>(*month) - 1] + (*month == 2 && is_leap_year(*year) ? 1 : 0);
    if (*day < 1 || *day > last) return std::nullopt;
    const auto two_digits = [](int value) { return std::to_string(value / 10) + std::to_string(value % 10); };
    return std::to_string(*year) + "-" + two_digits(*month) + "-" + two_digits(*day);
}

/// The date of "2026-04-08" or "2026-04-08t10:30z".
std::optional<std::string> iso_word(std::string_view word) {
    constexpr std::size_t length = 10;
    if (word.size() < length || word[4] != '-' || word[7] != '-') return std::nullopt;
    if (word.size() > length && word[length] != 't') return std::nullopt;
    return iso_date(number(word.substr(0, 4)), number(word.substr(5, 2)), number(word.substr(8, 2)));
}

/// Whether a word may follow a date in its line: "at", "10:30", "am", "gmt".
bool tells_time(std::string_view word) {
    constexpr std::array<std::string_view, 14> known{"at", "am",  "pm",  "a.m", "p.m", "gmt",  "utc",
                                                     "|",  "est", "edt", "bst", "cet", "cest", "pst"};
    if (std::find(known.begin(), known.end(), word) != known.end()) return true;
    return is_digit(word.front()) &&
           (word.find(':') != std::string_view::npos || word.ends_with("am") || word.ends_with("pm"));
}

struct DatedWords {
    std::string date;
    std::size_t words = 0;  // that the date takes
};

/// The date that `word` and those after it begin with.
std::optional<DatedWords> date_at_front(const std::vector<std::string>& word, std::size_t first) {
    std::size_t at = first;
    if (at < word.size() && is_weekday(word[at])) ++at;
    if (at >= word.size()) return std::nullopt;
    if (auto date = iso_word(word[at])) return DatedWords{*std::move(date), at + 1 - first};
    if (at + 2 >= word.size()) return std::nullopt;
    auto date = iso_date(year(word[at + 2]), month(word[at + 1]), day_of_month(word[at]));
    if (!date) date = iso_date(year(word[at + 2]), month(word[at]), day_of_month(word[at + 1]));
    if (!date) return std::nullopt;
    return DatedWords{*std::move(date), at + 3 - first};
}

std::optional<std::string> date_of_line(const std::vector<std::string>& word, std::size_t first) {
    auto dated = date_at_front(word, first);
    if (!dated) return std::nullopt;
    const auto rest = word.begin() + static_cast<std::ptrdiff_t>(first + dated->words);
    if (!std::all_of(rest, word.end(), tells_time)) return std::nullopt;
    return std::move(dated->date);
}

}  // namespace

std::optional<std::string> date_from(std::string_view text) { return date_of_line(words(text), 0); }

std::optional<std::string> publication_date(std::string_view line) {
    constexpr std::size_t longest = 100;  // bytes; a longer line is prose
    constexpr std::array<std::string_view, 6> verbs{"published", "updated", "posted",
                                                    "date",      "dated",   "issued"};
    if (line.size() > longest) return std::nullopt;
    const std::vector<std::string> word = words(line);
    std::size_t first = 0;
    if (first < word.size() && word[first] == "first") ++first;
    if (first < word.size() && std::find(verbs.begin(), verbs.end(), word[first]) != verbs.end()) ++first;
    if (first > 0 && first < word.size() && (word[first] == "on" || word[first] == "at")) ++first;
    return date_of_line(word, first);
}

std::optional<std::string> dateline_date(std::string_view paragraph) {
    constexpr std::size_t longest = 100;  // bytes from the place to the dash
    std::string_view line = paragraph.substr(0, longest);
    std::size_t end = std::string_view::npos;
    for (const std::string_view dash : {"\u2014", " \u2013 ", " -- ", " - "})
        end = std::min(end, line.find(dash));
    if (end == std::string_view::npos) return std::nullopt;
    line = line.substr(0, end);
    line = line.substr(0, line.find('('));  // "(Reuters)"

    const std::size_t place = static_cast<std::size_t>(
        std::find_if_not(line.begin(), line.end(), [](char c) { return is_letter(c) || (c & 0x80) != 0; }) -
        line.begin());
    const auto is_small = [](char c) { return 'a' <= c && c <= 'z'; };
    if (place < 3 || std::any_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(place), is_small))
        return std::nullopt;

    const std::vector<std::string> word = words(line);
    for (std::size_t first = 1; first < word.size(); ++first) {
        if (auto date = date_of_line(word, first)) return date;
    }
    return std::nullopt;
}

}  // namespace newsgraph
