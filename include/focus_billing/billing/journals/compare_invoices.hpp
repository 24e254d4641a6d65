#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/invoice.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// Invoices beside what is stored of them in the month, within the tolerance of FOCUS 1.4: by id,
/// currency and source. One that names its source (without
/// case) is compared with the charges of that source; one that names none with what the others
/// leave.
[[nodiscard]] std::vector<ComparedInvoice> compare_invoices(const MonthInvoices& month,
                                                            const std::vector<Invoice>& invoices);

/// FB844 for each invoice that is over its tolerance, or has no charges, at its line of `file`:
/// with all that may explain it.
[[nodiscard]] std::vector<Diagnostic> invoice_findings(const std::vector<ComparedInvoice>& compared,
                                                       const MonthInvoices& month,
                                                       BillingPeriod period,
                                                       const std::string& file);

}  // namespace focus_billing
