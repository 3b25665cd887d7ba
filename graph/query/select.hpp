#pragma once
// A user's own SQL, which can read a store and nothing else.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/store/store.hpp"

struct sqlite3_stmt;

namespace newsgraph {

/// Bytes that are no text.
struct Blob {
    std::string bytes;
};

using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string, Blob>;

/// One SELECT, WITH, VALUES or EXPLAIN statement. Whatever it says, it changes nothing and opens no other
/// file.
class Select {
  public:
    /// Throws Error where `sql` is no SQL, is several statements, or does anything but read.
    Select(Store& store, const std::string& sql);
    ~Select();
    Select(const Select&) = delete;
    Select& operator=(const Select&) = delete;

    const std::vector<std::string>& columns() const noexcept { return columns_; }

    /// The next row's values, one a column; false after the last row. Throws Error.
    bool next(std::vector<SqlValue>& values);

  private:
    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
    std::vector<std::string> columns_;
};

}  // namespace newsgraph
