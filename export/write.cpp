#include "export/write.hpp"

#include <array>

#include "export/csv.hpp"
#include "export/cypher.hpp"
#include "export/dot.hpp"
#include "export/gexf.hpp"
#include "export/graphml.hpp"
#include "export/json.hpp"
#include "export/jsonld.hpp"
#include "export/markdown.hpp"
#include "export/nquads.hpp"
#include "export/text.hpp"
#include "export/turtle.hpp"

namespace newsgraph {
namespace {

using Writer = void (*)(const KnowledgeGraph&, std::ostream&, const ExportOptions&);

// In the order of the enumeration.
constexpr std::array<Writer, 12> writers = {write_graphml,   write_dot,       write_json,     write_gexf,
                                            write_csv_nodes, write_csv_edges, write_cypher,   write_turtle,
                                            write_nquads,    write_jsonld,    write_markdown, write_text};

}  // namespace

void write_graph(const KnowledgeGraph& graph, Format format, std::ostream& out,
                 const ExportOptions& options) {
    writers[static_cast<std::size_t>(format)](graph, out, options);
}

}  // namespace newsgraph
