#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/count_and_cost.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/closing.hpp"

namespace focus_billing {

/// A provider's invoice as the site recorded it.
struct Invoice {
    std::string id;
    std::string currency;
    std::string source;  ///< empty: any source
    DecimalSum amount;
    std::uint64_t line = 0;  ///< in the file
};

struct RowsOfMonth {
    BillingPeriod month;
    CountAndCost rows;
};

/// The stored charges of one invoice of one source, at their BilledCost: those with its InvoiceId
/// that the provider billed for the month, including held and rejected ones and later corrections.
/// A reversed charge and its reversal are not counted.
struct StoredInvoice {
    std::string id;  ///< empty: charges without an InvoiceId
    std::string currency;
    std::string source;
    CountAndCost live;
    std::uint64_t held_rows = 0;      ///< of these
    CountAndCost superseded;          ///< in the month, by later deliveries
    std::vector<RowsOfMonth> others;  ///< in other months, earliest first
};

/// The invoices of a month according to the charges.
struct MonthInvoices {
    std::vector<StoredInvoice> stored;     ///< by id, currency, source
    std::vector<UnmendedImport> unmended;  ///< of the month
};

enum class InvoiceVerdict : std::uint8_t { equal, within, over, not_stored, not_listed };

/// An invoice compared with the charges.
struct ComparedInvoice {
    StoredInvoice stored;    ///< without a source if it covers several
    std::uint64_t line = 0;  ///< in the list of invoices; 0: not listed
    DecimalSum invoiced;
    DecimalSum difference;  ///< stored minus invoiced; 0 if not listed
    std::string tolerance;  ///< cut off to minor units; empty if not listed
    InvoiceVerdict verdict = InvoiceVerdict::equal;
};

}  // namespace focus_billing
