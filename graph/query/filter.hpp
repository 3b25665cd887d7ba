#pragma once
// Which relations of a store count, and because of which of their claims.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/modality.hpp"

namespace newsgraph {

/// What is left as it is leaves out open and inferred relations and nothing else. `since`, `until` and
/// `documents` choose documents, and `modalities` how these hold it: a relation is then what the claims that
/// are left say of it, as if there were no others.
struct ClaimFilter {
    bool open = false;
    bool inferred = false;
    std::vector<Modality> modalities{};    // of claims; empty: any
    std::vector<std::string> types{};      // relation types; empty: any
    std::size_t min_sources = 0;           // that hold it as it is shown; copies of one article count once
    std::string since{};                   // first date of documents: "2026", "2026-04", "2026-04-08"
    std::string until{};                   // last one, itself included; documents without a date have none
    std::vector<std::string> documents{};  // ids; empty: any

    bool chooses_documents() const noexcept { return !since.empty() || !until.empty() || !documents.empty(); }
    bool chooses_claims() const noexcept { return chooses_documents() || !modalities.empty(); }

    /// Holds for a row `r` of `relation` that counts; begins with " AND ", or is empty.
    std::string relation_condition() const;

    /// Holds for a row `d` of `document` whose claims count; begins with " AND ", or is empty.
    std::string document_condition() const;

    /// Holds for a row `c` of `claim` that is held so as to count; begins with " AND ", or is empty.
    std::string modality_condition() const;
};

/// Whether `date` is a year, a month or a day of the calendar as ISO 8601 writes them.
bool is_date(std::string_view date);

/// A text as SQL writes it: 'it''s'.
std::string sql_quoted(std::string_view text);

}  // namespace newsgraph
