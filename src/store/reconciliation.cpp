#include "focus_billing/store/reconciliation.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/store/journal_register.hpp"
#include "focus_billing/store/posted_month.hpp"
#include "focus_billing/store/shown_postings.hpp"
#include "focus_billing/store/statement_register.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_charges = R"sql(
WITH counted AS (
    SELECT i.source AS source, c.currency AS currency, c.correction AS correction,
        CASE i.cost WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost)
                    ELSE c.billed_cost END AS cost,
        c.flags <> 0 AND c.decision IS NULL AS held, c.carried_into IS NOT NULL AS carried,
        c.carried_into IS NULL AND c.decision IS NOT NULL
            AND (SELECT verdict FROM decision WHERE id = c.decision) = 'reject' AS rejected
    FROM import AS i CROSS JOIN charge AS c
    WHERE i.id IN (SELECT import_id FROM import_effect WHERE period = ?1)
        AND c.id BETWEEN i.first_charge AND i.last_charge AND +c.import_id = i.id
        AND +ifnull(c.billed_in, c.period) = ?1 AND +c.superseded_by IS NULL)
SELECT source, currency, count(*), decimal_sum(cost) FILTER (WHERE correction IS NULL),
    decimal_sum(cost) FILTER (WHERE correction IS NOT NULL),
    decimal_sum(cost) FILTER (WHERE held), decimal_sum(cost) FILTER (WHERE carried),
    decimal_sum(cost) FILTER (WHERE rejected)
FROM counted GROUP BY source, currency)sql";

constexpr const char* select_carried = R"sql(
SELECT i.source, c.currency,
    decimal_sum(CASE i.cost WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost)
                            ELSE c.billed_cost END),
    decimal_sum(CASE i.cost WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost)
                            ELSE c.billed_cost END)
        FILTER (WHERE (SELECT verdict FROM decision WHERE id = c.decision) = 'reject')
FROM charge AS c JOIN import AS i ON i.id = c.import_id
WHERE c.carried_into = ?1 AND c.superseded_by IS NULL
GROUP BY i.source, c.currency)sql";

constexpr const char* select_journaled = R"sql(
SELECT source, currency, mark, decimal_sum(amount) FROM journaled_posting WHERE period = ?1
GROUP BY source, currency, mark)sql";

constexpr const char* select_lines = R"sql(
SELECT l.source, s.currency, l.party, l.side, decimal_sum(l.amount) FROM journal_line AS l
JOIN journal_state AS s ON s.journal = l.journal AND s.document = l.document
WHERE s.period = ?1 AND s.mark <> 'failed' GROUP BY l.source, s.currency, l.party, l.side)sql";

constexpr const char* select_invoices = R"sql(
SELECT ifnull((SELECT text FROM name WHERE id = c.invoice_id), ''), c.currency,
    count(*) FILTER (WHERE c.period = ?1 AND c.correction IS NULL),
    decimal_sum(c.billed_cost) FILTER (WHERE c.period = ?1),
    count(*) FILTER (WHERE c.period = ?1 AND c.flags <> 0 AND c.decision IS NULL),
    count(*) FILTER (WHERE c.period <> ?1),
    decimal_sum(c.billed_cost) FILTER (WHERE c.period <> ?1)
FROM charge AS c WHERE c.superseded_by IS NULL
GROUP BY c.invoice_id, c.currency
HAVING count(*) FILTER (WHERE c.period = ?1) > 0 OR c.invoice_id IS NOT NULL
ORDER BY 1, 2)sql";

DecimalSum amount_in(const SQLite::Statement& row, int column) {
    return DecimalSum::parse(row.getColumn(column).getString()).value_or(DecimalSum());
}

class MonthReconciler {
public:
    MonthReconciler(Database& database, BillingPeriod period)
        : m_database(database), m_period(period) {}

    Reconciliation reconcile(const PeriodStep& step) {
        Reconciliation result;
        result.period = m_period;
        result.status = require_posted_month(m_database, m_period);
        read_charges();
        read_carried();
        read_postings(month_postings(m_database, m_period, result.status, step));
        read_statements();
        read_journals();
        for (auto& [key, source] : m_sources) {
            source.source = key.first;
            source.currency = key.second;
            result.sources.push_back(std::move(source));
        }
        return result;
    }

private:
    SQLite::Statement rows(const char* sql) {
        SQLite::Statement query(m_database.handle(), sql);
        query.bind(1, m_period.key());
        return query;
    }

