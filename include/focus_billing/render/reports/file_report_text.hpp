#pragma once

#include <string>

#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

/// What a reader of the file's money wants to know: source, rows, periods, exact totals for each
/// currency, and what is held for review; and what the file changes in what is stored, with
/// so many of the rows that differ, or all.
[[nodiscard]] std::string file_report_text(const FileReport& report,
                                           std::optional<std::uint64_t> most_differences);

/// What the maker of the file wants to know: rows, columns, and findings by code.
[[nodiscard]] std::string validation_text(const FileReport& report);

/// The sum of several files.
[[nodiscard]] std::string run_totals_text(const RunTotals& totals);

}  // namespace focus_billing
