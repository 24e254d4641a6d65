#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "focus_billing/store/database.hpp"
#include "store/schema.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

using Texts = std::vector<std::string>;

Texts column(SQLite::Database& database, const std::string& sql) {
    Texts texts;
    SQLite::Statement query(database, sql);
    while (query.executeStep())
        texts.push_back(query.getColumn(0).getString());
    return texts;
}

/// All that is in the schema, whatever the order in which it was made.
Texts schema_of(SQLite::Database& database) {
    return column(database,
                  "SELECT type || ' ' || name || ' ' || tbl_name || ': ' || ifnull(sql, '') "
                  "FROM sqlite_schema ORDER BY type, name");
}

/// A file as the program that knew no version above `version` made it.
std::string older_database(const TemporaryFolder& folder, std::size_t version,
                           const std::string& rows = "") {
    const auto path = folder.file("version_" + std::to_string(version) + ".db");
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const auto& step : schema_steps().first(version))
        database.exec(std::string(step.sql));
    database.exec(rows + "; PRAGMA user_version = " + std::to_string(version) +
                  "; PRAGMA application_id = " + std::to_string(database_application_id));
    return path;
}

constexpr const char* import_of_version_1 = R"sql(
INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z');
INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored, rejected,
                    held, first_charge, last_charge, imported_at, os_user)
VALUES (1, 'AWS', 'aws_202501.csv', printf('%064d', 1), 900, 'billed', 2, 2, 0, 1, 1, 2,
        '2025-02-03T08:00:00Z', 'ada');
INSERT INTO import_total VALUES (1, 24300, 'USD', 2, '17.25', '17.25', NULL, 1, '7');
INSERT INTO name VALUES (1, 'Usage');
INSERT INTO tag_set VALUES (1, '{}', NULL);
INSERT INTO attribution (id, pi_email, project_id, fund_org)
VALUES (1, 'ada@example.edu', 'reef', '100000-2000');
INSERT INTO charge (id, import_id, line, period, flags, attribution, tag_set, start, billed_cost,
                    currency, resource_id, charge_category, content_hash)
VALUES (1, 1, 2, 24300, 0, 1, 1, 1735689600, '10.25', 'USD', 'i-1', 1, zeroblob(16)),
       (2, 1, 3, 24300, 7, NULL, 1, 1735689600, '7', 'USD', 'i-2', 1, zeroblob(16))
)sql";

}  // namespace

TEST_CASE("the steps of the schema are numbered without a gap", "[store]") {
    REQUIRE(newest_schema_version() >= 7);
    int version = 0;
    for (const auto& step : schema_steps()) {
        INFO(step.name);
        CHECK(step.name.substr(0, step.name.find('_')) == std::to_string(++version));
    }
    CHECK(version == newest_schema_version());
}

TEST_CASE("the views of a new database are those of views.sql", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    SQLite::Database views(":memory:", SQLite::OPEN_READWRITE);
    views.exec(std::string(schema_views()));
    const std::string all = "SELECT sql FROM sqlite_schema WHERE type = 'view' ORDER BY name";
    CHECK(column(database.handle(), all) == column(views, all));
    CHECK(column(views, all).size() == 4);
}

TEST_CASE("a database of any older version becomes one like a new one", "[store]") {
    const TemporaryFolder folder;
    auto newest = Database::open_for_writing(folder.file("a.db"));
    const auto last = static_cast<std::size_t>(newest_schema_version());
    for (std::size_t version = 1; version < last; ++version) {
        INFO(version);
        auto older = Database::open_for_writing(older_database(folder, version));
        CHECK(schema_of(older.handle()) == schema_of(newest.handle()));
        CHECK(column(older.handle(), "PRAGMA user_version") ==
              Texts{std::to_string(newest_schema_version())});
    }
}

TEST_CASE("what version 1 stored is there in the newest one", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(older_database(folder, 1, import_of_version_1));
    CHECK(column(database.handle(), "SELECT x_ChargeId || ' ' || BilledCost || ' ' || x_BilledIn "
                                    "|| ' ' || x_Flags FROM focus_charges ORDER BY 1") ==
          Texts{"1 10.25 2025-01 ", "2 7 2025-01 missing_pi_email,missing_project_id,"
                                    "missing_fund_org"});
    CHECK(column(database.handle(), "SELECT period || ' ' || kind FROM import_period") ==
          Texts{"24300 first"});
    CHECK(column(database.handle(), "SELECT added || ' ' || added_cost || ' ' || held_cost "
                                    "FROM import_effect") == Texts{"2 17.25 7"});
    CHECK(column(database.handle(), "PRAGMA foreign_key_check").empty());
}

TEST_CASE("a database of the newest version is opened as it is", "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    Database::open_for_writing(path).handle().exec("DROP VIEW journaled_posting");
    auto again = Database::open_for_writing(path);
    CHECK(column(again.handle(), "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1") ==
          Texts{"focus_charge_history", "focus_charges", "journal_state"});
}
