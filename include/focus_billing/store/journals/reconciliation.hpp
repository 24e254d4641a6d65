#pragma once

#include "focus_billing/model/journals/reconciliation.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// What became of a month's charges, by source and currency, and what they say of invoices, if that
/// is asked for: all in one state of the database. The postings of an open month are made by
/// `rules`. Throws as require_posted_month does, FB710 for a damaged record of a statement, and the
/// errors of Database.
[[nodiscard]] Reconciliation reconcile_month(const Transaction& transaction, BillingPeriod period,
                                             const PostingRules& rules, bool with_invoices);

}  // namespace focus_billing
