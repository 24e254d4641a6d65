#pragma once

#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

class Transaction;

/// Hands on the charges that are billed in a month: its own that are not held, and those that were
/// carried into it; not what a reviewer has rejected. Memory does not grow with their number. Needs
/// a transaction of the caller. Throws SQLite::Exception, and what `on_charge` throws.
void for_each_billed_charge(const Transaction& transaction, BillingPeriod period,
                            const OnBilledCharge& on_charge);

/// Hands on the charges that count in a month and are held in it, whoever would pay.
void for_each_held_charge(const Transaction& transaction, BillingPeriod period,
                          const OnBilledCharge& on_charge);

}  // namespace focus_billing
