#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

#include "focus_billing/store/database.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/period_status.hpp"
#include "support/temporary_folder.hpp"

namespace focus_billing {

/// A charge of a test, with no more than what months are about.
struct MonthCharge {
    BillingPeriod period;
    std::string cost;
    std::string currency = "USD";
    int flags = 0;
};

/// A database in a folder of its own, filled as an ingest would fill it.
class MonthDatabase {
public:
    MonthDatabase() : m_database(Database::open_for_writing(path())) {}

    [[nodiscard]] std::string path() const { return m_folder.file("a.db"); }
    [[nodiscard]] Database& database() { return m_database; }
    void run(const std::string& sql) { m_database.handle().exec(sql); }
    [[nodiscard]] std::string text(const std::string& query) {
        return m_database.handle().execAndGet(query).getString();
    }

    /// The time goes on by a second with each.
    [[nodiscard]] AuditContext audit_context(const std::string& command = "test") {
        ++m_seconds;
        const auto second = std::to_string(m_seconds % 60);
        return {.at = "2025-02-01T06:0" + std::to_string(m_seconds / 60 % 10) + ":" +
                      (second.size() == 1 ? "0" : "") + second + "Z",
                .os_user = "ada",
                .actor = "",
                .command = command};
    }

    void open(BillingPeriod period) {
        Transaction transaction(m_database, Transaction::Purpose::change);
        open_period(transaction, period, audit_context());
        transaction.commit();
    }
    void append(const AuditEntry& entry) {
        Transaction transaction(m_database, Transaction::Purpose::change);
        append_audit(transaction, entry);
        transaction.commit();
    }

    /// Stores an import of charges, whose months must be open, and returns its number.
    std::int64_t import(const std::string& source, const std::vector<MonthCharge>& charges,
                        std::uint64_t rejected = 0, std::int64_t mends = 0) {
        const auto number = next_id("import");
        insert_import(number, source, charges.size(), rejected, mends);
        for (const auto& charge : charges)
            insert_charge(number, charge);
        const auto id = std::to_string(number);
        run("INSERT INTO import_period (period, import_id, kind)"
            " SELECT DISTINCT period, import_id, " +
            std::string(mends == 0 ? "'first'" : "'mend'") +
            " FROM charge WHERE import_id = " + id +
            "; INSERT INTO import_effect SELECT import_id, period, currency, count(*),"
            " decimal_sum(billed_cost), 0, '0', 0, sum(flags <> 0),"
            " ifnull(decimal_sum(CASE WHEN flags <> 0 THEN billed_cost END), '0')"
            " FROM charge WHERE import_id = " +
            id + " GROUP BY import_id, period, currency");
        return number;
    }

    /// As somebody would do who wants to change what the triggers keep.
    void drop_triggers() {
        std::vector<std::string> names;
        SQLite::Statement query(m_database.handle(),
                                "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        while (query.executeStep())
            names.push_back(query.getColumn(0).getString());
        query.reset();
        run("PRAGMA foreign_keys = OFF");
        for (const auto& name : names)
            run("DROP TRIGGER " + name);
    }

private:
    std::int64_t next_id(const std::string& table) {
        return m_database.handle()
            .execAndGet("SELECT ifnull(max(id), 0) + 1 FROM " + table)
            .getInt64();
    }

    void insert_import(std::int64_t number, const std::string& source, std::uint64_t stored,
                       std::uint64_t rejected, std::int64_t mends) {
        const auto first = next_id("charge");
        const auto rows = std::to_string(stored + rejected);
        run("INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored,"
            " rejected, held, mends, first_charge, last_charge, imported_at, os_user) VALUES (" +
            std::to_string(number) + ", '" + source + "', '" + source + "_" +
            std::to_string(number) + ".csv', printf('%064d', 1), 1, 'billed', " + rows + ", " +
            std::to_string(stored) + ", " + std::to_string(rejected) + ", 0, " +
            (mends == 0 ? "NULL" : std::to_string(mends)) + ", " +
            (stored == 0 ? "NULL, NULL"
                         : std::to_string(first) + ", " +
                               std::to_string(first + static_cast<std::int64_t>(stored) - 1)) +
            ", '2025-02-01T06:00:00Z', 'ada')");
    }

    void insert_charge(std::int64_t import, const MonthCharge& charge) {
        SQLite::Statement insert(
            m_database.handle(),
            "INSERT INTO charge (import_id, line, period, flags, billed_cost, currency,"
            " content_hash) VALUES (?, 2, ?, ?, ?, ?, zeroblob(16))");
        insert.bind(1, import);
        insert.bind(2, charge.period.key());
        insert.bind(3, charge.flags);
        insert.bind(4, charge.cost);
        insert.bind(5, charge.currency);
        insert.exec();
    }

    TemporaryFolder m_folder;
    Database m_database;
    int m_seconds = 0;
};

inline constexpr BillingPeriod december(2024, 12);
inline constexpr BillingPeriod january(2025, 1);
inline constexpr BillingPeriod february(2025, 2);

}  // namespace focus_billing
