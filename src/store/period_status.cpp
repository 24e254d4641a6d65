#include "store/period_status.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"

namespace focus_billing {

std::optional<PeriodStatus> find_period_status(const Transaction& transaction,
                                               BillingPeriod period) {
    SQLite::Statement query(transaction.handle(), "SELECT status FROM period WHERE key = ?");
    query.bind(1, period.key());
    if (!query.executeStep())
        return std::nullopt;
    const auto found = std::ranges::find(period_status_names, query.getColumn(0).getString());
    return static_cast<PeriodStatus>(found - period_status_names.begin());
}

void open_period(const Transaction& transaction, BillingPeriod period,
                 const AuditContext& audit_context) {
    SQLite::Statement insert(transaction.handle(),
                             "INSERT INTO period (key, opened_at) VALUES (?, ?)");
    insert.bind(1, period.key());
    insert.bind(2, audit_context.at);
    insert.exec();
    append_audit(transaction, {.audit_context = audit_context,
                               .action = "open",
                               .subject = "period " + period.text(),
                               .period = period,
                               .after = R"({"status":"open"})"});
}

std::optional<BillingPeriod> earliest_open_after(const Transaction& transaction,
                                                 BillingPeriod period) {
    SQLite::Statement query(transaction.handle(),
                            "SELECT min(key) FROM period WHERE key > ? AND status = 'open'");
    query.bind(1, period.key());
    query.executeStep();
    if (query.isColumnNull(0))
        return std::nullopt;
    const int key = query.getColumn(0).getInt();
    return BillingPeriod::of_key(key);
}

}  // namespace focus_billing
