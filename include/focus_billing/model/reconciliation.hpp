#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/period_status.hpp"

namespace focus_billing {

/// From the charges of one source and currency in a month to its journals, step by step. What is
/// taken away is above 0 where it lessens the sum.
struct ReconciledSource {
    std::string source;
    std::string currency;
    std::uint64_t charges = 0;
    DecimalSum cost;  ///< of the charges of the month, by the cost that the source is charged by
    DecimalSum corrections;  ///< of closed months, and transfers, billed in this one
    DecimalSum carried_in;
    DecimalSum held;
    DecimalSum carried_out;
    DecimalSum rejected;
    DecimalSum shares;  ///< of the postings
    DecimalSum rounding;
    DecimalSum postings;
    DecimalSum not_issued;  ///< of postings, by what the latest statements show of each
    DecimalSum statements;
    DecimalSum not_journaled;
    DecimalSum pending;  ///< of journals that have not failed
    DecimalSum exported;
    DecimalSum accepted;
    DecimalSum payers;   ///< debits less credits of their lines
    DecimalSum sources;  ///< credits less debits of its lines

    [[nodiscard]] DecimalSum billed() const {
        DecimalSum sum = cost;
        for (const auto* more : {&corrections, &carried_in})
            sum.add(*more);
        for (const auto* less : {&held, &carried_out, &rejected})
            sum.subtract(*less);
        return sum;
    }
    [[nodiscard]] DecimalSum journals() const {
        DecimalSum sum = pending;
        sum.add(exported);
        sum.add(accepted);
        return sum;
    }
    /// What the steps do not explain, each: 0, unless somebody changed the database by hand.
    [[nodiscard]] std::vector<DecimalSum> rests() const {
        DecimalSum rounded = shares;
        rounded.add(rounding);
        return {billed().difference(shares),
                postings.difference(rounded),
                postings.difference(not_issued).difference(statements),
                postings.difference(not_journaled).difference(journals()),
                payers.difference(journals()),
                sources.difference(payers)};
    }
    /// The first of them that is not 0.
    [[nodiscard]] DecimalSum unexplained() const {
        for (const auto& rest : rests()) {
            if (rest.sign() != 0)
                return rest.magnitude();
        }
        return {};
    }
};

struct Reconciliation {
    BillingPeriod period;
    PeriodStatus status = PeriodStatus::open;
    std::vector<ReconciledSource> sources;  ///< by source, then currency
};

/// An invoice of a provider, as the site has it.
struct Invoice {
    std::string id;
    std::string currency;
    DecimalSum amount;
    std::uint64_t line = 0;  ///< of the file
};

/// What is stored of an invoice: BilledCost of the charges with its InvoiceId in the month, held
/// ones among them.
struct StoredInvoice {
    std::string id;  ///< empty: charges without an InvoiceId
    std::string currency;
    std::uint64_t rows = 0;
    DecimalSum billed;
    std::uint64_t held_rows = 0;
    std::uint64_t other_rows = 0;  ///< in other months
    DecimalSum other_billed;
};

enum class InvoiceVerdict : std::uint8_t { equal, within, over, not_stored, not_listed };

/// An invoice beside the charges.
struct ComparedInvoice {
    StoredInvoice stored;
    DecimalSum invoiced;
    DecimalSum difference;  ///< stored less invoiced
    std::string tolerance;  ///< cut off to the currency's minor unit
    InvoiceVerdict verdict = InvoiceVerdict::equal;
};

}  // namespace focus_billing
