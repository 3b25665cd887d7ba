#pragma once
// Where the names of a text stand.

#include <optional>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/token_facts.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

struct NameSpan {
    TokenRange tokens;
    TokenIndex title = no_token;   // the last of the titles before it: "Judge" in "Judge Ann Lee"
    bool quoted = false;           // in quotation marks, written as a title of a work is
    bool sure = false;             // a capital where nothing but a name explains it, or a known name
    bool in_title_case = false;    // in a heading whose every word has a capital
    const NameTag* tag = nullptr;  // what the learned tagger says of these or overlapping tokens
};

/// Spans that look like names, in the text's order, not overlapping; what they name is for others to say.
/// "Mr" and "President" are left out of persons' names, "the" and final possessives of all.
std::vector<NameSpan> find_name_spans(const Analysis& analysis, const Gazetteer& gazetteer,
                                      const TokenFacts& facts);

/// The name's words with single spaces as written in the text: the canonical form of that mention.
std::string name_text(const Analysis& analysis, TokenRange tokens);

}  // namespace newsgraph
