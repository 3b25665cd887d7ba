#pragma once
// Reads the values of a sentence; inside the reading of values only.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/relation/calendar.hpp"
#include "ingest/relation/value_words.hpp"
#include "ingest/relation/values.hpp"

namespace newsgraph::value_reading {

enum class Tense { past, future };

/// Reads the values of one sentence, from left to right; each token is looked at a bounded number of times.
/// Its members are defined by what they read: dates (dates.cpp), numbers and money (amounts.cpp), and the
/// rest (values.cpp).
class ValueFinder {
  public:
    ValueFinder(const Analysis& analysis, const Dependents& dependents, const Calendar& calendar)
        : analysis_(analysis), dependents_(dependents), calendar_(calendar) {}
    void read(const Sentence& sentence, std::vector<Value>& values);

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
    Value value_of(TokenIndex begin, const Match& match) const;
    bool read_at(TokenIndex at, Match& match);
    bool read_core(TokenIndex at, Match& match);
    /// The first token after "about", "more than", "up to", "an estimated".
    TokenIndex after_approximator(TokenIndex at) const;
    /// A number in digits or words from `at` on, e.g. "320", "11.4bn", "two million", "twenty-three".
    struct Number {
        TokenIndex end = 0;
        double value = 0;
        bool in_digits = false;
        bool article = false;  // "a" alone
    };
    std::optional<Number> number_at(TokenIndex at) const;
    /// "nine", "twenty-three" (one token).
    static std::optional<double> simple(const std::string& word);
    std::optional<double> magnitude_at(TokenIndex at) const;
    bool read_money(TokenIndex at, Match& match);
    /// "$1.5bn" in one token.
    static std::optional<std::pair<std::string, double>> glued_money(const std::string& word);
    /// Does the verb that the token belongs to speak of the future?
    Tense tense_at(TokenIndex at) const;
    bool in_name(TokenIndex at) const;
    /// The month that a word names, where it is no verb ("may") and no part of a name.
    std::optional<unsigned> month_at(TokenIndex at) const;
    std::string month_text(std::optional<int> year, unsigned month, std::optional<unsigned> day,
                           TokenIndex at) const;
    /// A year after a month or a season: "2019", ", 2019".
    std::optional<int> year_behind(TokenIndex& at) const;
    bool read_date(TokenIndex at, Match& match);
    bool read_calendar_date(TokenIndex at, Match& match);
    /// A month alone is a date where it hangs on a preposition, a demonstrative, or stands as an adverbial.
    bool stands_as_date(TokenIndex at) const;
    /// The day of that weekday, `weeks` on from the one that is meant without more.
    std::string weekday_text(unsigned weekday, TokenIndex at, int weeks) const;
    bool read_year(TokenIndex at, Match& match);
    bool read_relative(TokenIndex at, Match& match);
    /// The day, week, month … that lies `step` of them from the document's.
    std::string period_text(char period, long step) const;
    std::string season_text(const Season& season, int step, TokenIndex at) const;
    bool read_season(TokenIndex at, Match& match);
    bool read_quarter(TokenIndex at, Match& match);
    /// "06:14", "3am".
    bool read_time(TokenIndex at, Match& match);
    /// "three years ago", "two years", "five-year", "within the hour".
    bool read_period(TokenIndex at, Match& match);
    static std::string duration_text(double number, char period);
    /// "2-1" in one token or three, "212 votes to 190".
    bool read_score(TokenIndex at, Match& match);
    /// "first place", "the top tier", "number one", "No. 3", and an ordinal that modifies no noun.
    bool read_rank(TokenIndex at, Match& match);
    static std::optional<unsigned> ordinal(const std::string& word);
    /// Numbers with what they count: "61.4%", "3.2 points", "a third", "three times", "200,000 processors".
    bool read_quantity(TokenIndex at, Match& match);
    const Analysis& analysis_;
    const Dependents& dependents_;
    const Calendar& calendar_;
    TokenIndex begin_ = 0;
    TokenIndex end_ = 0;
};

}  // namespace newsgraph::value_reading
