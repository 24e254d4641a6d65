#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/period_record.hpp"

namespace focus_billing {

/// The whole output of `periods list --json`. Amounts are strings, exact to the last digit.
[[nodiscard]] std::string periods_json(const std::vector<PeriodRecord>& periods);

}  // namespace focus_billing
