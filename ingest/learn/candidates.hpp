#pragma once
// What may be the subject or object of a triple: names, noun phrases, dates, numbers, quotations.

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/learn/answer_value.hpp"
#include "ingest/learn/text_reading.hpp"

namespace newsgraph {

enum class CandidateKind : std::uint8_t { name, phrase, date, number, quotation };

struct Candidate {
    TokenRange tokens;
    TokenIndex head = 0;  // the token of them that the others hang on
    CandidateKind kind = CandidateKind::phrase;
    bool is_whole = false;  // no part of a longer name or phrase that is a candidate too
    std::string type;       // entity type, where the name is known to be of one; else empty
    std::string text;       // the words as written
    std::string key;        // `comparison_key` of them
    CalendarDate date;      // of a date
};

/// Tells whether words with that key are a known answer's.
class KnownKeys {
  public:
    virtual ~KnownKeys() = default;
    virtual bool has(const std::string& key) const = 0;
};

/// The candidates in the order of their first token, the longer first; no two with the same tokens and kind.
/// A bounded number for each token, so linear.
std::vector<Candidate> find_candidates(const TextReading& reading, const KnownKeys* known);

}  // namespace newsgraph
