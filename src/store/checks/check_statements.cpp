#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/checks/check_database.hpp"
#include "store/period_status.hpp"
#include "store/periods/postings.hpp"
#include "store/statements/statement_register.hpp"

namespace focus_billing {

namespace {

struct MonthSums {
    std::int64_t versions = 0;
    std::int64_t intact = 0;
    std::map<std::string, DecimalSum> due;  // of the latest versions
    std::optional<Diagnostic> fault;
};

constexpr const char* is_as_in_record = R"sql(
SELECT json_extract(?1, '$.number') = ?2 AND json_extract(?1, '$.version') = ?3
    AND json_extract(?1, '$.period') = ?4 AND json_extract(?1, '$.key.pi_email') = ?5
    AND ifnull(json_extract(?1, '$.key.project_id'), '') = ?6
    AND json_extract(?1, '$.key.currency') = ?7 AND json_extract(?1, '$.issue_date') = ?8
    AND json_extract(?1, '$.charge_count') = ?9 AND json_extract(?1, '$.list') = ?10
    AND json_extract(?1, '$.due') = ?11)sql";

// What is listed of a version stands in its record, too.
void require_record(const CheckRun& run, const IssuedStatement& version, const std::string& json) {
    SQLite::Statement query(run.transaction.handle(), is_as_in_record);
    int parameter = 0;
    query.bindNoCopy(++parameter, json);
    query.bind(++parameter, version.number);
    query.bind(++parameter, version.version);
    for (const auto& text : {version.period.text(), version.key.pi_email, version.key.project_id,
                             version.key.currency, version.issue_date})
        query.bind(++parameter, text);
    query.bind(++parameter, static_cast<std::int64_t>(version.charges));
    query.bind(++parameter, version.list);
    query.bind(++parameter, version.due);
    if (query.executeStep() && query.getColumn(0).getInt() == 1)
        return;
    throw Error(ErrorKind::environment,
                run.fault(710, "what is listed of statement " + version.number + ", version " +
                                   std::to_string(version.version) +
                                   ", is not what its record says"));
}

// What was issued is read whole: its bytes have a hash.
std::map<BillingPeriod, MonthSums> read_sums(const CheckRun& run) {
    const StatementRegister statements(run.transaction);
    StatementFilter filter;
    filter.all_versions = true;
    std::map<BillingPeriod, MonthSums> months;
    for (const auto& version : statements.list(filter)) {
        run.on_step();
        MonthSums& month = months[version.period];
        ++month.versions;
        if (version.is_latest)
            month.due[version.key.currency].add(
                DecimalSum::parse(version.due).value_or(DecimalSum()));
        try {
            require_record(run, version, statements.content(version));
            (void)statements.style(version.style);
            ++month.intact;
        } catch (const Error& error) {
            if (!month.fault)
                month.fault = run.fault(710, error.diagnostic().message);
        }
    }
    return months;
}

constexpr const char* select_standing = R"sql(
WITH posted AS (
    SELECT pi_email, project_id, currency, decimal_sum(amount) AS due FROM posting
    WHERE period = ?1 GROUP BY pi_email, project_id, currency),
issued AS (
    SELECT s.pi_email, s.project_id, s.currency, v.due FROM statement AS s
    JOIN statement_version AS v ON v.statement = s.id
    WHERE s.period = ?1
        AND v.version = (SELECT max(version) FROM statement_version WHERE statement = s.id))
SELECT count(*), ifnull(sum(i.due IS p.due), 0) FROM posted AS p LEFT JOIN issued AS i
    ON i.pi_email = p.pi_email AND i.project_id = p.project_id AND i.currency = p.currency
UNION ALL
SELECT count(*), 0 FROM issued AS i WHERE i.due <> '0' AND NOT EXISTS (
    SELECT 1 FROM posted AS p WHERE i.pi_email = p.pi_email AND i.project_id = p.project_id
        AND i.currency = p.currency))sql";

