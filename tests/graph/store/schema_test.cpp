// Stores of other schema versions.

#include "graph/store/schema.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "tests/graph/store/content.hpp"
#include "tests/graph/store/random_documents.hpp"
#include "tests/temporary_folder.hpp"

using namespace newsgraph;

namespace {

const std::vector<std::string> symmetric{"competes-with"};

void fill(Store& store, unsigned from, unsigned to) {
    StoreWriter writer(store, symmetric);
    for (unsigned number = from; number < to; ++number) {
        StoredDocument document = sample::random_document(number);
        document.senses.clear();  // version 1 did not know any
        writer.put(document);
    }
}

std::vector<std::string> texts(Database& database, const std::string& sql) {
    std::vector<std::string> found;
    const auto statement = database.prepare(sql);
    while (statement->step()) found.push_back(statement->text(0));
    return found;
}

/// Writes the documents of the store `now` into a new one of schema version 1.
void write_version_1(const std::string& path, const std::string& now) {
    std::ifstream file(NEWSGRAPH_SOURCE_DIR "/tests/graph/store/schema_1.sql");
    std::ostringstream schema;
    schema << file.rdbuf();
    Database database(path, Database::Access::create);
    database.execute("PRAGMA application_id = " + std::to_string(store_application_id));
    database.execute("PRAGMA journal_mode = WAL; PRAGMA user_version = 1");
    database.execute(schema.str());
    database.execute("ATTACH '" + now + "' AS now");
    for (const std::string& table :
         texts(database, "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")) {
        std::string columns;
        for (const std::string& name :
             texts(database, "SELECT name FROM pragma_table_info('" + table + "', 'main')"))
            columns += (columns.empty() ? "" : ", ") + name;
        database.execute("INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM now." +
                         table);
    }
}

std::vector<std::string> schema_of(Store& store) {
    return texts(store.database(),
                 "SELECT type || ' ' || name || ': ' || (SELECT coalesce(group_concat(name || "
                 "' ' || type), '') FROM pragma_table_info(s.name)) FROM sqlite_schema s "
                 "ORDER BY 1");
}

}  // namespace

TEST_CASE("A store of version 1 is brought up to date when it is written to, and holds what it held",
          "[store]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "old.ng").string(), now = (folder.path / "now.ng").string();
    Store fresh = Store::create_or_open(now);
    fill(fresh, 0, 40);
    write_version_1(path, now);
    CHECK_THROWS_WITH(Store::open(path), path +
                                             ": was written by an older newsgraph; bring it up to date "
                                             "with newsgraph add " +
                                             path);

    Store old = Store::open_to_write(path);
    CHECK(schema_of(old) == schema_of(fresh));
    CHECK(sample::dumped(old) == sample::dumped(fresh));
    CHECK(sample::exported(old) == sample::exported(fresh));
    Store::open(path);  // readers take it now

    fill(old, 30, 60);
    fill(fresh, 30, 60);
    StoreWriter(old).remove("d3");
    StoreWriter(fresh).remove("d3");
    CHECK(sample::dumped(old) == sample::dumped(fresh));
    CHECK(sample::exported(old) == sample::exported(fresh));
}

TEST_CASE("A store whose making was cut short says so, and is made when it is written to", "[store]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "begun.ng").string();
    Database(path, Database::Access::create)
        .execute("PRAGMA application_id = " + std::to_string(store_application_id));
    CHECK_THROWS_WITH(Store::open(path), path +
                                             ": holds nothing yet: it is being made, or its making was cut "
                                             "short; go on with newsgraph add " +
                                             path);
    Store::open_to_write(path);
    Store::open(path);
}

TEST_CASE("A store of a newer version is refused, to read and to write, and stays as it is", "[store]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "new.ng").string();
    {
        Store store = Store::create_or_open(path);
        store.database().execute("PRAGMA user_version = " + std::to_string(schema_version + 1));
    }
    const std::string says = path + ": was written by a newer newsgraph: its schema is version " +
                             std::to_string(schema_version + 1) + ", and this program knows up to " +
                             std::to_string(schema_version) + "; use a newer newsgraph";
    CHECK_THROWS_WITH(Store::open(path), says);
    CHECK_THROWS_WITH(Store::open_to_write(path), says);
    CHECK_THROWS_WITH(Store::create_or_open(path), says);
}
