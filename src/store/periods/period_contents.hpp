#pragma once

#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/period_record.hpp"

namespace focus_billing {

class Transaction;

/// Adds up the live charges that count in `period`, and hashes them in the order of their numbers:
/// any change of a stored value changes the hash. It takes in the content of each row as its
/// columns have it now, not only the hash that was stored with it. Reads every row, with memory
/// that does not grow with their number, within a transaction of the caller.
///
/// Throws Error FB505 (environment) for a cost that is no decimal, and SQLite::Exception.
[[nodiscard]] PeriodContents read_period_contents(const Transaction& transaction,
                                                  BillingPeriod period);

}  // namespace focus_billing
