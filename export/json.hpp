#pragma once
// Node-link JSON: for programs, and to read the graph back without loss (export/json_reader.hpp).

#include <ostream>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// `text` as a JSON string, with its quotes: `say "hi"` -> `"say \"hi\""`. Bytes that are no UTF-8 become
/// U+FFFD.
std::string json_quoted(std::string_view text);

/// Writes, one node, edge or document a line:
///
///     {"nodes":[
///     {"id":"e0","label":"Meta","type":"organization","aliases":["Meta Platforms"],"mentions":4}
///     ],"edges":[
///     {"id":"r0","source":"e0","target":"e1","type":"releases","open":false,"inferred":false,
///      "modality":"asserted","attributed_to":null,"qualifiers":{"date":["on Wednesday"]},
///      "claims":[{"id":"c0","modality":"asserted","attributed_to":null,"qualifiers":{"date":["on
///      Wednesday"]},
///                 "normalized":{"date":["2026-04-08"]},"score":0.5,
///                 "evidence":{"document":"muse-spark","begin":12,"end":40,"text":"…"}}]}
///     ],"documents":[
///     {"id":"muse-spark","title":"…","date":"2026-04-08","source":"…"}
///     ]}
///
/// `begin` and `end` are bytes of the document's text. Only where there is something to say: a claim's
/// `normalized`, beside its `qualifiers` value by value, and its `score`; an inferred claim's `inferred` and
/// `inferred_from` (ids of claims), and an inferred edge's `inferred_from` (ids of edges). `qualifiers` of an
/// edge are those of its claims, united. Memory: a line. The stream's state tells whether all could be
/// written.
void write_json(const KnowledgeGraph& graph, std::ostream& out, const ExportOptions& options = {});

}  // namespace newsgraph
