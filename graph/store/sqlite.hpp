#pragma once
// SQLite, as far as the store needs it: a connection, statements that are prepared once, transactions, and
// errors in our own form.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace newsgraph {

/// One SQL statement. Text that it gives is copied; bytes that are no UTF-8 pass through as they are.
class Statement {
  public:
    Statement(sqlite3* connection, std::string_view sql, std::string where);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Starts anew with these values for the statement's `?`s, in their order: whole numbers, doubles, texts,
    /// or `nullptr` for NULL.
    template <typename... Values>
    Statement& operator()(const Values&... values) {
        reset();
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }

    /// Goes to the next row; false after the last one. Throws Error.
    bool step();

    /// Goes through to the end, for statements without rows. Throws Error.
    void run() {
        while (step()) {
        }
    }

    std::int64_t integer(int column) const noexcept;
    double real(int column) const noexcept;
    std::string text(int column) const;
    bool is_null(int column) const noexcept;
    int column_count() const noexcept;
    std::string column_name(int column) const;

    /// Lets go of the table, so that others may change it; `operator()` does that too.
    void reset() noexcept;

    void bind(int place, std::int64_t value);
    void bind(int place, int value) { bind(place, std::int64_t{value}); }
    void bind(int place, std::size_t value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, bool value) { bind(place, std::int64_t{value}); }
    void bind(int place, double value);
    void bind(int place, std::string_view value);
    void bind(int place, const std::string& value) { bind(place, std::string_view(value)); }
    void bind(int place, const char* value) { bind(place, std::string_view(value)); }
    void bind(int place, std::nullptr_t);

    sqlite3_stmt* handle() const noexcept { return statement_; }

  private:
    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
    std::string where_;
};

/// Throws Error that says in our words what SQLite's result `code` means for the file `where`.
[[noreturn]] void throw_sqlite_error(sqlite3* connection, int code, const std::string& where);

/// An open file. Not for several threads at once.
class Database {
  public:
    enum class Access {
        read,
        frozen,  // read, where nobody can write: not even the files beside it that keep readers from writers
        create,  // write, and make the file where it is missing
    };

    /// Throws Error where the file can't be opened so.
    Database(const std::string& path, Access access);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// The statement for `sql`, prepared when first asked for. `sql` must be a literal: it is told apart by
    /// its text. A statement that is being stepped through must not be asked for again.
    Statement& statement(std::string_view sql);

    /// A statement of one's own, for SQL made at run time. Throws Error that has SQLite's words.
    std::unique_ptr<Statement> prepare(std::string_view sql) const;

    /// Runs statements without values, one after the other.
    void execute(const std::string& sql);

    std::int64_t last_key() const noexcept;
    const std::string& path() const noexcept { return path_; }
    sqlite3* handle() const noexcept { return connection_; }

  private:
    std::string path_;
    sqlite3* connection_ = nullptr;
    std::unordered_map<std::string, std::unique_ptr<Statement>> statements_;
};

/// All or nothing: what is done while it lives is undone at its end, unless `commit` was called.
class Transaction {
  public:
    /// Waits for other writers, though not for long. Throws Error.
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Throws Error, e.g. where the disk is full; then all is undone.
    void commit();

  private:
    Database& database_;
    bool is_open_ = true;
};

}  // namespace newsgraph
