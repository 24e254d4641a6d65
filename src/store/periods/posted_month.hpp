#pragma once

#include <vector>

#include "focus_billing/model/periods/billed_charge.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/period_status.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

// A month as it is posted. All need a transaction of the caller, and throw SQLite::Exception.

/// Throws Error FB533 (state) for a month that was never opened, and FB701 (state) for one that was
/// closed before postings were kept.
[[nodiscard]] PeriodStatus require_posted_month(Database& database, BillingPeriod period);

/// The accounts of sources by which a month was closed that is not open.
[[nodiscard]] SourceAccounts closing_accounts(Database& database, BillingPeriod period);

/// Of an open month as `step` makes them now, else as they were frozen.
[[nodiscard]] std::vector<Posting> month_postings(Database& database, BillingPeriod period,
                                                  PeriodStatus status, const PeriodStep& step);

}  // namespace focus_billing
