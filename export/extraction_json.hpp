#pragma once
// What one document says as a line of JSON: to hand extractions from program to program.

#include <ostream>
#include <string>
#include <string_view>

#include "graph/extraction.hpp"

namespace newsgraph {

/// Writes one line; here with line breaks to be read:
///
///     {"document":{"id":"muse-spark","title":"…","date":"2026-04-08","source":"…"},
///      "entities":[{"id":"e0","name":"Meta","type":"organization","aliases":["Meta Platforms"],
///                   "mentions":[{"begin":0,"end":4}]}],
///      "claims":[{"id":"c0","head":"e0","type":"releases","tail":"e1","open":false,"modality":"asserted",
///                 "attributed_to":null,
///                 "qualifiers":[{"name":"date","value":"on Wednesday","normalized":"2026-04-08"}],
///                 "score":0.5,"evidence":{"begin":12,"end":40,"text":"…"}}]}
///
/// `begin` and `end` are bytes of the document's text. A qualifier's `normalized` and a claim's `score` are
/// left out where there is none; an inferred claim has `"inferred":true` and the ids `inferred_from`. Without
/// `open`, open claims and phrases are left out. Memory: the line. The stream's state tells whether all could
/// be written.
void write_extraction(const Extraction& extraction, std::ostream& out, bool open = true);

/// The extraction that `line` holds: written again, it has the same bytes. `where` is for messages, e.g.
/// "claims.jsonl:7". Members that newsgraph does not know are passed over. Throws Error naming what is wrong,
/// e.g. `claims.jsonl:7: claims[2].head: there is no entity "e9"; …`.
Extraction read_extraction(std::string_view line, const std::string& where);

}  // namespace newsgraph
