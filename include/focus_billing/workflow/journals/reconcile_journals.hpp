#pragma once

#include <string>

#include "focus_billing/model/period.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Prints what became of a month's charges, and compares them with a list of invoices, if there is
/// one. Returns the exit code: 1 if something is not explained (FB840) or an invoice is over its
/// tolerance (FB844).
int reconcile_journals(Session& session, BillingPeriod period, const std::string& invoices_file,
                       bool json);

}  // namespace focus_billing
