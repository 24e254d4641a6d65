#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// What the charges of a period and a currency come to. Amounts are canonical decimals.
struct PeriodTotal {
    std::string currency;
    std::uint64_t charges = 0;
    std::string billed;
    std::uint64_t held = 0;
    std::string held_cost;
};

/// A billing period that was opened, and what is in it.
struct PeriodRecord {
    BillingPeriod period;
    std::string status;     ///< `open`, `closed` or `finalized`
    std::string opened_at;  ///< UTC
    std::uint64_t imports = 0;
    std::vector<PeriodTotal> totals;  ///< by currency
};

}  // namespace focus_billing
