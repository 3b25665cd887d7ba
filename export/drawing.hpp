#pragma once
// What a picture of a graph shows: words, colours and lines, before anything has its place.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/dot_style.hpp"
#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

struct DrawingOptions {
    ExportOptions parts{};
    bool legend = true;     // what the colours and lines mean
    bool isolated = false;  // entities without a relation too
    std::string title{};    // above the drawing
    std::string note{};     // beneath it: what was left out
};

/// A box with a name.
struct DrawnEntity {
    std::vector<std::string> lines;  // the name, wrapped
    std::string_view type;
    int font_size = 12;  // points: 12 to 20, larger the more relations it has
    bool is_phrase = false;
    std::string tooltip;  // its type and other names
};

/// A line on a line's label: "acquires", and more quietly "$640 million, Tuesday".
struct DrawnWords {
    std::string words;
    std::vector<std::string> qualifiers{};  // wrapped
    bool is_short = false;                  // both fit on one line
};

/// A line from a box to another: all relations between the two that look alike.
struct DrawnRelation {
    std::size_t head = 0;  // places among the entities
    std::size_t tail = 0;
    std::vector<DrawnWords> words;
    const EdgeLook* look = nullptr;
    bool is_directed = true;  // has an arrowhead
    std::string tooltip;      // what the text says, a line a relation; and what denies it
    std::string address;      // of the document that says so: http or https, else empty
};

/// Texts point into the graph where they are views: it must outlive the drawing.
struct Drawing {
    std::vector<std::string> title;  // lines
    std::vector<DrawnEntity> entities;
    std::vector<DrawnRelation> relations;
    std::vector<std::string_view> types;  // for the legend, as all that follows; empty without one
    std::vector<const EdgeLook*> looks;   // empty where all is stated
    std::string note;
};

/// The drawing of all that `options` lets through: draw some dozens of entities, not thousands.
Drawing drawing_of(const KnowledgeGraph& graph, const DrawingOptions& options = {});

/// `source` as the address that a link in a picture leads to, in ASCII and safe within quotation marks:
/// "https://example.org/a b" -> "https://example.org/a%20b". Empty where it is not http or https, so that no
/// document's source ("javascript:…") can make a picture do anything but open a page.
std::string link_address(std::string_view source);

}  // namespace newsgraph
