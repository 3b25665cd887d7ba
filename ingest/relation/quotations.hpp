#pragma once
// What stands between quotation marks, and who says it.

#include <vector>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// Words between quotation marks, as far as the marks or the paragraph go; it may hold several sentences.
struct Quotation {
    TokenRange tokens;              // without the marks
    TokenIndex speaker = no_token;  // head token of who says it: "Ng" in "…," said Ng; `no_token` if unknown
    TokenIndex verb = no_token;     // "said"; `no_token` where the speaker is only carried on from before
};

/// The quotations in the text's order, not overlapping. The speaker is found before, after or in the middle
/// of the words, and is carried on to the next quotation of the paragraph where that one has none of its own.
/// Single quotation marks count only where they can't be apostrophes. Linear.
std::vector<Quotation> find_quotations(const Analysis& analysis, const Dependents& dependents);

/// The quotation that holds `token`; null if none does. Logarithmic.
const Quotation* quotation_at(const std::vector<Quotation>& quotations, TokenIndex token);

/// Who does what the verb says: its own subject, the agent of a passive, or the one that it shares through
/// coordination, a participle, control or a relative clause; `no_token` if none. Constant time but for the
/// dependents looked at.
TokenIndex doer_of(const Analysis& analysis, const Dependents& dependents, TokenIndex verb);

}  // namespace newsgraph
