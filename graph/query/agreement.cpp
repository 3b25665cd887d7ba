#include "graph/query/agreement.hpp"

#include <algorithm>

#include "graph/names.hpp"

namespace newsgraph {
namespace {

/// "2026-W15", "2026-Q3", "2026-SU": a part of a year that is no month.
bool is_other_period(std::string_view value) {
    return value.size() > 5 && is_date(value.substr(0, 4)) && value[4] == '-' && 'A' <= value[5] &&
           value[5] <= 'Z';
}

/// Whether a qualifier's texts say nothing that can be compared without a normal form: "last week".
bool needs_normal_form(std::string_view qualifier) { return qualifier == "date" || qualifier == "amount"; }

}  // namespace

std::vector<std::string> comparable_values(const StoredClaim& claim, std::string_view qualifier) {
    std::vector<std::string> values;
    for (const Qualifier& given : claim.qualifiers) {
        if (given.name != qualifier) continue;
        if (!given.normalized.empty())
            values.push_back(given.normalized);
        else if (!needs_normal_form(qualifier))
            values.push_back(folded_name(given.value));
    }
    return values;
}

bool may_agree(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (is_date(a) && is_date(b)) return a.starts_with(b) || b.starts_with(a);
    const bool are_dates = (is_date(a) || is_other_period(a)) && (is_date(b) || is_other_period(b));
    return are_dates && a.substr(0, 4) == b.substr(0, 4);
}

bool may_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::any_of(a, [&](const std::string& value) {
        return std::ranges::any_of(b, [&](const std::string& other) { return may_agree(value, other); });
    });
}

bool have_same(const StoredClaim& a, const StoredClaim& b, const std::vector<std::string>& qualifiers) {
    return std::ranges::all_of(qualifiers, [&](const std::string& qualifier) {
        const auto of_a = comparable_values(a, qualifier), of_b = comparable_values(b, qualifier);
        return (of_a.empty() && of_b.empty()) || may_agree(of_a, of_b);
    });
}

bool are_dated_apart(const StoredClaim& a, const StoredClaim& b) {
    const auto of_a = comparable_values(a, "date"), of_b = comparable_values(b, "date");
    return !of_a.empty() && !of_b.empty() && !may_agree(of_a, of_b);
}

bool is_before(std::string_view a, std::string_view b) {
    return is_date(a.substr(0, 4)) && is_date(b.substr(0, 4)) && a < b && !may_agree(a, b);
}

}  // namespace newsgraph
