#include "focus_billing/store/journals/reconciliation.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <tuple>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/journals/invoice.hpp"
#include "focus_billing/model/rounding.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/journals/journal_register.hpp"
#include "store/periods/closing_record.hpp"
#include "store/periods/postings.hpp"
#include "store/statements/outdated_statements.hpp"
#include "store/statements/statement_register.hpp"

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
    InvoiceRows(const Transaction& transaction, BillingPeriod period)
        : m_transaction(transaction), m_period(period) {}

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
        SQLite::Statement rows(m_transaction.handle(), select_live);
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
        SQLite::Statement rows(m_transaction.handle(), select_superseded);
        rows.bind(1, m_period.key());
        while (rows.executeStep())
            invoice_of(rows).superseded.add(counted(rows));
    }

    StoredInvoice& invoice_of(const SQLite::Statement& row) {
        return m_invoices[{row.getColumn(0).getString(), row.getColumn(1).getString(),
                           row.getColumn(2).getString()}];
    }

    static CountAndCost counted(const SQLite::Statement& row) {
        return {.count = row.getColumn(4).getInt64(),
                .cost = DecimalSum::parse(row.getColumn(5).getString()).value_or(DecimalSum())};
    }

    const Transaction& m_transaction;
    BillingPeriod m_period;
    std::map<std::tuple<std::string, std::string, std::string>, StoredInvoice> m_invoices;
};

MonthInvoices read_month_invoices(const Transaction& transaction, BillingPeriod period) {
    return {.stored = InvoiceRows(transaction, period).read(),
            .unmended = unmended_imports(transaction, period)};
}

constexpr const char* select_charges = R"sql(
WITH counted AS (
    SELECT i.source AS source, c.currency AS currency, c.correction AS correction,
        CASE i.cost WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost)
                    ELSE c.billed_cost END AS cost, c.billed_cost AS billed_cost,
        c.flags <> 0 AND c.decision IS NULL AS held, c.carried_into IS NOT NULL AS carried,
        c.carried_into IS NULL AND c.decision IS NOT NULL
            AND (SELECT verdict FROM decision WHERE id = c.decision) = 'reject' AS rejected
    FROM import AS i CROSS JOIN charge AS c
    WHERE i.id IN (SELECT import_id FROM import_effect WHERE period = ?1)
        AND c.id BETWEEN i.first_charge AND i.last_charge AND +c.import_id = i.id
        AND +ifnull(c.billed_in, c.period) = ?1 AND +c.superseded_by IS NULL)
SELECT source, currency, count(*) FILTER (WHERE correction IS NULL),
    decimal_sum(cost) FILTER (WHERE correction IS NULL),
    count(*) FILTER (WHERE correction IS NOT NULL),
    decimal_sum(cost) FILTER (WHERE correction IS NOT NULL),
    decimal_sum(cost) FILTER (WHERE held), decimal_sum(cost) FILTER (WHERE carried),
    decimal_sum(cost) FILTER (WHERE rejected), decimal_sum(billed_cost)
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

constexpr const char* select_imported = R"sql(
SELECT i.source, e.currency, decimal_sum(e.added_cost), decimal_sum(e.removed_cost)
FROM import_effect AS e JOIN import AS i ON i.id = e.import_id
WHERE e.period = ?1 GROUP BY i.source, e.currency)sql";

constexpr const char* select_dues = R"sql(
SELECT s.currency, decimal_sum(v.due) FROM statement AS s
JOIN statement_version AS v ON v.statement = s.id
WHERE s.period = ?1
    AND v.version = (SELECT max(version) FROM statement_version WHERE statement = s.id)
GROUP BY s.currency)sql";

constexpr const char* select_documents = R"sql(
SELECT currency, decimal_sum(debits) FROM journal_state
WHERE period = ?1 AND mark <> 'failed' GROUP BY currency)sql";

constexpr const char* select_journaled_sums = R"sql(
SELECT source, currency, mark, decimal_sum(amount) FROM journaled_posting WHERE period = ?1
GROUP BY source, currency, mark)sql";

constexpr const char* select_reconciled_lines = R"sql(
SELECT l.source, s.currency, l.party, l.side, decimal_sum(l.amount) FROM journal_line AS l
JOIN journal_state AS s ON s.journal = l.journal AND s.document = l.document
WHERE s.period = ?1 AND s.mark <> 'failed' GROUP BY l.source, s.currency, l.party, l.side)sql";

DecimalSum amount_in(const SQLite::Statement& row, int column) {
    return DecimalSum::parse(row.getColumn(column).getString()).value_or(DecimalSum());
}

// What became of a posting.
struct PostingHistory {
    std::optional<DecimalSum> posted;
    std::optional<DecimalSum> shown;
    std::optional<DecimalSum> journaled;
};

void add_to(std::optional<DecimalSum>& sum, const DecimalSum& amount) {
    if (!sum)
        sum.emplace();
    sum->add(amount);
}

class MonthReconciler {
public:
    MonthReconciler(const Transaction& transaction, BillingPeriod period)
        : m_transaction(transaction), m_period(period) {}

