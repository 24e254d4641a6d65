#include "focus_billing/store/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "focus_billing/model/error.hpp"
#include "support/finding_text.hpp"
#include "support/project_files.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

/// The files of a database as a kill leaves them in the middle of a change: some pages are written
/// already, and a journal tells what they were.
void leave_half_changed(const std::string& before, const TemporaryFolder& folder) {
    const TemporaryFolder original;
    const auto path = original.write("a.db", before);
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;"
                  "CREATE TABLE half (text TEXT);"
                  "INSERT INTO half WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                  " LIMIT 1000) SELECT hex(zeroblob(500)) FROM n");
    for (const std::string name : {"a.db", "a.db-journal"})
        folder.write(name, file_text(original.file(name)));
    REQUIRE(std::filesystem::file_size(folder.file("a.db")) > before.size());
}

std::string whole_database() {
    const TemporaryFolder folder;
    Database::open_for_writing(folder.file("a.db"))
        .handle()
        .exec("INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z')");
    return file_text(folder.file("a.db"));
}

}  // namespace

TEST_CASE("a change that a kill has cut short is undone by who comes next, also to read") {
    const TemporaryFolder folder;
    leave_half_changed(whole_database(), folder);
    auto database = Database::open_for_reading(folder.file("a.db"));
    CHECK(database.handle().execAndGet("SELECT count(*) FROM period").getInt() == 1);
    CHECK(database.handle()
              .execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")
              .getInt() == 0);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db-journal")));
}

TEST_CASE("who may not undo a change that was cut short does not read what is half changed") {
    const TemporaryFolder folder;
    leave_half_changed(whole_database(), folder);
    const bool was_root = geteuid() == 0;
    REQUIRE(chmod(folder.file("a.db").c_str(), 0444) == 0);
    REQUIRE(chmod(folder.file("a.db-journal").c_str(), 0444) == 0);
    REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
    REQUIRE((!was_root || seteuid(65534) == 0));
    std::string seen;
    try {
        (void)Database::open_for_reading(folder.file("a.db"));
    } catch (const Error& error) {
        seen = finding_text(error.diagnostic());
    }
    REQUIRE((!was_root || seteuid(0) == 0));
    CHECK(seen.starts_with("0 error FB504 | the database cannot be opened: "));
}

TEST_CASE("a database in which nothing was ever made is none yet") {
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    CHECK_FALSE(Database::find_for_reading(path));
    folder.write("a.db", "");
    CHECK_FALSE(Database::find_for_reading(path));
    leave_half_changed("", folder);
    CHECK_FALSE(Database::find_for_reading(path));
    (void)Database::open_for_writing(path);
    CHECK(Database::find_for_reading(path));
}
