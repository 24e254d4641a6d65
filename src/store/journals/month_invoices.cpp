#include "store/journals/month_invoices.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <tuple>

#include "store/periods/closing_facts.hpp"

namespace focus_billing {

namespace {

// A reversal takes back a row: neither is one any more.
constexpr const char* select_live = R"sql(
SELECT ifnull((SELECT text FROM name WHERE id = c.invoice_id), ''), c.currency, i.source, c.period,
    max(0, count(*) - 2 * count(*) FILTER (WHERE c.correction = 1)), decimal_sum(c.billed_cost),
    count(*) FILTER (WHERE c.flags <> 0 AND c.decision IS NULL)
FROM charge AS c JOIN import AS i ON i.id = c.import_id
WHERE c.superseded_by IS NULL AND (c.period = ?1 OR c.invoice_id IS NOT NULL)
GROUP BY c.invoice_id, c.currency, i.source, c.period ORDER BY c.period)sql";

constexpr const char* select_superseded = R"sql(
SELECT ifnull((SELECT text FROM name WHERE id = c.invoice_id), ''), c.currency, i.source, c.period,
    count(*), decimal_sum(c.billed_cost)
FROM charge AS c JOIN import AS i ON i.id = c.import_id
WHERE c.superseded_by IS NOT NULL AND c.period = ?1
GROUP BY c.invoice_id, c.currency, i.source)sql";

class InvoiceRows {
public:
    InvoiceRows(SQLite::Database& database, BillingPeriod period)
        : m_database(database), m_period(period) {}

    std::vector<StoredInvoice> read() {
        read_live();
        read_superseded();
        std::vector<StoredInvoice> stored;
        for (auto& [key, invoice] : m_invoices) {
            std::tie(invoice.id, invoice.currency, invoice.source) = key;
            stored.push_back(std::move(invoice));
        }
        return stored;
    }

private:
    void read_live() {
        SQLite::Statement rows(m_database, select_live);
        rows.bind(1, m_period.key());
        while (rows.executeStep()) {
            auto& invoice = invoice_of(rows);
            const auto month = BillingPeriod::of_key(rows.getColumn(3).getInt());
            if (month != m_period) {
                invoice.others.push_back({month, counted(rows)});
                continue;
            }
            invoice.live.add(counted(rows));
            invoice.held_rows += static_cast<std::uint64_t>(rows.getColumn(6).getInt64());
        }
    }

    void read_superseded() {
        SQLite::Statement rows(m_database, select_superseded);
        rows.bind(1, m_period.key());
        while (rows.executeStep())
            invoice_of(rows).superseded.add(counted(rows));
    }

    StoredInvoice& invoice_of(const SQLite::Statement& row) {
        return m_invoices[{row.getColumn(0).getString(), row.getColumn(1).getString(),
                           row.getColumn(2).getString()}];
    }

    static CountedRows counted(const SQLite::Statement& row) {
        return {.rows = static_cast<std::uint64_t>(row.getColumn(4).getInt64()),
                .billed = DecimalSum::parse(row.getColumn(5).getString()).value_or(DecimalSum())};
    }

    SQLite::Database& m_database;
    BillingPeriod m_period;
    std::map<std::tuple<std::string, std::string, std::string>, StoredInvoice> m_invoices;
};

}  // namespace

MonthInvoices read_month_invoices(SQLite::Database& database, BillingPeriod period) {
    return {.stored = InvoiceRows(database, period).read(),
            .unmended = unmended_imports(database, period)};
}

}  // namespace focus_billing
