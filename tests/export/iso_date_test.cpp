#include "export/iso_date.hpp"

#include <catch2/catch.hpp>

using namespace newsgraph;

TEST_CASE("Only a day that there is counts as a date", "[export]") {
    for (const char* day : {"2026-04-08", "2024-02-29", "0001-01-01"}) CHECK(is_iso_date(day));
    for (const char* other : {"", "2026", "2026-04", "2026-4-8", "2026-02-30", "2025-02-29", "0000-01-01",
                              "2026-13-01", "2026-04-08T10:00", "2026/04/08", "abcd-ef-gh", "-026-04-08"}) {
        CAPTURE(other);
        CHECK_FALSE(is_iso_date(other));
    }
}
