#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/model/period.hpp"
#include "store/checks/recount.hpp"
#include "store/checks/check_lines.hpp"
#include "store/periods/closing_record.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_periods = R"sql(
SELECT p.key, p.status,
    (SELECT action FROM audit WHERE period = p.key
        AND action IN ('open', 'close', 'reopen', 'finalize') ORDER BY seq DESC LIMIT 1)
FROM period AS p ORDER BY p.key)sql";

struct StatusOnRecord {
    BillingPeriod period;
    std::string status;
    std::string action;  // the last one that changed it
};

std::vector<StatusOnRecord> read_periods(SQLite::Database& database) {
    std::vector<StatusOnRecord> periods;
    SQLite::Statement rows(database, select_periods);
    while (rows.executeStep()) {
        const int key = rows.getColumn(0).getInt();
        periods.push_back({.period = BillingPeriod::of_key(key),
                           .status = rows.getColumn(1).getString(),
                           .action = rows.getColumn(2).getString()});
    }
    return periods;
}

std::string status_after(const std::string& action) {
    if (action == "open" || action == "reopen")
        return "open";
    return action == "close" ? "closed" : action == "finalize" ? "finalized" : "never opened";
}

std::int64_t charges_of(const RecountedCharges& tally, BillingPeriod period) {
    std::int64_t charges = 0;
    for (const auto& [key, month] : tally.months)
        charges += key.first == period.key() ? month.all.charges : 0;
    return charges;
}

}  // namespace

void check_periods(const CheckRun& run, const RecountedCharges& tally) {
    const auto periods = read_periods(run.handle());
    std::int64_t agreeing = 0;
    std::optional<Diagnostic> fault;
    for (const auto& period : periods) {
        const auto on_record = status_after(period.action);
        if (period.status == on_record) {
            ++agreeing;
        } else if (!fault) {
            fault = run.fault(555, period.period.text() + " is " + period.status +
                                       ", and by the audit trail it is " + on_record);
        }
    }
    run.on_line({.subject = "periods",
                 .left = {count_term("periods", static_cast<std::int64_t>(periods.size()))},
                 .right = {count_term("as the audit trail has them", agreeing)},
                 .fault = std::move(fault)});
    for (const auto& period : periods) {
        if (period.status == "open")
            continue;
        run.on_step();
        run.on_line({.subject = "closing of " + period.period.text(),
                     .left = {count_term("charges", charges_of(tally, period.period))},
                     .right = {},
                     .fault = compare_with_closing(run.database, period.period)});
    }
}

}  // namespace focus_billing
