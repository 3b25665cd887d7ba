#pragma once
// The tables and views of a store, and the steps from older ones to them; docs/store.md explains them.

#include <cstdint>

#include "graph/store/sqlite.hpp"

namespace newsgraph {

/// In the file's header, so that `file` and other programs can tell a store from other databases: "news".
inline constexpr std::int64_t store_application_id = 0x6E657773;

/// `PRAGMA user_version` of the stores that this program writes.
inline constexpr std::int64_t schema_version = 3;

/// Makes the tables of a new, empty file, or brings those of an older store up to `schema_version`, in one
/// transaction. Throws Error where the file is another program's, or a newer newsgraph's.
void migrate(Database& database);

/// Throws Error unless the file is a store of this program's schema version.
void check_schema(Database& database);

}  // namespace newsgraph
