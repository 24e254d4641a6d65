#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/count_and_cost.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/journals/invoice.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// Two figures that should be equal but differ, because somebody changed the database by hand.
struct UnexplainedDifference {
    std::string_view between;  ///< `billed and postings`; static text
    DecimalSum amount;         ///< the first minus the second
};

/// The steps from the charges of one source and currency in a month to its journals. A deduction is
/// above 0 if it lowers the sum.
struct ReconciledSource {
    std::string source;
    std::string currency;
    std::uint64_t charges = 0;  ///< of the month, without its corrections
    DecimalSum cost;            ///< of these, by the source's cost basis
    std::uint64_t correction_charges = 0;
    DecimalSum corrections;  ///< of closed months, and transfers, billed in this month
    DecimalSum carried_in;
    DecimalSum held;
    DecimalSum carried_out;
    DecimalSum rejected;
    DecimalSum imported;  ///< BilledCost of its charges, as recorded by its imports
    DecimalSum stored;    ///< the same, by the stored charges
    DecimalSum shares;    ///< of the postings
    DecimalSum rounding;
    DecimalSum due_rounding;  ///< the expected rounding, by the shares of each posting
    DecimalSum postings;
    CountAndCost not_issued;           ///< not on the latest version of a statement
    CountAndCost changed_since_issue;  ///< postings minus what their statements show
    DecimalSum statements;
    CountAndCost in_no_journal;          ///< shown on statements
    CountAndCost changed_since_journal;  ///< what statements show minus what journals have
    DecimalSum pending;                  ///< in journals that have not failed
    DecimalSum exported;
    DecimalSum accepted;
    DecimalSum payers;   ///< debits minus credits of their lines
    DecimalSum sources;  ///< credits minus debits of its lines

    [[nodiscard]] DecimalSum billed() const;
    [[nodiscard]] DecimalSum journals() const;
    /// Postings minus journals.
    [[nodiscard]] DecimalSum not_journaled() const { return postings.difference(journals()); }
    void add(const ReconciledSource& other);

    /// The differences between figures that are independent of each other and must agree.
    [[nodiscard]] std::vector<UnexplainedDifference> differences() const;
    /// The absolute value of the first difference.
    [[nodiscard]] DecimalSum unexplained() const;
};

/// All sources of a currency, and what is recorded for them together.
struct ReconciledCurrency {
    ReconciledSource total;  ///< without a source
    DecimalSum due;          ///< of the latest statements, as listed
    DecimalSum documents;    ///< debits of the journals' documents, which equal their credits
    DecimalSum debits;       ///< of their lines
    DecimalSum credits;

    /// The differences between the figures for all sources together.
    [[nodiscard]] std::vector<UnexplainedDifference> differences() const;
};

struct Reconciliation {
    BillingPeriod period;
    PeriodStatus status = PeriodStatus::open;
    std::vector<ReconciledSource> sources;       ///< by source, then currency
    std::vector<ReconciledCurrency> currencies;  ///< by currency
    std::optional<MonthInvoices> invoices;       ///< if requested
};

}  // namespace focus_billing
