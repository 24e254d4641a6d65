#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/period_record.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// What the user confirms when closing a month. The numbers must be exact, so that nobody confirms
/// more than was shown.
struct ClosingConfirmation {
    std::uint64_t held = 0;              ///< held charges, to be billed in a later month
    std::vector<std::string> without{};  ///< sources without charges in the month
    std::uint64_t rejected = 0;          ///< rejected rows that are left out
};

/// A source with charges in the previous month, but not in this one.
struct MissingSource {
    std::string source;
    std::uint64_t charges_before = 0;
};

/// An import of the month with rejected rows that were not corrected.
struct UnmendedImport {
    std::int64_t number = 0;
    std::string file_name;
    std::uint64_t rows = 0;
};

/// What to know about a month before closing it.
struct ClosingFacts {
    PeriodContents contents;
    std::vector<MissingSource> missing;    ///< by name
    std::vector<std::string> present;      ///< sources with charges in the month, by name
    std::vector<UnmendedImport> unmended;  ///< by number
    std::vector<Posting> postings{};       ///< that closing would make, by key
};

/// The result of closing. With refusals, the month is unchanged.
struct ClosingReport {
    BillingPeriod period;
    ClosingConfirmation confirmation;
    ClosingFacts facts;
    std::vector<Diagnostic> refusals;
    bool dry_run = false;

    [[nodiscard]] bool refused() const { return !refusals.empty(); }
};

}  // namespace focus_billing
