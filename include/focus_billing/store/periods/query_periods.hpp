#pragma once

#include <vector>

#include "focus_billing/model/periods/period_record.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// Every period that was opened, the oldest first.
[[nodiscard]] std::vector<PeriodRecord> query_periods(Database& database);

}  // namespace focus_billing