    ReconciledSource& source_of(const SQLite::Statement& row) {
        return m_sources[{row.getColumn(0).getString(), row.getColumn(1).getString()}];
    }

    void read_charges() {
        auto query = rows(select_charges);
        while (query.executeStep()) {
            auto& source = source_of(query);
            source.charges = static_cast<std::uint64_t>(query.getColumn(2).getInt64());
            source.cost = amount_in(query, 3);
            source.corrections = amount_in(query, 4);
            source.held = amount_in(query, 5);
            source.carried_out = amount_in(query, 6);
            source.rejected = amount_in(query, 7);
        }
    }

    void read_carried() {
        auto query = rows(select_carried);
        while (query.executeStep()) {
            auto& source = source_of(query);
            source.carried_in = amount_in(query, 2);
            source.rejected.add(amount_in(query, 3));
        }
    }

    void read_postings(const std::vector<Posting>& postings) {
        for (const auto& posting : postings) {
            auto& source = m_sources[{posting.key.source, posting.key.statement.currency}];
            source.shares.add(posting.shares);
            source.rounding.add(posting.rounding);
            source.postings.add(posting.amount);
            m_left[posting.key].add(posting.amount);
        }
    }

    // What the latest version of each statement shows.
    void read_statements() {
        const StatementRegister statements(m_database.handle());
        StatementFilter filter;
        filter.period = m_period;
        for (const auto& version : statements.list(filter)) {
            const auto json = statements.content(version);
            for (const auto& posting : shown_postings(m_database.handle(), version.key, json)) {
                m_left[posting.key].subtract(posting.amount);
                m_sources[{posting.key.source, version.key.currency}].statements.add(
                    posting.amount);
            }
        }
        for (const auto& [key, amount] : m_left)
            m_sources[{key.source, key.statement.currency}].not_issued.add(amount);
    }

    void read_journals() {
        for (auto& [key, source] : m_sources)
            source.not_journaled = source.postings;
        auto journaled = rows(select_journaled);
        while (journaled.executeStep()) {
            auto& source = source_of(journaled);
            const auto mark = journaled.getColumn(2).getString();
            const auto amount = amount_in(journaled, 3);
            (mark == "accepted"   ? source.accepted
             : mark == "exported" ? source.exported
                                  : source.pending)
                .add(amount);
            source.not_journaled.subtract(amount);
        }
        auto lines = rows(select_lines);
        while (lines.executeStep()) {
            auto& source = source_of(lines);
            const bool is_payer = lines.getColumn(2).getString() == party_names[0];
            const bool is_debit = lines.getColumn(3).getString() == side_names[0];
            auto& sum = is_payer ? source.payers : source.sources;
            const auto amount = amount_in(lines, 4);
            is_payer == is_debit ? sum.add(amount) : sum.subtract(amount);
        }
    }

    Database& m_database;
    BillingPeriod m_period;
    std::map<std::pair<std::string, std::string>, ReconciledSource> m_sources;
    std::map<PostingKey, DecimalSum> m_left;  // of postings, on no statement
};

}  // namespace

Reconciliation reconcile_month(Database& database, BillingPeriod period, const PeriodStep& step) {
    Reconciliation result;
    with_database_errors(database.path(), [&] {
        const SQLite::Transaction one_state(database.handle());
        result = MonthReconciler(database, period).reconcile(step);
    });
    return result;
}

std::vector<StoredInvoice> stored_invoices(Database& database, BillingPeriod period) {
    std::vector<StoredInvoice> invoices;
    with_database_errors(database.path(), [&] {
        SQLite::Statement rows(database.handle(), select_invoices);
        rows.bind(1, period.key());
        while (rows.executeStep()) {
            const auto count = [&](int column) {
                return static_cast<std::uint64_t>(rows.getColumn(column).getInt64());
            };
            invoices.push_back({.id = rows.getColumn(0).getString(),
                                .currency = rows.getColumn(1).getString(),
                                .rows = count(2),
                                .billed = amount_in(rows, 3),
                                .held_rows = count(4),
                                .other_rows = count(5),
                                .other_billed = amount_in(rows, 6)});
        }
    });
    return invoices;
}

}  // namespace focus_billing
