#include "ingest/read/date.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace newsgraph;

TEST_CASE("dates are understood where day, month and year are certain", "[read][date]") {
    const auto [text, date] = GENERATE(table<std::string, std::string>({
        {"8 April 2026", "2026-04-08"},
        {"Wednesday, Apr. 8, 2026", "2026-04-08"},
        {"April 8th, 2026 10:30 GMT", "2026-04-08"},
        {"2026-04-08T10:30:00Z", "2026-04-08"},
        {"29 February 2024", "2024-02-29"},
        {"Sept. 1, 1999", "1999-09-01"},
        {"29 February 2026", ""},
        {"08/04/2026", ""},
        {"14 May", ""},
        {"May 2026", ""},
        {"8 April 2026 was a cold day", ""},
        {"", ""},
    }));
    CAPTURE(text);
    CHECK(date_from(text).value_or("") == date);
}

TEST_CASE("a line is a publication date only if it says nothing else", "[read][date]") {
    CHECK(publication_date("Published: 8 April 2026") == "2026-04-08");
    CHECK(publication_date("First published on Wed 8 Apr 2026 at 10:30 BST") == "2026-04-08");
    CHECK(publication_date("8 April 2026") == "2026-04-08");
    CHECK_FALSE(publication_date("Published his memoir on 8 April 2026").has_value());
    CHECK_FALSE(publication_date("The paper was published").has_value());
    CHECK_FALSE(publication_date("Date").has_value());
}

TEST_CASE("a dateline begins with a place in capitals", "[read][date]") {
    CHECK(dateline_date("OSLO, 8 April 2026 (Reuters) \u2014 Meta bought Acme.") == "2026-04-08");
    CHECK(dateline_date("NEW YORK, Apr. 8, 2026 -- Meta bought Acme.") == "2026-04-08");
    CHECK_FALSE(dateline_date("AARHUS, 14 May \u2014 Acme said").has_value());
    CHECK_FALSE(dateline_date("On 8 April 2026 \u2014 a Wednesday \u2014 it sailed").has_value());
}
