#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/config/directory_input.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/invoice.hpp"

namespace focus_billing {

struct LoadedInvoices {
    std::vector<Invoice> invoices;  ///< must not be used if there are findings
    std::vector<Diagnostic> diagnostics;
    std::optional<Diagnostic> note;  ///< FB845: columns that are passed over
};

/// Reads a list of invoices: CSV with the columns InvoiceId and Amount and, if there are any,
/// Currency and Source, found by name, without case and in any order. Without a currency `usual` is
/// taken. All findings are errors: FB841 (an amount that is none), FB842 (a currency that is none),
/// FB843 (an invoice that stands there twice), FB032 (a column is missing), and those of the CSV
/// itself.
[[nodiscard]] LoadedInvoices read_invoices(const DirectoryInput& input, const std::string& usual);

}  // namespace focus_billing
