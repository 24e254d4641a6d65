#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// What the live charges that count in a period come to in one currency. Amounts are canonical
/// decimals.
struct PeriodTotal {
    std::string currency;
    std::uint64_t charges = 0;
    std::string billed;
    std::uint64_t held = 0;  ///< not decided yet
    std::string held_cost;
    std::uint64_t rejected = 0;  ///< by a reviewer
    std::string rejected_cost = "0";
    std::uint64_t carried_in = 0;  ///< from months that were closed, beside the charges
    std::string carried_in_cost = "0";
};

/// A billing period that was opened, and what is in it.
struct PeriodRecord {
    BillingPeriod period;
    std::string status;     ///< `open`, `closed` or `finalized`
    std::string opened_at;  ///< UTC
    std::string since;      ///< that it has this status, UTC
    /// Who gave it this status; nothing where the audit trail does not tell.
    std::optional<std::string> os_user;
    std::optional<std::string> actor;
    std::uint64_t imports = 0;        ///< that are live in it
    std::vector<PeriodTotal> totals;  ///< by currency
};

}  // namespace focus_billing
