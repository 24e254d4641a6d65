#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/reconciliation.hpp"

namespace focus_billing {

/// From charges to journals, step by step, for each source and currency; a difference of nothing is
/// left out, but for the last one.
[[nodiscard]] std::string reconciliation_text(const Reconciliation& reconciliation);
/// Invoices beside the charges.
[[nodiscard]] std::string invoices_text(const std::vector<ComparedInvoice>& invoices);
[[nodiscard]] std::string reconciliation_json(const Reconciliation& reconciliation,
                                              const std::vector<ComparedInvoice>& invoices,
                                              const std::vector<Diagnostic>& findings,
                                              int exit_code);

}  // namespace focus_billing
