#pragma once

#include <string_view>

#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Fills the costs, the quantity and the currency of `charge`. BilledCost is required. If
/// BillingCurrency is null, `default_currency` is used and noted. `default_currency` must outlive
/// the charge.
void parse_amounts(ChargeRow& row, std::string_view default_currency, Charge& charge);

/// BilledCost and its currency of a rejected row, if they can be read.
struct ReadableCost {
    Decimal billed_cost;
    std::string_view currency;
};
[[nodiscard]] std::optional<ReadableCost> readable_cost(ChargeRow& row,
                                                        std::string_view default_currency);

}  // namespace focus_billing
