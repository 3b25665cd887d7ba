#include "cli/dates.hpp"

#include "cli/usage_error.hpp"
#include "ingest/read/date.hpp"

namespace newsgraph {

std::string iso_date_of(const std::string& date, const std::string& option) {
    if (date.empty()) return date;
    if (auto iso = date_from(date)) return *iso;
    throw UsageError(option, "\"" + date + "\" is no date", "write it as 2026-04-08");
}

}  // namespace newsgraph
