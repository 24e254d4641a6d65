#include "store/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/database.hpp"
#include "focus_billing/store/transaction.hpp"
#include "support/finding_text.hpp"
#include "support/project_files.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;
using namespace std::chrono_literals;

namespace {

/// All of the error that `action` throws: kind, file and finding.
template <typename Action>
std::string error_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        const auto& finding = error.diagnostic();
        return "exit " + std::to_string(static_cast<int>(error.kind())) + " " +
               std::filesystem::path(finding.place.file).filename().string() + ":" +
               finding_text(finding);
    }
    return "no error";
}

std::string write_error(const std::string& path) {
    return error_of([&] { (void)Database::open_for_writing(path, 20ms); });
}
std::string read_error(const std::string& path) {
    return error_of([&] { (void)Database::open_for_reading(path, 20ms); });
}

int number(Database& database, const std::string& sql) {
    return database.handle().execAndGet(sql).getInt();
}

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

/// What another program has written to a SQLite file.
std::string foreign(const TemporaryFolder& folder, const std::string& sql) {
    const auto path = folder.file("a.db");
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
    return path;
}

/// Rights do not bind root, so the test of them goes on as somebody else.
class WithoutRoot {
public:
    WithoutRoot() : m_was_root(geteuid() == 0) {
        if (m_was_root && seteuid(65534) != 0)
            throw std::runtime_error("cannot become another user");
    }
    WithoutRoot(const WithoutRoot&) = delete;
    WithoutRoot& operator=(const WithoutRoot&) = delete;
    ~WithoutRoot() {
        if (m_was_root && seteuid(0) != 0)
            std::abort();
    }

private:
    bool m_was_root;
};

void forbid_writing(const std::string& path) {
    const auto mode = std::filesystem::is_directory(path) ? 0500U : 0400U;
    REQUIRE(chmod(path.c_str(), mode) == 0);
}

const std::string open_period = "INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z')";
const std::string no_database =
    "exit 3 a.db:0 error FB501 | the file is no database of focus-billing |  | name another file "
    "with --database or database.path";

}  // namespace

