#pragma once
// Dates that a document states of itself.

#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

/// The date that `text` is, with day, month and year, as ISO 8601: "2026-04-08" for "8 April 2026",
/// "Wednesday, Apr. 8, 2026", "April 8th, 2026", or "2026-04-08T10:30Z". A time of day after it is passed
/// over. Nothing for all else: "14 May" has no year, and "08/04/2026" is April in one country, August in
/// another.
std::optional<std::string> date_from(std::string_view text);

/// The date of a line that says when its document was published: "Published: 8 April 2026",
/// "Updated on 2026-04-08 at 10:30", or a date alone. Nothing for other lines.
std::optional<std::string> publication_date(std::string_view line);

/// The date in a dateline at the beginning of a paragraph: "LISBON, 8 April 2026 (Reuters) — ...". Nothing
/// where the dateline has no full date.
std::optional<std::string> dateline_date(std::string_view paragraph);

}  // namespace newsgraph
