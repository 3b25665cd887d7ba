#pragma once
// CSV: two files, one of entities and one of relations, with the headings that Neo4j's bulk import reads.

#include <ostream>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// `text` as a field of RFC 4180, always between quotation marks, those within doubled: `say "hi"` ->
/// `"say ""hi"""`. Bytes that are no UTF-8 become U+FFFD; all else, line ends too, stays as it is.
std::string csv_quoted(std::string_view text);

/// The same, at the end of `out`.
void append_csv_quoted(std::string& out, std::string_view text);

/// Writes the entities under
///
///     id:ID,name,type,aliases,mentions:long,:LABEL
///
/// `aliases` is a JSON array; the label is the type, as is the relation's in the other file. Lines end in a
/// line feed. Memory: a line.
void write_csv_nodes(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

/// Writes the relations under
///
///     :START_ID,:END_ID,:TYPE,id,type,open:boolean,inferred:boolean,modality,attribution,qualifiers,
///     evidence,document,begin:long,end:long,sources,inferred_from,date
///
/// in one line; each is as in GraphML (export/graphml.hpp), `date` that of `document`. Fields of text are
/// quoted, numbers and truth values are not. Neo4j takes no empty label or type: these are "unnamed".
void write_csv_edges(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
