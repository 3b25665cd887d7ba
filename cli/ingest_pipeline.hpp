#pragma once
// Many articles into a store: read by one thread, understood by several, written by one.

#include <cstddef>
#include <span>
#include <string>

#include "cli/articles.hpp"
#include "cli/interruption.hpp"
#include "cli/session.hpp"
#include "graph/store/writer.hpp"
#include "ingest/extract.hpp"

namespace newsgraph {

struct IngestSettings {
    std::string id;           // of the only article; empty: found
    std::string date;         // ISO 8601, for articles that state none
    bool are_claims = false;  // lines of extractions (export/extraction_json.hpp), not articles
    bool replaces = false;    // documents of other sources with the same ids, and unchanged ones
    std::size_t threads = 0;  // 0: as many as there are cores
};

struct IngestCounts {
    std::size_t added = 0;
    std::size_t changed = 0;    // were there, with another content
    std::size_t unchanged = 0;  // left as they are
    bool is_stopped = false;    // before all were read
};

/// Puts the articles in `files` into the store, a transaction each. What can't be read goes to `failures`;
/// the others go on. Throws Error where the store can't be written; what was written before stays. At most a
/// few documents for each thread are in memory at a time. Stops at the next document where `interruption` has
/// been asked for.
IngestCounts ingest(std::span<const ArticleFile> files, const IngestSettings& settings, Store& store,
                    const Resources& resources, Failures& failures, const Interruption& interruption,
                    const Session& session);

}  // namespace newsgraph
