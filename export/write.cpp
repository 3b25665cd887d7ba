#include "export/write.hpp"

#include "export/dot.hpp"
#include "export/graphml.hpp"
#include "export/json.hpp"

namespace newsgraph {

void write_graph(const KnowledgeGraph& graph, Format format, std::ostream& out,
                 const ExportOptions& options) {
    switch (format) {
        case Format::graphml:
            return write_graphml(graph, out, options);
        case Format::dot:
            return write_dot(graph, out, options);
        case Format::json:
            return write_json(graph, out, options);
    }
}

}  // namespace newsgraph
