#pragma once
// The spellings of a document's names.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_spans.hpp"
#include "ingest/entity/token_facts.hpp"
#include "ingest/entity/type_evidence.hpp"
#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// All mentions of one spelling.
struct NameForm {
    std::string text;
    std::string key;                   // as looked up in the gazetteer
    std::vector<std::uint32_t> spans;  // places in the list of spans
    std::vector<EntryId> known;        // gazetteer entries of that name
    TypeEvidence evidence;
    TypeId type{};
    std::uint32_t tokens = 0;
    std::uint8_t genders = 0;  // bits: 1 female, 2 male, from titles and first names
    bool sure = false;         // some mention is surely a name
};

/// The spellings in the order of first mention, and which one each span has.
struct NameForms {
    std::vector<NameForm> forms;
    std::vector<std::uint32_t> form_of;  // of each span
};

/// Groups the spans by spelling, with what the gazetteer knows of each. A plural of a code ("H100s"), a name
/// in capitals where the same is known, and a full stop that is the sentence's count as the plain spelling; a
/// title in quotation marks is a spelling of its own. Linear in the spans.
NameForms group_names(const Analysis& analysis, const Gazetteer& gazetteer, const TokenFacts& facts,
                      std::span<const NameSpan> spans);

}  // namespace newsgraph
