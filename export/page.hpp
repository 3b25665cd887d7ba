#pragma once
// A web page of a graph: one file that needs no network, to look through and to pass on.

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Claims that can't all hold (graph/query/conflicts.hpp tells which).
struct PageConflict {
    struct Side {
        std::string says;  // what it holds against the others: "negated", a name, a value
        std::vector<ClaimId> claims;
    };

    std::string about;
    bool is_change = false;  // one after the other
    std::vector<Side> sides;
};

struct PageOptions {
    ExportOptions parts{};
    std::string title{};
    std::size_t first_entities = 40;        // on the first screen, at most; the others are found by search
    std::vector<PageConflict> conflicts{};  // left out where fewer than two sides are in it
};

/// Whether newsgraph was built with the library that draws pages.
bool can_write_pages() noexcept;

/// Writes the page as HTML: a canvas of the most important entities, already laid out; and all the others,
/// with every claim and its words, as data that the page's script reads. What comes from articles is only
/// ever data and text in the page: its policy lets no script run but the page's own, by their hashes, and
/// nothing be loaded. Throws Error, before it writes, where newsgraph was built without the page's library.
/// Memory: some bytes an entity and a relation. Linear in the graph. The stream's state tells whether all
/// could be written.
void write_page(const KnowledgeGraph& graph, std::ostream& out, const PageOptions& options = {});

/// `text` in JSON for a script element, without its quotes: what HTML or JavaScript could take for more
/// than text is escaped: `</b>\u2028` -> `\u003c/b\u003e\u2028`. Takes what is already JSON.
void append_for_script(std::string& out, std::string_view json);

}  // namespace newsgraph
