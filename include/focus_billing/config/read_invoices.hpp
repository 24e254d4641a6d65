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
    std::optional<Diagnostic> note;  ///< FB845: columns that are ignored
};

/// Reads a list of invoices: CSV with the columns InvoiceId and Amount and optionally Currency and
/// Source, by name without case, in any order. Without a currency `usual` is used. All findings are
/// errors: FB841 (invalid amount), FB842 (invalid currency), FB843 (duplicate invoice), FB032
/// (missing column), and those of the CSV itself.
[[nodiscard]] LoadedInvoices read_invoices(const DirectoryInput& input, const std::string& usual);

}  // namespace focus_billing
