#include "graph/store/sqlite.hpp"

#include <sqlite3.h>

#include <utility>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

/// The path as an URI (https://www.sqlite.org/uri.html) that says that nobody writes.
std::string frozen_uri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr std::string_view digits = "0123456789ABCDEF";
            uri += '%';
            uri += digits[static_cast<unsigned char>(c) >> 4U];
            uri += digits[static_cast<unsigned char>(c) & 15U];
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

constexpr int patience = 10000;  // milliseconds to wait for another writer

}  // namespace

void throw_sqlite_error(sqlite3* connection, int code, const std::string& where) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(where, "another program is writing to this store",
                        "wait until it is done, then try again; documents that are whole are kept");
        case SQLITE_FULL:
            throw Error(where, "the disk is full; the last document was not added",
                        "make room; adding goes on where it stopped");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throw Error(where, "the store can't be written to",
                        "check the permissions of the file and its folder");
        case SQLITE_CANTOPEN:
            throw Error(where, "can't be opened", "check the path and its permissions");
        case SQLITE_NOTADB:
            throw Error(where, "is no newsgraph store", "name a file that newsgraph add made");
        case SQLITE_CORRUPT:
            throw Error(where, "the store is damaged", "restore a copy, or add the documents to a new store");
        case SQLITE_IOERR:
            throw Error(where, std::string("can't be read or written: ") + sqlite3_errmsg(connection),
                        "check the disk");
        default:
            throw Error(where, connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code), "");
    }
}

Statement::Statement(sqlite3* connection, std::string_view sql, std::string where)
    : connection_(connection), where_(std::move(where)) {
    const int code =
        sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
    if (code != SQLITE_OK) throw_sqlite_error(connection_, code, where_);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    throw_sqlite_error(connection_, code, where_);
}

std::int64_t Statement::integer(int column) const noexcept {
    return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const noexcept { return sqlite3_column_double(statement_, column); }

std::string Statement::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool Statement::is_null(int column) const noexcept {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int Statement::column_count() const noexcept { return sqlite3_column_count(statement_); }

std::string Statement::column_name(int column) const { return sqlite3_column_name(statement_, column); }

void Statement::reset() noexcept { sqlite3_reset(statement_); }

void Statement::bind(int place, std::int64_t value) { sqlite3_bind_int64(statement_, place, value); }

void Statement::bind(int place, double value) { sqlite3_bind_double(statement_, place, value); }

void Statement::bind(int place, std::string_view value) {
    // A view of no characters may have no address, which SQLite would take for NULL.
    sqlite3_bind_text64(statement_, place, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bind(int place, std::nullptr_t) { sqlite3_bind_null(statement_, place); }

Database::Database(const std::string& path, Access access) : path_(path) {
    int flags = SQLITE_OPEN_NOMUTEX;
    // Who reads alone must be able to take the files away that keep readers from writers.
    if (access == Access::read) flags |= SQLITE_OPEN_READWRITE;
    if (access == Access::frozen) flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    if (access == Access::create) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const std::string name = access == Access::frozen ? frozen_uri(path) : path;
    const int code = sqlite3_open_v2(name.c_str(), &connection_, flags, nullptr);
    if (code != SQLITE_OK) {
        sqlite3_close_v2(std::exchange(connection_, nullptr));
        throw_sqlite_error(nullptr, code, path);
    }
    sqlite3_busy_timeout(connection_, patience);
    if (access == Access::read)
        sqlite3_exec(connection_, "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
    if (access == Access::create && sqlite3_db_readonly(connection_, "main") == 1) {
        sqlite3_close_v2(std::exchange(connection_, nullptr));
        throw_sqlite_error(nullptr, SQLITE_READONLY, path);
    }
}

Database::~Database() {
    statements_.clear();
    sqlite3_close_v2(connection_);
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)),
      connection_(std::exchange(other.connection_, nullptr)),
      statements_(std::move(other.statements_)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(connection_, other.connection_);
    std::swap(statements_, other.statements_);
    return *this;
}

Statement& Database::statement(std::string_view sql) {
    auto& statement = statements_[std::string(sql)];
    if (!statement) statement = prepare(sql);
    return *statement;
}

std::unique_ptr<Statement> Database::prepare(std::string_view sql) const {
    return std::make_unique<Statement>(connection_, sql, path_);
}

void Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite_error(connection_, code, path_);
}

std::int64_t Database::last_key() const noexcept { return sqlite3_last_insert_rowid(connection_); }

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (is_open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.execute("COMMIT");
    is_open_ = false;
}

}  // namespace newsgraph
