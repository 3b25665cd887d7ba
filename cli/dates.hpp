#pragma once
// Dates that users give.

#include <string>

namespace newsgraph {

/// `date` as ISO 8601, e.g. for "8 April 2026"; empty if it is. Throws UsageError that names `option` where
/// it is none.
std::string iso_date_of(const std::string& date, const std::string& option);

}  // namespace newsgraph
