#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/invoice.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// Compares invoices with the stored charges of the month, with the tolerance of FOCUS 1.4, by id,
/// currency and source. An invoice that names its source (ignoring case) is compared with the
/// charges of that source; one without a source, with all remaining charges.
[[nodiscard]] std::vector<ComparedInvoice> compare_invoices(const MonthInvoices& month,
                                                            const std::vector<Invoice>& invoices);

/// Reports FB844 for each invoice that exceeds its tolerance or has no charges, at its line of
/// `file`, with everything that may explain it.
[[nodiscard]] std::vector<Diagnostic> invoice_findings(const std::vector<ComparedInvoice>& compared,
                                                       const MonthInvoices& month,
                                                       BillingPeriod period,
                                                       const std::string& file);

}  // namespace focus_billing
