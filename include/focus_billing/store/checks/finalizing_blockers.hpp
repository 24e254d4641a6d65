#pragma once

#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Every reason not to make a closed month final: FB806 and FB807 (statements that are not issued,
/// or out of date), FB815 (postings that are in no journal, and documents of journals that are not
/// accepted), and what the check of the whole database finds. Needs a transaction of the caller,
/// throws SQLite::Exception.
[[nodiscard]] std::vector<Diagnostic> finalizing_blockers(const Transaction& transaction,
                                                          BillingPeriod period);

}  // namespace focus_billing