// What is not issued, or out of date, is no fault: a new version is still to be issued.
void tell_standing(const CheckRun& run, BillingPeriod period) {
    SQLite::Statement rows(run.transaction.handle(), select_standing);
    rows.bind(1, period.key());
    std::int64_t all = 0;
    std::int64_t up_to_date = 0;
    while (rows.executeStep()) {
        all += rows.getColumn(0).getInt64();
        up_to_date += rows.getColumn(1).getInt64();
    }
    run.on_line({.subject = "statements of " + period.text(),
                 .left = {count_term("statements", all)},
                 .right = {count_term("of today's amount", up_to_date),
                           count_term("to be issued", all - up_to_date)}});
}

void tell_amounts(const CheckRun& run, BillingPeriod period, const MonthSums& month) {
    std::map<std::string, DecimalSum> posted;
    for (const auto& total : posted_totals(read_postings(run.transaction, period)))
        posted.emplace(total.currency, total.amount);
    for (const auto& [currency, due] : month.due) {
        run.on_line(
            {.subject = "statements of " + period.text() + " " + currency,
             .left = {amount_term("postings", posted[currency].text())},
             .right = {amount_term("statements", due.text()),
                       amount_term("to be issued", posted[currency].difference(due).text())}});
    }
}

constexpr const char* select_issues = R"sql(
SELECT a.seq, CASE WHEN json_valid(a.after) THEN json_extract(a.after, '$.sha256') END, v.id,
    s.number, v.version, v.sha256
FROM audit AS a LEFT JOIN statement_version AS v ON v.audit = a.seq
LEFT JOIN statement AS s ON s.id = v.statement
WHERE a.action = 'issue' OR v.id IS NOT NULL ORDER BY a.seq, v.id)sql";

// Each entry of the audit trail that issued statements has a hash over all of them.
class IssueCheck {
public:
    explicit IssueCheck(const CheckRun& run) : m_run(run) {}

    void tell() {
        SQLite::Statement rows(m_run.transaction.handle(), select_issues);
        while (rows.executeStep())
            add(rows);
        end_entry();
        if (m_entries > 0) {
            m_run.on_line({.subject = "issued statements",
                           .left = {count_term("audit entries", m_entries)},
                           .right = {count_term("with what they issued", m_intact)},
                           .fault = std::move(m_fault)});
        }
    }

private:
    void add(const SQLite::Statement& row) {
        if (m_entries == 0 || row.getColumn(0).getInt64() != m_entry) {
            end_entry();
            ++m_entries;
            m_entry = row.getColumn(0).getInt64();
            m_recorded = row.getColumn(1).getString();
        }
        if (!row.getColumn(2).isNull()) {
            m_hasher.update(issue_line(row.getColumn(3).getString(), row.getColumn(4).getUInt(),
                                       row.getColumn(5).getString()));
        }
    }

    void end_entry() {
        if (m_entries == 0)
            return;
        if (hex_text(m_hasher.finish()) == m_recorded) {
            ++m_intact;
        } else if (!m_fault) {
            m_fault = m_run.fault(710, "the statements of audit entry " + std::to_string(m_entry) +
                                           " are not those that were issued");
        }
    }

    const CheckRun& m_run;
    Sha256Hasher m_hasher;
    std::int64_t m_entry = 0;
    std::string m_recorded;
    std::int64_t m_entries = 0;
    std::int64_t m_intact = 0;
    std::optional<Diagnostic> m_fault;
};

bool is_open(const CheckRun& run, BillingPeriod period) {
    return find_period_status(run.transaction, period) == PeriodStatus::open;
}

}  // namespace

void check_statements(const CheckRun& run) {
    IssueCheck(run).tell();
    for (auto& [period, month] : read_sums(run)) {
        // A month that was opened again has no postings until it is closed.
        if (!is_open(run, period)) {
            tell_amounts(run, period, month);
            tell_standing(run, period);
        }
        run.on_line({.subject = "statements of " + period.text(),
                     .left = {count_term("versions", month.versions)},
                     .right = {count_term("as they were issued", month.intact)},
                     .fault = std::move(month.fault)});
    }
}

}  // namespace focus_billing
