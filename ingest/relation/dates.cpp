// Dates and stretches of time: "Tuesday", "last autumn", "the third quarter", "three years ago".
#include "ingest/relation/clause.hpp"
#include "ingest/relation/value_finder.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace newsgraph::value_reading {

Tense ValueFinder::tense_at(TokenIndex at) const {
    TokenIndex index = at;
    for (int step = 0; step < max_climb && index != no_token; ++step) {
        const Token& word = token(index);
        if (word.upos == Upos::verb || word.upos == Upos::aux || word.deprel == Deprel::root) {
            const auto all = dependents_.of(index);
            for (const TokenIndex dependent : all.first(std::min(all.size(), max_dependents))) {
                const std::string helper = lower_form(analysis_, dependent);
                if (token(dependent).deprel == Deprel::aux &&
                    is_one_of(helper,
                              {"will", "'ll", "may", "might", "could", "would", "should", "shall", "can"})) {
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

bool ValueFinder::in_name(TokenIndex at) const {
    const auto after = std::ranges::upper_bound(analysis_.names, at, {},
                                                [](const NameTag& name) { return name.tokens.begin; });
    return after != analysis_.names.begin() && std::prev(after)->tokens.contains(at) &&
           std::prev(after)->tokens.size() > 1;
}

std::optional<unsigned> ValueFinder::month_at(TokenIndex at) const {
    if (at >= end_ || token(at).upos == Upos::aux || token(at).upos == Upos::verb) return std::nullopt;
    const std::string_view written = analysis_.form(at);
    if (written.empty() || written.front() < 'A' || written.front() > 'Z') return std::nullopt;
    return look_up(months, form(at));
}

std::string ValueFinder::month_text(std::optional<int> year, unsigned month, std::optional<unsigned> day,
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

std::optional<int> ValueFinder::year_behind(TokenIndex& at) const {
    TokenIndex here = at;
    if (form(here) == ",") ++here;
    if (form(here) == "of") ++here;
    const auto year = year_of(form(here));
    if (year) at = here + 1;
    return year;
}

bool ValueFinder::read_date(TokenIndex at, Match& match) {
    if (in_name(at)) return false;
    return read_calendar_date(at, match) || read_year(at, match) || read_relative(at, match) ||
           read_season(at, match) || read_quarter(at, match) || read_time(at, match) ||
           read_period(at, match);
}

bool ValueFinder::read_calendar_date(TokenIndex at, Match& match) {
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

bool ValueFinder::stands_as_date(TokenIndex at) const {
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

std::string ValueFinder::weekday_text(unsigned weekday, TokenIndex at, int weeks) const {
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

bool ValueFinder::read_year(TokenIndex at, Match& match) {
    const std::string word = form(at);
    if (word.size() == 5 && word.back() == 's' && year_of(word.substr(0, 4)) && word[3] == '0') {
        match = {at + 1, ValueKind::date, word};
        return true;
    }
    const auto year = year_of(word);
    if (!year ||
        (at > begin_ && adjoins(at) && form(at - 1) != "(" && form(at - 1) != "-" && form(at - 1) != "–")) {
        return false;
    }
    const std::string before = at > begin_ ? form(at - 1) : "";
    const bool preposition = is_one_of(
        before, {"in",  "since", "by",   "until", "till",    "from",    "of",     "before", "after", "during",
                 "to",  "early", "late", "mid",   "through", "between", "around", "circa",  "its",   "their",
                 "his", "her",   "the",  "'s",    "’s",      "(",       "-",      "–"});
    const bool counted = token(at).deprel == Deprel::nummod && token(at).head != no_token &&
                         token(token(at).head).xpos == Xpos::nns;
    const bool adverbial =
        token(at).deprel == Deprel::obl_unmarked || token(at).deprel == Deprel::nmod_unmarked;
    if ((!preposition && !adverbial) || counted) return false;
    match = {at + 1, ValueKind::date, word};
    return true;
}

bool ValueFinder::read_relative(TokenIndex at, Match& match) {
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

std::string ValueFinder::period_text(char period, long step) const {
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

std::string ValueFinder::season_text(const Season& season, int step, TokenIndex at) const {
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

bool ValueFinder::read_season(TokenIndex at, Match& match) {
    const TokenIndex noun = form(at) == "the" ? at + 1 : at;
    const auto season = look_up(seasons, form(noun));
    if (!season || token(noun).upos == Upos::verb) return false;
    const std::string before = at > begin_ ? form(at - 1) : "";
    TokenIndex end = noun + 1;
    const auto year = year_behind(end);
    const bool dated = year || is_one_of(before, {"in", "by", "since", "until", "over", "during", "before",
                                                  "after", "from"});
    if (!dated) return false;
    match = {end, ValueKind::date,
             year ? padded(*year, 4) + "-" + std::string(season->code) : season_text(*season, 0, at)};
    return true;
}

bool ValueFinder::read_quarter(TokenIndex at, Match& match) {
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

bool ValueFinder::read_time(TokenIndex at, Match& match) {
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
    if (!digits || digits->number < 1 || digits->number > 12 || digits->number != std::floor(digits->number))
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

bool ValueFinder::read_period(TokenIndex at, Match& match) {
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

std::string ValueFinder::duration_text(double number, char period) {
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

}  // namespace newsgraph::value_reading
