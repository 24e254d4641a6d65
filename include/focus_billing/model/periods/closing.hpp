#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/period_record.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// What a month is to be closed with. Numbers are exact, so that nobody agrees to more than was
/// seen.
struct ClosingConfirmation {
    std::uint64_t held = 0;              ///< charges that are carried out of the month
    std::vector<std::string> without{};  ///< sources that have no charges in it
    std::uint64_t rejected = 0;          ///< rows that were rejected and are left out
};

/// A source with charges in the month before, and none in this one.
struct MissingSource {
    std::string source;
    std::uint64_t charges_before = 0;
};

/// An import of the month of which rows were rejected and not mended.
struct UnmendedImport {
    std::int64_t number = 0;
    std::string file_name;
    std::uint64_t rows = 0;
};

/// What is to be known of a month before it is closed.
struct ClosingFacts {
    PeriodContents contents;
    std::vector<MissingSource> missing;    ///< by name
    std::vector<std::string> present;      ///< sources with charges in the month, by name
    std::vector<UnmendedImport> unmended;  ///< by number
    std::vector<Posting> postings{};       ///< that it would be closed with, by key
};

/// What became of a closing. With refusals the month stays as it was.
struct ClosingReport {
    BillingPeriod period;
    ClosingConfirmation confirmation;
    ClosingFacts facts;
    std::vector<Diagnostic> refusals;
    bool dry_run = false;

    [[nodiscard]] bool refused() const { return !refusals.empty(); }
};

}  // namespace focus_billing
