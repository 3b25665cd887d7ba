#include "graph/query/select.hpp"

#include <sqlite3.h>

#include <cstring>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr const char* how = "write one statement that begins with SELECT, WITH, VALUES or EXPLAIN";

/// SQLite asks this for each thing that a statement would do:
/// https://www.sqlite.org/c3ref/set_authorizer.html
int authorize(void*, int action, const char*, const char* function, const char*, const char*) {
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_READ:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_FUNCTION:
            return std::strcmp(function, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
        default:
            return SQLITE_DENY;
    }
}

std::string bytes_of(const void* bytes, int size) {
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

SqlValue value_of(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, column);
        case SQLITE_TEXT: {
            const void* text = sqlite3_column_text(statement, column);
            return bytes_of(text, sqlite3_column_bytes(statement, column));
        }
        case SQLITE_BLOB: {
            const void* blob = sqlite3_column_blob(statement, column);
            return Blob{bytes_of(blob, sqlite3_column_bytes(statement, column))};
        }
        default:
            return nullptr;
    }
}

/// Whether anything but space, comments and semicolons follows.
bool has_more(sqlite3* connection, const char* rest) {
    while (*rest != '\0') {
        sqlite3_stmt* statement = nullptr;
        const char* after = nullptr;
        const int code = sqlite3_prepare_v2(connection, rest, -1, &statement, &after);
        const bool is_statement = code != SQLITE_OK || statement != nullptr;
        sqlite3_finalize(statement);
        if (is_statement) return true;
        if (after == rest) return false;
        rest = after;
    }
    return false;
}

[[noreturn]] void throw_mistake(sqlite3* connection, int code, const std::string& path) {
    const int kind = code & 0xFF;
    if (kind == SQLITE_AUTH) throw Error("sql", "this statement does more than read", how);
    if (kind == SQLITE_ERROR)
        throw Error("sql", sqlite3_errmsg(connection),
                    "views are documents, entities, names, relations and claims; see docs/store.md");
    throw_sqlite_error(connection, code, path);
}

}  // namespace

Select::Select(Store& store, const std::string& sql) : database_(store.database()) {
    sqlite3* connection = database_.handle();
    sqlite3_set_authorizer(connection, authorize, nullptr);
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v2(connection, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement_, &rest);
    try {
        if (code != SQLITE_OK) throw_mistake(connection, code, store.path());
        if (statement_ == nullptr) throw Error("sql", "there is no statement", how);
        // VACUUM asks the authorizer nothing.
        if (sqlite3_stmt_readonly(statement_) == 0 || sqlite3_column_count(statement_) == 0)
            throw Error("sql", "this statement does more than read", how);
        if (has_more(connection, rest)) throw Error("sql", "these are several statements", how);
        if (sqlite3_bind_parameter_count(statement_) > 0)
            throw Error("sql", "a parameter has no value", "write the value in its place");
    } catch (...) {
        sqlite3_finalize(statement_);
        sqlite3_set_authorizer(connection, nullptr, nullptr);
        throw;
    }
    for (int column = 0; column < sqlite3_column_count(statement_); ++column)
        columns_.emplace_back(sqlite3_column_name(statement_, column));
}

Select::~Select() {
    sqlite3_finalize(statement_);
    sqlite3_set_authorizer(database_.handle(), nullptr, nullptr);
}

bool Select::next(std::vector<SqlValue>& values) {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_DONE) return false;
    if (code != SQLITE_ROW) throw_mistake(database_.handle(), code, database_.path());
    values.clear();
    for (int column = 0; column < static_cast<int>(columns_.size()); ++column)
        values.push_back(value_of(statement_, column));
    return true;
}

}  // namespace newsgraph
