#pragma once

#include <vector>

#include "focus_billing/model/periods/period_record.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Every period that was opened, the oldest first.
[[nodiscard]] std::vector<PeriodRecord> query_periods(const Transaction& transaction);

}  // namespace focus_billing
