#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/closing.hpp"
#include "focus_billing/model/periods/period_record.hpp"

namespace focus_billing {

/// The whole output of `periods list --json`. Amounts are strings, exact to the last digit.
[[nodiscard]] std::string periods_json(const std::vector<PeriodRecord>& periods);

/// The whole output of a command that was to give a month a status, which it has now.
[[nodiscard]] std::string period_change_json(const std::string& command, BillingPeriod period,
                                             PeriodStatus status,
                                             const std::vector<Diagnostic>& diagnostics,
                                             int exit_code);

/// What a month was closed with, or would be, for people.
[[nodiscard]] std::string closing_text(const ClosingReport& report);

/// The whole output of `periods close --json`, with what stands in the way.
[[nodiscard]] std::string closing_report_json(const ClosingReport& report, int exit_code);

/// A table, one period after the other, with a row for each currency.
[[nodiscard]] std::string periods_text(const std::vector<PeriodRecord>& periods);

}  // namespace focus_billing
