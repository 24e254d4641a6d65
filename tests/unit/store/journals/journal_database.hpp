#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <string>
#include <vector>

#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/format/charge_hash.hpp"
#include "focus_billing/store/checks/check_database.hpp"
#include "focus_billing/store/periods/change_period.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/periods/month_database.hpp"

namespace focus_billing {

/// The books of two months as an ingest would have kept them, with all that can happen to a charge:
/// January came in import 1, with one row of 3 USD rejected; import 2 was a revision of it, after
/// which January was closed; import 3 brought a correction of it, and February; import 4 was added
/// to February.
class Books {
public:
    Books() {
        m_file.open(january);
        import(1, "first", 4, {3, 0, 0}, 1);
        charge({.import = 1, .period = january, .cost = "10"});
        charge({.import = 1, .period = january, .cost = "5", .flags = 1});
        charge({.import = 1, .period = january, .cost = "2", .currency = "EUR"});
        total(1, january, "USD", "2, '15', 2, '15', 0, '0', 0, '0'");
        total(1, january, "EUR", "1, '2', 1, '2', 0, '0', 0, '0'");
        run("INSERT INTO import_rejected VALUES (1, 'USD', 1, '3')");
        effect(1, january, "USD", "2, '15', 0, '0', 0, 1, '5'");
        effect(1, january, "EUR", "1, '2', 0, '0', 0, 0, '0'");

        import(2, "revision", 3, {1, 2, 0});
        charge({.import = 2, .period = january, .cost = "6"});
        run("UPDATE charge SET superseded_by = 2 WHERE id = 2");
        total(2, january, "USD", "2, '16', 1, '6', 1, '10', 0, '0'");
        total(2, january, "EUR", "1, '2', 0, '0', 1, '2', 0, '0'");
        effect(2, january, "USD", "1, '6', 1, '5', 1, -1, '-5'");
        supersede(1, 2, january);
        (void)close_period(m_file.database(), january, {}, posting_rules({}),
                           m_file.audit_context());

        m_file.open(february);
        import(3, "revision", 4, {1, 2, 1});
        charge({.import = 3, .period = january, .cost = "-10", .correction = 1, .corrects = 1});
        charge({.import = 3, .period = january, .cost = "11", .correction = 2, .corrects = 1});
        charge({.import = 3, .period = february, .cost = "100"});
        total(3, january, "USD", "2, '17', 0, '0', 1, '6', 1, '11'");
        total(3, january, "EUR", "1, '2', 0, '0', 1, '2', 0, '0'");
        total(3, february, "USD", "1, '100', 1, '100', 0, '0', 0, '0'");
        effect(3, february, "USD", "3, '101', 0, '0', 1, 0, '0'");
        supersede(2, 3, january);
        run("INSERT INTO import_period VALUES (24301, 3, 'first', NULL)");

        import(4, "addition", 1, {1, 0, 0}, 0, february);
        charge({.import = 4, .period = february, .cost = "0.5", .flags = 1});
        total(4, february, "USD", "1, '0.5', 1, '0.5', 0, '0', 0, '0'");
        effect(4, february, "USD", "1, '0.5', 0, '0', 0, 1, '0.5'");
    }

    [[nodiscard]] MonthDatabase& file() { return m_file; }

