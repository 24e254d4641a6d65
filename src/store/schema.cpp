#include "store/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

[[noreturn]] void refuse(int code, const std::string& path, std::string message, std::string help) {
    throw Error(ErrorKind::environment,
                make_diagnostic(code, {.file = path, .line = 0, .column = 0}, std::move(message),
                                {}, std::move(help)));
}

void check_maker(SQLite::Database& database, const std::string& path) {
    const int version = pragma(database, "user_version");
    if (pragma(database, "application_id") != database_application_id || version < 1) {
        refuse(501, path, "the file is no database of focus-billing",
               "name another file with --database or database.path");
    }
    if (version > newest_schema_version()) {
        refuse(502, path,
               "the database has schema version " + std::to_string(version) +
                   "; this program knows " + std::to_string(newest_schema_version()),
               "use the version of focus-billing that wrote it, or a newer one");
    }
}

}  // namespace

int newest_schema_version() {
    return static_cast<int>(schema_steps().size());
}

// Another program may have marked a file before it made its tables.
bool is_new(SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0 &&
           pragma(database, "application_id") == 0 && pragma(database, "user_version") == 0;
}

void check_schema(SQLite::Database& database, const std::string& path) {
    check_maker(database, path);
    const int version = pragma(database, "user_version");
    if (version < newest_schema_version()) {
        refuse(559, path,
               "the database has schema version " + std::to_string(version) +
                   ", and is brought to " + std::to_string(newest_schema_version()) +
                   " by the next command that writes",
               "run such a command first: focus-billing ingest FILE");
    }
}

void migrate(SQLite::Database& database, const std::string& path) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (!is_new(database))
        check_maker(database, path);
    const int version = pragma(database, "user_version");
    if (version == newest_schema_version())
        return;
    for (const auto& step : schema_steps().subspan(static_cast<std::size_t>(version)))
        database.exec(std::string(step.sql));
    database.exec(std::string(schema_views()));
    database.exec("PRAGMA application_id = " + std::to_string(database_application_id));
    database.exec("PRAGMA user_version = " + std::to_string(newest_schema_version()));
    transaction.commit();
}

}  // namespace focus_billing
