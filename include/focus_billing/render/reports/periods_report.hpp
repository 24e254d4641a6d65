#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/periods/period_record.hpp"

namespace focus_billing {

/// A table, one period after the other, with a row for each currency.
[[nodiscard]] std::string periods_text(const std::vector<PeriodRecord>& periods);

}  // namespace focus_billing
