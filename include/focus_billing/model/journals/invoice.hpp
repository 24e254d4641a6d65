#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/count_and_cost.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/closing.hpp"

namespace focus_billing {

/// An invoice of a provider, as the site has it.
struct Invoice {
    std::string id;
    std::string currency;
    std::string source;  ///< empty: of whatever source
    DecimalSum amount;
    std::uint64_t line = 0;  ///< of the file
};

struct RowsOfMonth {
    BillingPeriod month;
    CountAndCost rows;
};

/// What is stored of an invoice of one source: charges with its InvoiceId that are billed for the
/// month by their provider at their BilledCost, held and rejected ones among them, with what
/// corrected them later. A charge that was reversed and its reversal are no rows.
struct StoredInvoice {
    std::string id;  ///< empty: charges without an InvoiceId
    std::string currency;
    std::string source;
    CountAndCost live;
    std::uint64_t held_rows = 0;      ///< of them
    CountAndCost superseded;          ///< of the month, by later deliveries
    std::vector<RowsOfMonth> others;  ///< in other months, earliest first
};

/// What the charges say of the invoices of a month.
struct MonthInvoices {
    std::vector<StoredInvoice> stored;     ///< by id, currency, source
    std::vector<UnmendedImport> unmended;  ///< of the month
};

enum class InvoiceVerdict : std::uint8_t { equal, within, over, not_stored, not_listed };

/// An invoice beside the charges.
struct ComparedInvoice {
    StoredInvoice stored;    ///< without a source if it is of several
    std::uint64_t line = 0;  ///< of the list of invoices; 0: not in it
    DecimalSum invoiced;
    DecimalSum difference;  ///< stored less invoiced; nothing for what is not listed
    std::string tolerance;  ///< cut off to the currency's minor unit; the same
    InvoiceVerdict verdict = InvoiceVerdict::equal;
};

}  // namespace focus_billing
