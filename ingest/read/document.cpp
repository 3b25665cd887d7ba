#include "ingest/read/document.hpp"

#include <cassert>

namespace newsgraph {

std::string_view quote(const Document& document, Span span) {
    assert(span.end() <= document.text.size());
    return std::string_view(document.text).substr(span.begin, span.size);
}

}  // namespace newsgraph
