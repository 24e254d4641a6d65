#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/periods/period_record.hpp"
#include "focus_billing/model/period_status.hpp"

namespace focus_billing {

/// The whole output of `periods list --json`. Amounts are strings, exact to the last digit.
[[nodiscard]] std::string periods_json(const std::vector<PeriodRecord>& periods);

/// The whole output of a command that was to give a month a status, which it has now.
[[nodiscard]] std::string period_change_json(const std::string& command, BillingPeriod period,
                                             PeriodStatus status,
                                             const std::vector<Diagnostic>& diagnostics,
                                             int exit_code);

}  // namespace focus_billing