    /// As somebody does who knows about the triggers, and puts them back.
    void damage(const std::string& sql) {
        std::vector<std::string> triggers;
        SQLite::Statement query(m_file.database().handle(),
                                "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
        while (query.executeStep())
            triggers.push_back(query.getColumn(0).getString());
        query.reset();
        m_file.drop_triggers();
        run(sql);
        for (const auto& trigger : triggers)
            run(trigger);
    }

    /// Every line: what it is about, and its figures.
    [[nodiscard]] std::vector<CheckLine> lines() {
        std::vector<CheckLine> lines;
        check_database(
            Transaction(m_file.database()), [&](const CheckLine& line) { lines.push_back(line); },
            [] {});
        return lines;
    }

    struct ChargeRow {
        std::int64_t import = 0;
        BillingPeriod period;
        std::string cost;
        std::string currency = "USD";
        int flags = 0;
        int correction = 0;
        std::int64_t corrects = 0;
    };
    void charge(const ChargeRow& row) {
        StorableCharge content;
        content.billing_period = row.period;
        // A reversal has the hash of what it reverses.
        content.texts[index_of(StoredText::billed_cost)] =
            std::string_view(row.cost).substr(row.correction == 1 ? 1 : 0);
        content.texts[index_of(StoredText::billing_currency)] = row.currency;
        const auto hash = ChargeHasher().hash(content);
        SQLite::Statement insert(m_file.database().handle(),
                                 "INSERT INTO charge (import_id, line, period, flags, billed_cost,"
                                 " currency, correction, corrects, billed_in, content_hash)"
                                 " VALUES (?, 2, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?)");
        insert.bind(1, row.import);
        insert.bind(2, row.period.key());
        insert.bind(3, row.flags);
        insert.bind(4, row.cost);
        insert.bind(5, row.currency);
        insert.bind(6, row.correction);
        insert.bind(7, row.corrects);
        if (row.correction != 0)
            insert.bind(8, february.key());
        insert.bind(9, hash.data(), static_cast<int>(hash.size()));
        insert.exec();
    }

private:
    struct Fates {
        int stored;
        int unchanged;
        int corrected;
    };

    void run(const std::string& sql) { m_file.run(sql); }

    // The charges of an import have consecutive numbers, which are known before they are stored.
    void import(std::int64_t number, const std::string& kind, int rows, Fates fates,
                int rejected = 0, BillingPeriod period = january) {
        const auto first = m_file.database()
                               .handle()
                               .execAndGet("SELECT ifnull(max(id), 0) + 1 FROM charge")
                               .getInt();
        const int reversals = fates.corrected;
        const int last = first + fates.stored + fates.corrected + reversals - 1;
        const auto n = [](auto value) { return std::to_string(value); };
        run("INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored,"
            " unchanged, corrected, rejected, held, first_charge, last_charge, imported_at, "
            "os_user)"
            " VALUES (" +
            n(number) + ", 'AWS', 'aws.csv', printf('%064d', " + n(number) + "), 1, 'billed', " +
            n(rows) + ", " + n(fates.stored) + ", " + n(fates.unchanged) + ", " +
            n(fates.corrected) + ", " + n(rejected) + ", 0, " + n(first) + ", " + n(last) +
            ", '2025-02-01T06:00:00Z', 'ada')");
        run("INSERT INTO import_period VALUES (" + n(period.key()) + ", " + n(number) + ", '" +
            kind + "', NULL)");
    }

    void total(std::int64_t import, BillingPeriod period, const std::string& currency,
               const std::string& figures) {
        run("INSERT INTO import_total (import_id, period, currency, held, held_cost, charges, "
            "billed,"
            " stored, stored_cost, unchanged, unchanged_cost, corrected, corrected_cost) VALUES (" +
            std::to_string(import) + ", " + std::to_string(period.key()) + ", '" + currency +
            "', 0, '0', " + figures + ")");
    }

    void effect(std::int64_t import, BillingPeriod period, const std::string& currency,
                const std::string& figures) {
        run("INSERT INTO import_effect VALUES (" + std::to_string(import) + ", " +
            std::to_string(period.key()) + ", '" + currency + "', " + figures + ")");
    }

    void supersede(std::int64_t import, std::int64_t by, BillingPeriod period) {
        run("UPDATE import_period SET superseded_by = " + std::to_string(by) + " WHERE period = " +
            std::to_string(period.key()) + " AND import_id = " + std::to_string(import));
    }

    MonthDatabase m_file;
};

}  // namespace focus_billing
