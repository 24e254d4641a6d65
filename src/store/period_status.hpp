#pragma once

#include <optional>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

class Transaction;

/// Nothing if the period was never opened. Throws SQLite::Exception, as all of these do.
[[nodiscard]] std::optional<PeriodStatus> find_period_status(const Transaction& transaction,
                                                             BillingPeriod period);

/// Where what comes late for a period is billed; nothing if no later period is open.
[[nodiscard]] std::optional<BillingPeriod> earliest_open_after(const Transaction& transaction,
                                                               BillingPeriod period);

/// Opens a period that was never opened, within the caller's transaction, and writes it down in the
/// audit trail.
void open_period(const Transaction& transaction, BillingPeriod period,
                 const AuditContext& audit_context);

}  // namespace focus_billing
