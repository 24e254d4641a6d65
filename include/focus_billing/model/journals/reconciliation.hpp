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

/// Two figures that must be equal and are not, since somebody changed the database by hand.
struct UnexplainedDifference {
    std::string_view between;  ///< `billed and postings`; lives for ever
    DecimalSum amount;         ///< the one less the other
};

/// From the charges of one source and currency in a month to its journals, step by step. What is
/// taken away is above 0 where it lessens the sum.
struct ReconciledSource {
    std::string source;
    std::string currency;
    std::uint64_t charges = 0;  ///< of the month, without its corrections
    DecimalSum cost;            ///< of them, by the cost that the source is charged by
    std::uint64_t correction_charges = 0;
    DecimalSum corrections;  ///< of closed months, and transfers, billed in this one
    DecimalSum carried_in;
    DecimalSum held;
    DecimalSum carried_out;
    DecimalSum rejected;
    DecimalSum imported;  ///< BilledCost of its charges, by what its imports have on record
    DecimalSum stored;    ///< the same by the charges that are there
    DecimalSum shares;    ///< of the postings
    DecimalSum rounding;
    DecimalSum due_rounding;  ///< what the rounding must be, by the shares of each posting
    DecimalSum postings;
    CountAndCost not_issued;           ///< on no latest version of a statement
    CountAndCost changed_since_issue;  ///< postings less what their statements show
    DecimalSum statements;
    CountAndCost in_no_journal;          ///< shown on statements
    CountAndCost changed_since_journal;  ///< what statements show less what journals have
    DecimalSum pending;                  ///< of journals that have not failed
    DecimalSum exported;
    DecimalSum accepted;
    DecimalSum payers;   ///< debits less credits of their lines
    DecimalSum sources;  ///< credits less debits of its lines

    [[nodiscard]] DecimalSum billed() const;
    [[nodiscard]] DecimalSum journals() const;
    /// Postings less journals.
    [[nodiscard]] DecimalSum not_journaled() const { return postings.difference(journals()); }
    void add(const ReconciledSource& other);

    /// Figures that do not come from each other and must agree: those that do not.
    [[nodiscard]] std::vector<UnexplainedDifference> differences() const;
    /// The first of them, without its sign.
    [[nodiscard]] DecimalSum unexplained() const;
};

/// All sources of a currency, with what is on record of them together.
struct ReconciledCurrency {
    ReconciledSource total;  ///< without a source
    DecimalSum due;          ///< of the latest statements, as they are listed
    DecimalSum documents;    ///< debits of the journals' documents, which equal their credits
    DecimalSum debits;       ///< of their lines
    DecimalSum credits;

    /// Those of what is on record of all sources together.
    [[nodiscard]] std::vector<UnexplainedDifference> differences() const;
};

struct Reconciliation {
    BillingPeriod period;
    PeriodStatus status = PeriodStatus::open;
    std::vector<ReconciledSource> sources;       ///< by source, then currency
    std::vector<ReconciledCurrency> currencies;  ///< by currency
    std::optional<MonthInvoices> invoices;       ///< if they were asked for
};

}  // namespace focus_billing
