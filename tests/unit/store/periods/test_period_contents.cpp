#include "store/periods/period_contents.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/periods/month_database.hpp"

using namespace focus_billing;

namespace {

std::string contents_text(const PeriodContents& contents) {
    std::string text;
    for (const auto& total : contents.totals) {
        text += total.currency + " " + std::to_string(total.charges) + " " + total.billed +
                " held " + std::to_string(total.held) + " " + total.held_cost + " credits " +
                std::to_string(total.held_credits) + " " + total.held_credit_cost + "\n";
    }
    return text;
}

// A row with every column, and one with as few as can be.
constexpr const char* two_rows = R"sql(
INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z'),
                          (24301, 'open', '2025-02-03T08:00:00Z');
INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored, rejected,
                    held, first_charge, last_charge, imported_at, os_user)
VALUES (1, 'AWS', 'aws.csv', printf('%064d', 1), 1, 'billed', 2, 2, 0, 0, 1, 9,
        '2025-02-03T08:00:00Z', 'ada'),
       (2, 'AWS', 'aws.csv', printf('%064d', 2), 1, 'billed', 2, 2, 0, 0, 1, 9,
        '2025-02-03T08:00:00Z', 'ada');
INSERT INTO import_effect VALUES (1, 24300, 'USD', 2, '3', 0, '0', 0, 0, '0'),
                                 (2, 24300, 'USD', 0, '0', 0, '0', 0, 0, '0');
INSERT INTO name SELECT value, 'name ' || value FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13]');
INSERT INTO tag_set VALUES (1, '{}', NULL), (2, '{"a":', 'not JSON');
INSERT INTO attribution VALUES (1, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', NULL),
    (2, 'x', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', NULL);
INSERT INTO charge VALUES (1, 1, 2, 24301, 1, 1, 1, 1735689600, 1, 1735776000, 2, '1', '2', '3',
    '4', '5', 'USD', 'id', 'name', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, zeroblob(16), 1, 24300, 2,
    1, NULL, NULL, NULL);
INSERT INTO charge (id, import_id, line, period, flags, billed_cost, currency, content_hash)
VALUES (2, 1, 3, 24300, 0, '2', 'USD', zeroblob(16));
)sql";

struct Column {
    std::string name;
    std::string type;
};

std::vector<Column> columns_of(Database& database, const std::string& table) {
    SQLite::Statement query(database.handle(), "SELECT name, type FROM pragma_table_info(?)");
    query.bind(1, table);
    std::vector<Column> columns;
    while (query.executeStep())
        columns.push_back({query.getColumn(0).getString(), query.getColumn(1).getString()});
    return columns;
}

// Another value of the same type.
std::string other_value(const Column& column) {
    const auto name = "\"" + column.name + "\"";
    if (column.type == "INTEGER")
        return "ifnull(" + name + ", 0) + 1";
    return column.type == "BLOB" ? "x'01020304050607080910111213141516'"
                                 : "ifnull(" + name + ", '') || '1'";
}

}  // namespace

TEST_CASE("the contents of a month are its totals by currency, held and credits apart") {
    MonthDatabase file;
    file.open(january);
    file.open(february);
    file.import("AWS", {{january, "10.5"},
                        {january, "0.25", "USD", 1},
                        {january, "-2", "USD", 3},
                        {january, "7", "EUR"},
                        {february, "99"}});
    file.import("HPC", {{february, "1"}, {january, "-0.5", "EUR", 1}});
    CHECK(contents_text(read_period_contents(Transaction(file.database()), january)) ==
          "EUR 2 6.5 held 1 -0.5 credits 1 -0.5\n"
          "USD 3 8.75 held 2 -1.75 credits 1 -2\n");
    CHECK(contents_text(read_period_contents(Transaction(file.database()), february)) ==
          "USD 2 100 held 0 0 credits 0 0\n");
}

