#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <sqlite3.h>

#include "focus_billing/model/error.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;
using namespace std::chrono_literals;

namespace {

using Purpose = Transaction::Purpose;

constexpr const char* add_name = "INSERT INTO name (text) VALUES ('a')";

class File {
public:
    [[nodiscard]] Database open(std::chrono::milliseconds patience = 20ms) const {
        return Database::open_for_writing(m_folder.file("a.db"), patience);
    }

private:
    TemporaryFolder m_folder;
};

int names(Database& database) {
    return database.handle().execAndGet("SELECT count(*) FROM name").getInt();
}

bool enforces_foreign_keys(Database& database) {
    return database.handle().execAndGet("PRAGMA foreign_keys").getInt() == 1;
}

/// The code of the Error that `action` throws.
template <typename Action>
int code_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.diagnostic().code;
    }
    return 0;
}

}  // namespace

TEST_CASE("what a transaction changes is there when it is committed, and else is not") {
    const File file;
    auto database = file.open();
    const bool is_kept = GENERATE(true, false);
    const auto purpose = GENERATE(Purpose::change, Purpose::load);
    {
        Transaction changing(database, purpose);
        changing.handle().exec(add_name);
        if (is_kept)
            changing.commit();
    }
    CHECK(names(database) == (is_kept ? 1 : 0));
    CHECK(enforces_foreign_keys(database));
}

TEST_CASE("a transaction that reads sees one state") {
    const File file;
    auto writer = file.open();
    auto database = file.open();
    const Transaction reading(database);
    CHECK(names(database) == 0);
    writer.handle().exec(add_name);
    CHECK(names(writer) == 1);
    CHECK(names(database) == 0);
}

TEST_CASE("one that reads within another one is a part of it") {
    const File file;
    auto database = file.open();
    Transaction changing(database, Purpose::change);
    changing.handle().exec(add_name);
    {
        const Transaction within(database);
        CHECK(names(database) == 1);
    }
    changing.commit();
    CHECK(names(database) == 1);
}

TEST_CASE("FB503: of those that change something one waits for the other") {
    const File file;
    auto first = file.open();
    auto second = file.open();
    const Transaction changing(first, Purpose::change);
    CHECK(code_of([&] { const Transaction waiting(second, Purpose::change); }) == 503);
    CHECK(code_of([&] { const Transaction waiting(second, Purpose::load); }) == 503);
    CHECK(enforces_foreign_keys(second));
    CHECK(code_of([&] { const Transaction reading(second); }) == 0);
}

TEST_CASE("references are looked up, unless a transaction loads") {
    const File file;
    auto database = file.open();
    const auto refer_to_nothing = [&](Purpose purpose) {
        const Transaction changing(database, purpose);
        changing.run([&] {
            changing.handle().exec("INSERT INTO import_rejected VALUES (7, 'USD', 1, '1')");
        });
    };
    CHECK(code_of([&] { refer_to_nothing(Purpose::change); }) == 509);
    CHECK(code_of([&] { refer_to_nothing(Purpose::load); }) == 0);
}

TEST_CASE("what SQLite throws becomes an error of the database, all else stays what it is") {
    const File file;
    auto database = file.open();
    const Transaction reading(database);
    CHECK(reading.run([] { return 7; }) == 7);
    const auto code_after = [&](int sqlite) {
        return code_of([&] { reading.run([&] { throw SQLite::Exception("words", sqlite); }); });
    };
    CHECK(code_after(SQLITE_NOTADB) == 501);
    CHECK(code_after(SQLITE_BUSY) == 503);
    CHECK(code_after(SQLITE_LOCKED) == 503);
    CHECK(code_after(SQLITE_READONLY) == 504);
    CHECK(code_after(SQLITE_CORRUPT) == 505);
    CHECK(code_after(SQLITE_FULL) == 505);
    CHECK(code_after(SQLITE_CONSTRAINT) == 509);
    CHECK_THROWS_AS(reading.run([] { throw std::logic_error("not of SQLite"); }), std::logic_error);
}
