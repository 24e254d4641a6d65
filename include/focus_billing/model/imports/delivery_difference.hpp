#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// By how much a delivery differs from what it is compared with, in one billing period and currency.
struct DifferenceTotal {
    BillingPeriod period;
    std::string currency;
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    std::uint64_t changed = 0;
    DecimalSum net;  ///< cost of the new rows less cost of the old ones
};

/// A row that differs. A changed one is an old and a new row of the same resource, charge period,
/// SKU, category and service.
struct DifferenceRow {
    BillingPeriod period;
    std::string currency;
    std::optional<std::string> old_cost;  ///< nothing: the row was added
    std::optional<std::string> new_cost;  ///< nothing: the row was removed
    std::string net;
    std::optional<std::int64_t> old_charge;
    std::optional<std::int64_t> new_line;  ///< in the file
    std::string resource_id;
    std::string service_name;
    std::string sku_id;
    std::string charge_category;
    std::string charge_period_start;
    std::string charge_period_end;
};

using OnDifferenceRow = std::function<void(const DifferenceRow&)>;

/// Hands out rows of a difference, the largest amounts first, as many as asked for.
using Differences =
    std::function<void(std::optional<std::uint64_t> limit, const OnDifferenceRow& on_row)>;

}  // namespace focus_billing
