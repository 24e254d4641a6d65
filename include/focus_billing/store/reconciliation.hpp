#pragma once

#include <vector>

#include "focus_billing/model/billed_charge.hpp"
#include "focus_billing/model/reconciliation.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// What became of a month's charges, by source and currency. The postings of an open month are made
/// by `step`. Throws as require_posted_month does, FB710 for a damaged record of a statement, and the
/// errors of Database.
[[nodiscard]] Reconciliation reconcile_month(Database& database, BillingPeriod period,
                                             const PeriodStep& step);

/// What the charges of a month say of invoices, by id and currency.
[[nodiscard]] std::vector<StoredInvoice> stored_invoices(Database& database, BillingPeriod period);

}  // namespace focus_billing
