#include "store/periods/posted_month.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/model/error.hpp"
#include "store/period_status.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

constexpr const char* has_postings_on_record = R"sql(
SELECT json_extract(after, '$.postings_sha256') IS NOT NULL FROM audit
WHERE period = ? AND action = 'close' AND json_valid(after) ORDER BY seq DESC LIMIT 1)sql";

constexpr const char* select_accounts = R"sql(
SELECT t.key, t.value FROM audit AS a, json_each(a.after, '$.accounts') AS t
WHERE a.seq = (SELECT max(seq) FROM audit WHERE period = ? AND action = 'close')
    AND json_valid(a.after))sql";

[[noreturn]] void refuse(Database& database, int code, std::string message, std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = database.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

bool has_postings(Database& database, BillingPeriod period) {
    SQLite::Statement query(database.handle(), has_postings_on_record);
    query.bind(1, period.key());
    return query.executeStep() && query.getColumn(0).getInt() != 0;
}

}  // namespace

PeriodStatus require_posted_month(Database& database, BillingPeriod period) {
    const auto status = find_period_status(database.handle(), period);
    if (!status) {
        refuse(database, 533, period.text() + " was never opened",
               "'focus-billing periods list' shows the months that were");
    }
    if (*status != PeriodStatus::open && !has_postings(database, period)) {
        refuse(database, 701, period.text() + " was closed before postings were kept",
               "close it anew: focus-billing periods reopen " + period.text() +
                   " --reason 'postings', then focus-billing periods close " + period.text());
    }
    return *status;
}

SourceAccounts closing_accounts(Database& database, BillingPeriod period) {
    SourceAccounts accounts;
    SQLite::Statement rows(database.handle(), select_accounts);
    rows.bind(1, period.key());
    while (rows.executeStep())
        accounts.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
    return accounts;
}

std::vector<Posting> month_postings(Database& database, BillingPeriod period, PeriodStatus status,
                                    const PeriodStep& step) {
    return status == PeriodStatus::open ? make_postings(database.handle(), period, step)
                                        : read_postings(database.handle(), period);
}

}  // namespace focus_billing
