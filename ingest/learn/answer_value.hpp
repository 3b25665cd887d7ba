#pragma once
// Dates and numbers as they stand in a text, and the forms in which an answer may want them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

/// A day, a month or a year; what is not known is 0.
struct CalendarDate {
    int year = 0;
    int month = 0;
    int day = 0;
    friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

/// The date that the words are, alone: "26 May 1963", "May 26th, 1963", "1963-05-26", "30/05/1963", "May
/// 1963", "1963". With slashes the month comes first unless it can't. Nothing for all else.
std::optional<CalendarDate> calendar_date(std::string_view words);

/// How answers write dates.
enum class DateForm : std::uint8_t {
    iso,       // "1963-05-26"; where only the year is known "1963-01-01"
    day_name,  // "26 May 1963", "01 January 1963"
    year,      // "1963"
    as_known,  // iso, as far as it is known: "1963-05", "1963"
};
inline constexpr std::size_t date_form_count = 4;

std::string date_text(const CalendarDate& date, DateForm form);

/// A number in an answer or a text: "4,349" -> digits "4349"; `rest` is what follows, e.g. " (kilograms)".
struct WrittenNumber {
    std::string digits;  // sign, digits, point and decimals; no separators of thousands
    std::string rest;
    bool has_point = false;
};

/// The number that `words` begins with; nothing if it begins with none.
std::optional<WrittenNumber> written_number(std::string_view words);

/// Without zeros that say nothing: "12.0" -> "12", "12.50" -> "12.5".
std::string plain_number(std::string_view digits);

}  // namespace newsgraph
