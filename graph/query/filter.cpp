#include "graph/query/filter.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

std::string listed(const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ", ") + value;
    return '(' + list + ')';
}

std::string quoted_list(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const std::string& text : texts) quoted.push_back(sql_quoted(text));
    return listed(quoted);
}

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace

std::string ClaimFilter::document_condition() const {
    std::string condition;
    if (!since.empty()) condition += " AND d.date >= " + sql_quoted(since);
    // A month's last day is not after the month.
    if (!until.empty())
        condition += " AND d.date <> '' AND substr(d.date, 1, " + std::to_string(until.size()) +
                     ") <= " + sql_quoted(until);
    if (!documents.empty()) condition += " AND d.id IN " + quoted_list(documents);
    return condition;
}

std::string ClaimFilter::modality_condition() const {
    if (modalities.empty()) return {};
    std::vector<std::string> numbers;
    for (const Modality modality : modalities) numbers.push_back(std::to_string(static_cast<int>(modality)));
    return " AND c.modality IN " + listed(numbers);
}

std::string ClaimFilter::relation_condition() const {
    const std::string claims =
        " FROM claim c JOIN document d ON d.key = c.document WHERE c.relation = r.key" +
        document_condition() + modality_condition();
    const auto value = [&](const std::string& column, const std::string& over_claims) {
        return chooses_claims() ? "(SELECT " + over_claims + claims + ")" : column;
    };
    std::string condition;
    if (!open) condition += " AND NOT r.open";
    if (!inferred) condition += " AND " + value("r.inferred", "min(c.inferred)") + " = 0";
    if (!types.empty()) condition += " AND r.type IN " + quoted_list(types);
    if (min_sources > 1) {
        // Those of the firmest modality: that is the one shown.
        const std::string sources = chooses_claims() ? "(SELECT count(DISTINCT d.story)" + claims +
                                                           " GROUP BY c.modality ORDER BY c.modality LIMIT 1)"
                                                     : "r.sources";
        condition += " AND " + sources + " >= " + std::to_string(min_sources);
    }
    if (chooses_claims()) condition += " AND EXISTS (SELECT 1" + claims + ")";
    return condition;
}

bool is_date(std::string_view date) {
    if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
    if (!are_digits(date.substr(0, 4))) return false;
    if (date.size() == 4) return true;
    const auto part = [&](std::size_t at) {
        return date[at - 1] == '-' && are_digits(date.substr(at, 2))
                   ? (date[at] - '0') * 10 + date[at + 1] - '0'
                   : 0;
    };
    const int year = (date[2] - '0') * 10 + date[3] - '0', century = (date[0] - '0') * 10 + date[1] - '0';
    const bool is_leap = year % 4 == 0 && (year != 0 || century % 4 == 0);
    const int month = part(5);
    if (month < 1 || month > 12) return false;
    if (date.size() == 7) return true;
    const std::array days{31, is_leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int day = part(8);
    return 1 <= day && day <= days[static_cast<std::size_t>(month - 1)];
}

std::string sql_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + '\'';
}

}  // namespace newsgraph
