#pragma once

#include <optional>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/period.hpp"

namespace SQLite {
class Database;
}

namespace focus_billing {

/// Nothing if the period was never opened. Throws SQLite::Exception, as all of these do.
[[nodiscard]] std::optional<PeriodStatus> find_period_status(SQLite::Database& database,
                                                             BillingPeriod period);

/// Where what comes late for a period is billed; nothing if no later period is open.
[[nodiscard]] std::optional<BillingPeriod> earliest_open_after(SQLite::Database& database,
                                                               BillingPeriod period);

/// Opens a period that was never opened, within the caller's transaction, and writes it down in the
/// audit trail.
void open_period(SQLite::Database& database, BillingPeriod period,
                 const AuditContext& audit_context);

}  // namespace focus_billing
