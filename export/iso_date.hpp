#pragma once
// Dates for formats that check them.

#include <string_view>

namespace newsgraph {

/// Whether `text` is a day as XML Schema's date has it: "2026-04-08", not "2026-02-30" or "April".
bool is_iso_date(std::string_view text) noexcept;

}  // namespace newsgraph