    Reconciliation reconcile(const PostingRules& rules, bool with_invoices) {
        Reconciliation result;
        result.period = m_period;
        result.status = require_posted_month(m_transaction, m_period);
        read_charges();
        read_postings(month_postings(m_transaction, m_period, result.status, rules));
        read_statements();
        read_journals();
        for (const auto& [key, history] : m_lives)
            tell(history, m_sources[{key.source, key.statement.currency}]);
        for (auto& [key, source] : m_sources) {
            std::tie(source.source, source.currency) = key;
            m_currencies[source.currency].total.add(source);
            result.sources.push_back(std::move(source));
        }
        for (auto& [currency, sums] : m_currencies) {
            sums.total.currency = currency;
            result.currencies.push_back(std::move(sums));
        }
        if (with_invoices)
            result.invoices = read_month_invoices(m_transaction, m_period);
        return result;
    }

private:
    void for_each(const char* sql, const std::function<void(const SQLite::Statement&)>& on_row) {
        SQLite::Statement rows(m_transaction.handle(), sql);
        rows.bind(1, m_period.key());
        while (rows.executeStep())
            on_row(rows);
    }

    ReconciledSource& source_of(const SQLite::Statement& row) {
        return m_sources[{row.getColumn(0).getString(), row.getColumn(1).getString()}];
    }
    ReconciledCurrency& currency_of(const SQLite::Statement& row, int column) {
        return m_currencies[row.getColumn(column).getString()];
    }

    void read_charges() {
        const auto count = [](const SQLite::Statement& row, int column) {
            return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
        };
        for_each(select_charges, [&](const SQLite::Statement& row) {
            auto& source = source_of(row);
            source.charges = count(row, 2);
            source.cost = amount_in(row, 3);
            source.correction_charges = count(row, 4);
            source.corrections = amount_in(row, 5);
            source.held = amount_in(row, 6);
            source.carried_out = amount_in(row, 7);
            source.rejected = amount_in(row, 8);
            source.stored = amount_in(row, 9);
        });
        for_each(select_carried, [&](const SQLite::Statement& row) {
            source_of(row).carried_in = amount_in(row, 2);
            source_of(row).rejected.add(amount_in(row, 3));
        });
        for_each(select_imported, [&](const SQLite::Statement& row) {
            source_of(row).imported = amount_in(row, 2).difference(amount_in(row, 3));
        });
    }

    void read_postings(const std::vector<Posting>& postings) {
        for (const auto& posting : postings) {
            const auto& currency = posting.key.statement.currency;
            auto& source = m_sources[{posting.key.source, currency}];
            source.shares.add(posting.shares);
            source.rounding.add(posting.rounding);
            source.due_rounding.add(
                rounded(posting.shares, minor_unit_or_usual(currency)).difference(posting.shares));
            source.postings.add(posting.amount);
            add_to(m_lives[posting.key].posted, posting.amount);
        }
    }

    // What the latest version of each statement shows.
    void read_statements() {
        const StatementRegister statements(m_transaction);
        StatementFilter filter;
        filter.period = m_period;
        for (const auto& version : statements.list(filter)) {
            const auto json = statements.content(version);
            for (const auto& posting : read_statement_postings(m_transaction, version.key, json)) {
                add_to(m_lives[posting.key].shown, posting.amount);
                m_sources[{posting.key.source, version.key.currency}].statements.add(
                    posting.amount);
            }
        }
        for_each(select_dues, [&](const SQLite::Statement& row) {
            currency_of(row, 0).due = amount_in(row, 1);
        });
    }

    void read_journals() {
        for (const auto& posting : JournalRegister(m_transaction).journaled(m_period))
            add_to(m_lives[posting.key].journaled, posting.amount);
        for_each(select_journaled_sums, [&](const SQLite::Statement& row) {
            auto& source = source_of(row);
            const auto mark = row.getColumn(2).getString();
            (mark == "accepted"   ? source.accepted
             : mark == "exported" ? source.exported
                                  : source.pending)
                .add(amount_in(row, 3));
        });
        for_each(select_reconciled_lines, [&](const SQLite::Statement& row) { read_lines(row); });
        for_each(select_documents, [&](const SQLite::Statement& row) {
            currency_of(row, 0).documents = amount_in(row, 1);
        });
    }

    void read_lines(const SQLite::Statement& row) {
        const bool is_payer = row.getColumn(2).getString() == party_names[0];
        const bool is_debit = row.getColumn(3).getString() == side_names[0];
        auto& sum = is_payer ? source_of(row).payers : source_of(row).sources;
        auto& currency = currency_of(row, 1);
        const auto amount = amount_in(row, 4);
        is_payer == is_debit ? sum.add(amount) : sum.subtract(amount);
        (is_debit ? currency.debits : currency.credits).add(amount);
    }

    // Differences are told posting by posting, so that none is hidden by another one.
    static void tell(const PostingHistory& history, ReconciledSource& source) {
        const auto posted = history.posted.value_or(DecimalSum());
        const auto shown = history.shown.value_or(DecimalSum());
        const auto journaled = history.journaled.value_or(DecimalSum());
        if (!history.shown && history.posted)
            source.not_issued.add(posted);
        else if (posted.difference(shown).sign() != 0)
            source.changed_since_issue.add(posted.difference(shown));
        if (shown.difference(journaled).sign() != 0)
            (journaled.sign() == 0 ? source.in_no_journal : source.changed_since_journal)
                .add(shown.difference(journaled));
    }

    const Transaction& m_transaction;
    BillingPeriod m_period;
    std::map<std::pair<std::string, std::string>, ReconciledSource> m_sources;
    std::map<std::string, ReconciledCurrency> m_currencies;
    std::map<PostingKey, PostingHistory> m_lives;
};

}  // namespace

Reconciliation reconcile_month(const Transaction& transaction, BillingPeriod period,
                               const PostingRules& rules, bool with_invoices) {
    return transaction.run(
        [&] { return MonthReconciler(transaction, period).reconcile(rules, with_invoices); });
}

}  // namespace focus_billing
