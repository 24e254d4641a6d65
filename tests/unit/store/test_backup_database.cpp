#include "focus_billing/store/backup_database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/periods/month_database.hpp"
#include "support/finding_text.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

void nothing() {}

std::string copy_of(MonthDatabase& file, const TemporaryFolder& folder) {
    const auto copy = folder.write("copy.db", "");
    backup_database(Transaction(file.database()), copy, "NAME", nothing);
    return copy;
}

}  // namespace

TEST_CASE("a copy is one file that needs no other") {
    MonthDatabase file;
    file.open(january);
    file.import("AWS", {{january, "1.5"}, {january, "2"}});
    const TemporaryFolder folder;
    const auto path = copy_of(file, folder);
    {
        auto copy = Database::open_for_reading(path);
        const auto record = query_backup(Transaction(copy));
        CHECK(record.imports == 1);
        CHECK(record.charges == 2);
        CHECK(record.superseded == 0);
        CHECK(record.audit_sequence == 1);
        CHECK(record.audit_hash == file.text("SELECT hash FROM audit"));
        CHECK(copy.handle().execAndGet("PRAGMA journal_mode").getString() == "delete");
        CHECK(copy.handle().execAndGet("PRAGMA integrity_check").getString() == "ok");
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    auto again = Database::open_for_writing(path);
    CHECK(again.handle().execAndGet("PRAGMA journal_mode").getString() == "wal");
}

TEST_CASE("what is stored while a copy is made is not in it") {
    MonthDatabase file;
    file.open(january);
    file.import("AWS", {{january, "1.5"}});
    const TemporaryFolder folder;
    const auto path = folder.write("copy.db", "");
    int steps = 0;
    auto reader = Database::open_for_reading(file.path());
    backup_database(Transaction(reader), path, "NAME", [&] {
        ++steps;
        file.import("AWS", {{january, "1.5"}});
    });
    CHECK(steps > 0);
    auto copy = Database::open_for_reading(path);
    CHECK(query_backup(Transaction(copy)).imports == 1);
    CHECK(file.text("SELECT count(*) FROM import") == std::to_string(1 + steps));
}

TEST_CASE("copying ends when it is asked to") {
    struct Stop {};
    MonthDatabase file;
    const TemporaryFolder folder;
    CHECK_THROWS_AS(backup_database(Transaction(file.database()), folder.write("copy.db", ""),
                                    "NAME", [] { throw Stop(); }),
                    Stop);
    file.open(january);
}

TEST_CASE("FB903: a copy that cannot be written is named") {
    MonthDatabase file;
    const TemporaryFolder folder;
    const auto path = folder.write("copy.db", "this is no database, and longer than its header; "
                                              "this is no database, and longer than its header; "
                                              "this is no database, and longer than its header");
    try {
        backup_database(Transaction(file.database()), path, "NAME", nothing);
        FAIL("it was written");
    } catch (const Error& error) {
        CHECK(error.diagnostic().place.file == "NAME");
        CHECK(finding_text(error.diagnostic()) ==
              "0 error FB903 | the copy cannot be written: file is not a database |  | make room "
              "on the disk, or name a file on another one; nothing is left of the copy");
    }
}
