#pragma once
// A graph that grows and changes with its documents, in one SQLite file.

#include <string>
#include <string_view>

#include "graph/store/sqlite.hpp"

namespace newsgraph {

class KnowledgeGraph;

/// Whether a file that begins with these bytes (at least 16 are needed) is to be opened as a store: it is an
/// SQLite database. Whether it is one of ours, opening it tells.
bool is_store(std::string_view beginning) noexcept;

/// An open store. Tables and views are in docs/store.md; `database()` asks them. Not for several threads at
/// once; several programs may read while one writes.
class Store {
  public:
    /// Opens a store to read. Throws Error where the file is missing, damaged, cut off, another program's or
    /// a newer newsgraph's.
    static Store open(const std::string& path);

    /// Opens a store to change it, made new where the file is missing or empty, and brought up to this
    /// program's schema where it is older. Throws Error as above, and where it can't be written.
    static Store create_or_open(const std::string& path);

    /// The same for a store that must be there.
    static Store open_to_write(const std::string& path);

    /// A store in memory that holds what the graph holds, but for the texts of the documents; so that all
    /// graphs are asked in one way. Each document stands for a source of its own. Linear in the graph.
    static Store of(const KnowledgeGraph& graph);

    Database& database() noexcept { return database_; }
    const std::string& path() const noexcept { return database_.path(); }

  private:
    explicit Store(Database database) : database_(std::move(database)) {}

    Database database_;
};

}  // namespace newsgraph