TEST_CASE("a month without charges has contents, too") {
    MonthDatabase file;
    const auto contents = read_period_contents(Transaction(file.database()), january);
    CHECK(contents.totals.empty());
    CHECK(contents.charges() == 0);
    CHECK(contents.rows_sha256 ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a correction counts in the month in which it is billed, a superseded charge nowhere") {
    MonthDatabase file;
    file.run(two_rows);
    CHECK(contents_text(read_period_contents(Transaction(file.database()), january)) ==
          "USD 2 3 held 1 1 credits 0 0\n");
    CHECK(read_period_contents(Transaction(file.database()), february).charges() == 0);
    file.run("UPDATE charge SET superseded_by = 1 WHERE id = 2");
    CHECK(contents_text(read_period_contents(Transaction(file.database()), january)) ==
          "USD 1 1 held 1 1 credits 0 0\n");
}

TEST_CASE("every stored value of a row changes the hash of the month") {
    MonthDatabase file;
    file.run(two_rows);
    file.drop_triggers();
    std::set<std::string> hashes = {
        read_period_contents(Transaction(file.database()), january).rows_sha256};
    const auto changed = [&](const std::string& change) {
        INFO(change);
        file.run("SAVEPOINT change; " + change);
        CHECK(hashes.insert(read_period_contents(Transaction(file.database()), january).rows_sha256)
                  .second);
        file.run("ROLLBACK TO change; RELEASE change");
    };
    const auto columns = columns_of(file.database(), "charge");
    CHECK(columns.size() == 39);
    for (const std::string row : {"1", "2"}) {
        for (const auto& column : columns) {
            // The row is no longer one of the month, whichever of these it is.
            if (row == "2" && (column.name == "superseded_by" || column.name == "period" ||
                               column.name == "billed_in"))
                continue;
            if (row == "1" && (column.name == "superseded_by" || column.name == "billed_in"))
                continue;
            // What is carried after the closing leaves the month as it was closed.
            if (column.name == "carried_into")
                continue;
            changed("UPDATE charge SET \"" + column.name +
                    "\" = " + (column.name == "id" ? "0" + row + " + 2" : other_value(column)) +
                    " WHERE id = " + row);
        }
    }
    for (const auto& column : columns_of(file.database(), "attribution")) {
        if (column.name != "id")
            changed("UPDATE attribution SET " + column.name + " = 'other' WHERE id = 1");
    }
    changed("UPDATE attribution SET pi_email = NULL WHERE id = 1");
    changed("UPDATE attribution SET pi_email = '' WHERE id = 1");
    changed("UPDATE tag_set SET tags = '[]' WHERE id = 1");
    changed("UPDATE tag_set SET fault = 'none' WHERE id = 1");
    changed("UPDATE tag_set SET fault = '' WHERE id = 1");
    changed("UPDATE name SET text = 'other' WHERE id = 12");
    changed("UPDATE charge SET resource_id = '' WHERE id = 2");
    changed("UPDATE charge SET start_nanoseconds = 0 WHERE id = 1");
    changed("UPDATE charge SET attribution = NULL WHERE id = 1");
}

TEST_CASE("a row that leaves the month changes its hash") {
    MonthDatabase file;
    file.run(two_rows);
    file.drop_triggers();
    const auto before = read_period_contents(Transaction(file.database()), january).rows_sha256;
    const auto change = GENERATE(as<std::string>{}, "UPDATE charge SET superseded_by = 1",
                                 "UPDATE charge SET billed_in = 24302",
                                 "UPDATE charge SET import_id = 3", "DELETE FROM charge");
    file.run(change + " WHERE id = 2");
    CHECK(read_period_contents(Transaction(file.database()), january).rows_sha256 != before);
}

TEST_CASE("texts are told apart, however many and however long they are") {
    MonthDatabase file;
    file.run(two_rows);
    const auto contents = [&] {
        return read_period_contents(Transaction(file.database()), january).rows_sha256;
    };
    file.run("INSERT INTO name SELECT 1024 * value + 1, printf('%.*c', value * 600, 'n')"
             " FROM json_each('[1,2,3,4]')");
    file.drop_triggers();
    std::set<std::string> hashes;
    for (const char* name : {"1025", "2049", "3073", "4097", "1"}) {
        file.run(std::string("UPDATE charge SET charge_class = ") + name + ", region_id = 1025");
        CHECK(hashes.insert(contents()).second);
    }
}

TEST_CASE("a cost that is no decimal is damage, and told as such") {
    MonthDatabase file;
    file.run(two_rows);
    file.drop_triggers();
    file.run("UPDATE charge SET billed_cost = 'ten' WHERE id = 2");
    try {
        static_cast<void>(read_period_contents(Transaction(file.database()), january));
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::environment);
        CHECK(error.diagnostic().message ==
              "the database is damaged: the cost of charge 2 is no decimal number");
        CHECK(error.diagnostic().value == "ten");
    }
}
