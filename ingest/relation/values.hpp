#pragma once
// Dates, amounts, percentages, scores and ranks in a text, with their normal forms.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

enum class ValueKind : std::uint8_t {
    date,        // "Tuesday", "last autumn", "2019", "three years ago", "the third quarter"
    duration,    // "three years", "112 years"
    money,       // "$1.3 billion", "€310m", "9 cents", "an undisclosed sum"
    percentage,  // "61.4%", "18 per cent"
    score,       // of a match or a vote: "2-1", "212 votes to 190"
    points,      // "3.2 points", "almost nine points"
    factor,      // "a third", "twice", "three times", "a tenth less"
    rank,        // "first place", "the top tier", "number one", "second"
    count,       // with a noun: "200,000 processors"
    number       // bare: "58.3"
};

/// The name as written here, e.g. "date".
std::string_view to_string(ValueKind kind) noexcept;

/// A value that the text names.
struct Value {
    ValueKind kind = ValueKind::number;
    TokenRange tokens;    // without a preposition: "Monday", "up to $50m", "the third quarter"
    TokenIndex head = 0;  // the phrase's head token, which its governor governs
    std::string text;     // the words as written; white space as one blank
    std::string
        normalized;  // "2026-04-08", "2026-W15", "2026-Q3", "2026-SU" (summer), "2019"; "310000000 EUR";
                     // "61.4" of a percentage; "P3Y" of a duration; empty where there is no such form
};

/// The values of the text in its order, none within another. `document_date` is ISO 8601, e.g. "2026-04-08",
/// and may be empty: then relative dates ("last week") have no normal form. Linear.
std::vector<Value> find_values(const Analysis& analysis, const Dependents& dependents,
                               std::string_view document_date);

/// The value with that head token; null if there is none. Logarithmic.
const Value* value_at(const std::vector<Value>& values, TokenIndex head);

/// The values that say more of `predicate`, in the text's order: among its dependents with and without a
/// preposition ("raised €5m in 2019"), in those of its object ("took a stake of 18% in"), and in what its
/// coordination shares ("founded in 2018 and sold in 2020": each its own). Bounded by the dependents.
std::vector<const Value*> values_of(const Analysis& analysis, const Dependents& dependents,
                                    const std::vector<Value>& values, TokenIndex predicate);

}  // namespace newsgraph
