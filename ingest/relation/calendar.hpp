#pragma once
// The day that a document is of, and the calendar around it; inside the reading of values only.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/relation/value_words.hpp"

namespace newsgraph::value_reading {

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

}  // namespace newsgraph::value_reading
