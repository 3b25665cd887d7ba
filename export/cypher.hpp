#pragma once
// Cypher: a script that puts the graph into a running Neo4j, or another program that knows openCypher.

#include <ostream>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// `text` as a string literal: ``it's`` -> ``'it\'s'``. Line ends and tabs are `\n`, `\r` and `\t`, other
/// control characters `\u0001`. Bytes that are no UTF-8 become U+FFFD.
std::string cypher_quoted(std::string_view text);

/// `text` as a label or relationship type: `competes-with` -> `` `competes-with` ``, backticks doubled. Neo4j
/// takes no empty name and no NUL, and old versions read `\u0060` as a backtick: the empty name is `unnamed`,
/// a backslash U+FF3C, a control character its picture (U+2400 and following).
std::string cypher_name(std::string_view text);

/// Writes one statement a line: a constraint that makes ids unique, then `MERGE` for each entity and
/// relation, so that running the script twice changes nothing:
///
///     MERGE (n:Entity {id: 'e0'}) SET n += {name: 'Meta', …}, n:`organization`;
///     MATCH (a:Entity {id: 'e0'}), (b:Entity {id: 'e1'}) MERGE (a)-[r:`releases` {id: 'r0'}]->(b) SET r +=
///     {…};
///
/// Properties are those of GraphML (export/graphml.hpp) but the claims; `aliases`, `sources` and
/// `inferred_from` are lists of strings. Memory: a line.
void write_cypher(const KnowledgeGraph& graph, std::ostream& stream, const ExportOptions& options = {});

}  // namespace newsgraph
