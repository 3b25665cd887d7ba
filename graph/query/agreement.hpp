#pragma once
// Whether two claims speak of the same, as far as their qualifiers tell.

#include <string>
#include <string_view>
#include <vector>

#include "graph/query/relations.hpp"

namespace newsgraph {

/// The values of a qualifier in the form in which they are compared: the normal form, else the folded words.
std::vector<std::string> comparable_values(const StoredClaim& claim, std::string_view qualifier);

/// Whether two values may mean the same: they are equal, or dates of which one is the more exact ("2026" and
/// "2026-04-08"), or dates that can't be compared ("2026-W15" and "2026-04").
bool may_agree(std::string_view a, std::string_view b);

/// Whether some value of one may mean the same as some of the other.
bool may_agree(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Whether both or neither have each of these qualifiers, and their values may mean the same.
bool have_same(const StoredClaim& a, const StoredClaim& b, const std::vector<std::string>& qualifiers);

/// Whether the texts date both, and differently.
bool are_dated_apart(const StoredClaim& a, const StoredClaim& b);

/// Whether `a` is a date wholly before `b`; false where one is unknown or can't be compared.
bool is_before(std::string_view a, std::string_view b);

}  // namespace newsgraph
