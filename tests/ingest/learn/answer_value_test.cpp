#include "ingest/learn/answer_value.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("a date is known however it is written", "[learn][date]") {
    const auto [text, date] = GENERATE(table<std::string, CalendarDate>({
        {"26 May 1963", {1963, 5, 26}},
        {"May 26th, 1963", {1963, 5, 26}},
        {"26th of Sept. 1963", {1963, 9, 26}},
        {"1963-05-26", {1963, 5, 26}},
        {"30/05/1963", {1963, 5, 30}},
        {"05/30/1963", {1963, 5, 30}},
        {"March 2016", {2016, 3, 0}},
        {"1963", {1963, 0, 0}},
    }));
    CAPTURE(text);
    CHECK(calendar_date(text) == date);
}

TEST_CASE("what names no day, month or year is no date", "[learn][date]") {
    const auto* text =
        GENERATE("", "May", "31 February x", "30 February 1963", "0963", "12", "Acme 1963", "45/45/1963");
    CAPTURE(text);
    CHECK_FALSE(calendar_date(text));
}

TEST_CASE("a year alone becomes its first day where answers are days", "[learn][date]") {
    CHECK(date_text({1962, 0, 0}, DateForm::day_name) == "01 January 1962");
    CHECK(date_text({1962, 0, 0}, DateForm::iso) == "1962-01-01");
    CHECK(date_text({1962, 0, 0}, DateForm::as_known) == "1962");
    CHECK(date_text({1962, 7, 0}, DateForm::as_known) == "1962-07");
    CHECK(date_text({1962, 7, 9}, DateForm::year) == "1962");
}

TEST_CASE("a number is its digits, whatever parts its thousands and follows it", "[learn][number]") {
    CHECK(written_number("4,349 metres")->digits == "4349");
    CHECK(written_number("4,349 metres")->rest == " metres");
    CHECK(written_number("\u22126.5")->digits == "-6.5");
    CHECK(written_number("12.0")->has_point);
    CHECK_FALSE(written_number("about 12"));
    CHECK_FALSE(written_number("-"));
    CHECK(plain_number("12.0") == "12");
    CHECK(plain_number("12.50") == "12.5");
    CHECK(plain_number("120") == "120");
}