TEST_CASE("a new database says whose it is, and is kept safely", "[store]") {
    const TemporaryFolder folder;
    const auto old_mask = umask(0);
    auto database = Database::open_for_writing(folder.file("a.db"));
    database.handle().exec(open_period);
    umask(old_mask);
    CHECK(database.path() == folder.file("a.db"));
    CHECK(number(database, "PRAGMA application_id") == database_application_id);
    CHECK(number(database, "PRAGMA user_version") == newest_schema_version());
    CHECK(number(database, "PRAGMA foreign_keys") == 1);
    CHECK(number(database, "PRAGMA synchronous") == 2);
    CHECK(number(database, "PRAGMA busy_timeout") == 10'000);
    CHECK(database.handle().execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK(mode_of(folder.file("a.db")) == 0600U);
    CHECK(mode_of(folder.file("a.db-wal")) == 0600U);
}

TEST_CASE("every table is strict, and charges have no index to keep up", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    CHECK(number(database, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type "
                           "= 'table' AND name NOT LIKE 'sqlite%'") == 24);
    CHECK(number(database, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type "
                           "= 'table' AND name NOT LIKE 'sqlite%' AND NOT strict") == 0);
    CHECK(number(database, "SELECT count(*) FROM pragma_index_list('charge') WHERE NOT partial") ==
          0);
}

TEST_CASE("a charge of no import or no period is refused", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    database.handle().exec(open_period);
    CHECK_THROWS_AS(
        database.handle().exec("INSERT INTO import_total VALUES (7, 24300, 'USD', 1, '1', NULL, "
                               "NULL, 0, '0')"),
        SQLite::Exception);
}

TEST_CASE("the log is written back when the last user is gone", "[store]") {
    const TemporaryFolder folder;
    Database::open_for_writing(folder.file("a.db")).handle().exec(open_period);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db-wal")));
    auto again = Database::open_for_writing(folder.file("a.db"));
    CHECK(number(again, "SELECT count(*) FROM period") == 1);
}

TEST_CASE("an empty file becomes a database, but not by reading it", "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.write("a.db", "");
    CHECK(read_error(path) == no_database);
    CHECK(std::filesystem::file_size(path) == 0);
    CHECK(write_error(path) == "no error");
    CHECK(read_error(path) == "no error");
}

TEST_CASE("one who reads cannot write", "[store]") {
    const TemporaryFolder folder;
    CHECK(write_error(folder.file("a.db")) == "no error");
    auto database = Database::open_for_reading(folder.file("a.db"));
    CHECK(error_of([&] {
              Transaction(database).run([&] { database.handle().exec(open_period); });
          }) == "exit 3 a.db:0 error FB504 | the database cannot be opened: attempt to write a "
                "readonly database |  | check the folder, and the right to write in it");
}

TEST_CASE("FB501: a file of another program is left as it is", "[store]") {
    const TemporaryFolder folder;
    const std::string sql =
        GENERATE("CREATE TABLE t (x)", "PRAGMA user_version = 5", "PRAGMA user_version = -1",
                 "PRAGMA application_id = 77", "PRAGMA application_id = 1180853346");
    INFO(sql);
    const auto path = foreign(folder, sql);
    const auto before = file_text(path);
    CHECK(write_error(path) == no_database);
    CHECK(read_error(path) == no_database);
    CHECK(file_text(path) == before);
}

TEST_CASE("FB501: a file that is no database is left as it is", "[store]") {
    const TemporaryFolder folder;
    const std::string bytes = GENERATE("a,b\n1,2\n", "SQLite format 3", std::string(9000, 'Z'));
    const auto path = folder.write("a.db", bytes);
    CHECK(write_error(path) == no_database);
    CHECK(read_error(path) == no_database);
    CHECK(file_text(path) == bytes);
}

TEST_CASE("FB502: a database of a newer version is left as it is", "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    Database::open_for_writing(path).handle().exec("PRAGMA user_version = 99");
    const std::string newer =
        "exit 3 a.db:0 error FB502 | the database has schema version 99; this program knows 7 |  | "
        "use the version of focus-billing that wrote it, or a newer one";
    CHECK(write_error(path) == newer);
    CHECK(read_error(path) == newer);
}

TEST_CASE("FB559: the tables of an older version are brought up to date before they are read",
          "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec(std::string(schema_steps().front().sql) +
              "; PRAGMA user_version = 1; PRAGMA application_id = " +
              std::to_string(database_application_id));
    CHECK(read_error(path) ==
          "exit 3 a.db:0 error FB559 | the database has schema version 1, and is brought to 7 by "
          "the next command that writes |  | run such a command first: focus-billing ingest FILE");
    CHECK(write_error(path) == "no error");
    CHECK(read_error(path) == "no error");
}

TEST_CASE("FB503: a second writer waits, and then says why it ends", "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    auto first = Database::open_for_writing(path);
    SQLite::Transaction writing(first.handle(), SQLite::TransactionBehavior::IMMEDIATE);
    first.handle().exec(open_period);
    CHECK(write_error(path) ==
          "exit 3 a.db:0 error FB503 | another command is writing to the database |  | wait until "
          "it has ended and try again; nothing was changed");
    auto reader = Database::open_for_reading(path, 20ms);
    CHECK(number(reader, "SELECT count(*) FROM period") == 0);
    writing.commit();
    CHECK(number(reader, "SELECT count(*) FROM period") == 1);
    CHECK(write_error(path) == "no error");
}

TEST_CASE("FB504: a database that cannot be opened", "[store]") {
    const TemporaryFolder folder;
    const std::string help = " |  | check the folder, and the right to write in it";
    CHECK(write_error(folder.file("none/a.db")) ==
          "exit 3 a.db:0 error FB504 | the database cannot be made: No such file or directory" +
              help);
    CHECK(
        read_error(folder.file("a.db")) ==
        "exit 3 a.db:0 error FB504 | the database cannot be opened: unable to open database file" +
            help);
    const auto sub = folder.file("sub.db");
    std::filesystem::create_directory(sub);
    const auto is_folder = "exit 3 sub.db:0 error FB504 | the database cannot be opened: it is a "
                           "folder |  | name a file in it, such as " +
                           sub + "/focus-billing.db";
    CHECK(write_error(sub) == is_folder);
    CHECK(read_error(sub) == is_folder);
}

TEST_CASE("FB505: a disk that fails", "[store]") {
    const TemporaryFolder folder;
    auto database = Database::open_for_writing(folder.file("a.db"));
    CHECK(error_of([&] {
              Transaction(database).run(
                  [] { throw SQLite::Exception("disk I/O error", SQLITE_IOERR); });
          }) ==
          "exit 3 a.db:0 error FB505 | the database cannot be read or written: disk I/O error "
          "|  | check the disk and the room on it, and run the command again; nothing was "
          "changed");
}

TEST_CASE("FB505: a full or damaged database", "[store]") {
    const TemporaryFolder folder;
    const auto path = folder.file("a.db");
    {
        auto database = Database::open_for_writing(path);
        const auto pages = number(database, "PRAGMA page_count");
        CHECK(error_of([&] {
                  Transaction(database, Transaction::Purpose::change).run([&] {
                      database.handle().exec("PRAGMA max_page_count = " + std::to_string(pages));
                      database.handle().exec(
                          "INSERT INTO name (text) VALUES (hex(zeroblob(9999)))");
                  });
              }) == "exit 3 a.db:0 error FB505 | the database cannot be written: database or disk "
                    "is full |  | make room on the disk and run the command again; nothing was "
                    "changed");
        CHECK(number(database, "SELECT count(*) FROM name") == 0);
    }
    auto bytes = file_text(path);
    std::fill(bytes.begin() + 4096, bytes.end(), 'x');
    folder.write("a.db", bytes);
    CHECK(read_error(path) ==
          "exit 3 a.db:0 error FB505 | the database failed: database disk image is malformed |  | "
          "look for damage with sqlite3 FILE 'PRAGMA integrity_check', and restore a backup if "
          "there is any");
}

TEST_CASE("where nothing can be written, a database can still be read", "[store]") {
    const WithoutRoot plain_user;
    const TemporaryFolder folder;
    const auto path = folder.file("a?b#c%41 d.db");
    Database::open_for_writing(path).handle().exec(open_period);
    const bool whole_folder = GENERATE(false, true);
    forbid_writing(path);
    if (whole_folder)
        forbid_writing(folder.path());
    auto database = Database::open_for_reading(path);
    CHECK(number(database, "SELECT count(*) FROM period") == 1);
    CHECK(write_error(path) ==
          "exit 3 a?b#c%41 d.db:0 error FB504 | the database may not be written |  | check the "
          "rights of the file and of its folder");
}

TEST_CASE("a folder in which nothing can be made", "[store]") {
    const WithoutRoot plain_user;
    const TemporaryFolder folder;
    forbid_writing(folder.path());
    CHECK(write_error(folder.file("a.db")) ==
          "exit 3 a.db:0 error FB504 | the database cannot be made: Permission denied |  | check "
          "the folder, and the right to write in it");
}

TEST_CASE("a log that cannot be read is not passed over", "[store]") {
    const WithoutRoot plain_user;
    const TemporaryFolder original;
    const TemporaryFolder copy;
    auto writer = Database::open_for_writing(original.file("a.db"));
    writer.handle().exec(open_period);
    for (const std::string name : {"a.db", "a.db-wal"})
        copy.write(name, file_text(original.file(name)));
    forbid_writing(copy.path());
    CHECK(read_error(copy.file("a.db")) ==
          "exit 3 a.db:0 error FB504 | the database cannot be opened: unable to open database file "
          "|  | check the folder, and the right to write in it");
}
