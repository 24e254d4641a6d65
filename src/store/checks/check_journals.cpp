#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/checks/check_database.hpp"
#include "store/journals/journal_register.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_recorded_hash = R"sql(
SELECT CASE WHEN json_valid(a.after) THEN json_extract(a.after, '$.sha256') END
FROM journal AS j LEFT JOIN audit AS a ON a.seq = j.audit AND a.action = 'journal'
    AND a.subject = 'journal ' || j.number
WHERE j.number = ?)sql";

constexpr const char* select_journaled = R"sql(
SELECT currency, decimal_sum(amount) FILTER (WHERE is_posted),
    decimal_sum(amount) FILTER (WHERE NOT is_posted)
FROM (SELECT currency, amount, 1 AS is_posted FROM posting WHERE period = ?1
    UNION ALL SELECT currency, amount, 0 FROM journaled_posting WHERE period = ?1)
GROUP BY currency ORDER BY currency)sql";

// The mark of a whole journal names the journal, that of a part each document.
constexpr const char* select_marks = R"sql(
SELECT count(*), ifnull(sum(a.action IS 'mark' AND json_valid(a.after)
    AND json_extract(a.after, '$.state') IS m.state
    AND ifnull(json_extract(a.after, '$.ref'), '') IS m.ref
    AND (a.subject = 'journal ' || m.journal OR instr(substr(a.subject, 8) || ',',
         ' ' || m.journal || '.' || m.document || ',') > 0)), 0)
FROM journal_mark AS m LEFT JOIN audit AS a ON a.seq = m.audit)sql";

struct LineSums {
    DecimalSum debits;
    DecimalSum credits;
    DecimalSum payers;   // debits less credits
    DecimalSum sources;  // credits less debits
};

LineSums sums_of(const std::vector<JournalLine>& lines) {
    LineSums sums;
    for (const auto& line : lines) {
        (line.side == Side::debit ? sums.debits : sums.credits).add(line.amount);
        auto& party = line.party == Party::payer ? sums.payers : sums.sources;
        if ((line.party == Party::payer) == (line.side == Side::debit)) {
            party.add(line.amount);
        } else {
            party.subtract(line.amount);
        }
    }
    return sums;
}

class JournalCheck {
public:
    JournalCheck(const CheckRun& run, const JournalRecord& record)
        : m_run(run), m_record(record), m_register(run.transaction),
          m_name("journal " + std::to_string(record.number)) {}

    void tell() {
        check_bytes();
        for (const auto& posting : m_register.postings(m_record))
            m_postings[posting.document].add(posting.amount);
        for (const auto& document : m_register.documents(m_record))
            tell(document);
    }

private:
    void check_bytes() {
        try {
            (void)m_register.content(m_record);
        } catch (const Error& error) {
            m_fault = m_run.fault(818, error.diagnostic().message);
        }
        SQLite::Statement query(m_run.transaction.handle(), select_recorded_hash);
        query.bind(1, m_record.number);
        if (!query.executeStep() || query.getColumn(0).getString() != m_record.sha256)
            m_fault = m_run.fault(818, m_name + " is not the one of the audit trail");
    }

    void tell(const JournalDocument& document) {
        const auto sums = sums_of(document.lines);
        const auto& posted = m_postings[document.number];
        const auto name = "journal " + document_name(m_record.number, document.number);
        const bool adds_up = sums.debits.text() == document.debits.text() &&
                             sums.credits.text() == document.debits.text() &&
                             sums.payers.text() == posted.text() &&
                             sums.sources.text() == posted.text();
        if (!adds_up && !m_fault) {
            m_fault = m_run.fault(573, name + " does not add up: debits " + sums.debits.text() +
                                           ", credits " + sums.credits.text() + ", postings " +
                                           posted.text() + " " + document.currency);
        }
        m_run.on_line({.subject = name + " " + document.currency,
                       .left = {amount_term("debits", sums.debits.text())},
                       .right = {amount_term("credits", sums.credits.text())},
                       .fault = std::move(m_fault)});
        m_fault.reset();
    }

    const CheckRun& m_run;
    const JournalRecord& m_record;
    JournalRegister m_register;
    std::string m_name;
    std::map<std::uint32_t, DecimalSum> m_postings;
    std::optional<Diagnostic> m_fault;
};

void tell_marks(const CheckRun& run) {
    SQLite::Statement marks(run.transaction.handle(), select_marks);
    (void)marks.executeStep();
    const auto all = marks.getColumn(0).getInt64();
    const auto intact = marks.getColumn(1).getInt64();
    CheckLine line{.subject = "journal marks",
                   .left = {count_term("marks", all)},
                   .right = {count_term("as the audit trail has them", intact)}};
    if (all != intact)
        line.fault = run.fault(818, "what became of a journal is not what the audit trail tells");
    run.on_line(std::move(line));
}

// What is in no journal yet is no fault.
void tell_journaled(const CheckRun& run, BillingPeriod period) {
    SQLite::Statement rows(run.transaction.handle(), select_journaled);
    rows.bind(1, period.key());
    while (rows.executeStep()) {
        const auto currency = rows.getColumn(0).getString();
        const auto posted = sum_of(rows.getColumn(1).getString());
        const auto journaled = sum_of(rows.getColumn(2).getString());
        run.on_line(
            {.subject = "journals of " + period.text() + " " + currency,
             .left = {amount_term("postings", posted.text())},
             .right = {amount_term("journals", journaled.text()),
                       amount_term("to be journaled", posted.difference(journaled).text())}});
    }
}

}  // namespace

void check_journals(const CheckRun& run) {
    const auto records = JournalRegister(run.transaction).list({});
    for (const auto& record : records) {
        run.on_step();
        JournalCheck(run, record).tell();
    }
    if (!records.empty())
        tell_marks(run);
    SQLite::Statement periods(run.transaction.handle(),
                              "SELECT key FROM period WHERE status <> 'open' AND key IN"
                              " (SELECT period FROM journal) ORDER BY key");
    while (periods.executeStep())
        tell_journaled(run, BillingPeriod::of_key(periods.getColumn(0).getInt()));
}

}  // namespace focus_billing
