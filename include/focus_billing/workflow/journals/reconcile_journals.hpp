#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/invoice.hpp"
#include "focus_billing/model/journals/reconciliation.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// What became of a month's charges, and how a list of invoices compares with them.
struct ReconciledMonth {
    Reconciliation reconciliation;
    std::vector<ComparedInvoice> invoices;  ///< empty without a list
    /// What is not explained (FB840), and invoices over their tolerance (FB844).
    std::vector<Diagnostic> findings;
};

/// Reconciles a month; with the list of invoices in `invoices_file`, if that is not empty. Prints
/// the findings about the list itself. Throws Error FB030 (state) if the list has errors.
[[nodiscard]] ReconciledMonth reconcile_journals(Session& session, BillingPeriod period,
                                                 const std::string& invoices_file);

}  // namespace focus_billing
