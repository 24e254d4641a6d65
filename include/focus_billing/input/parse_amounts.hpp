#pragma once

#include <string_view>

#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Fills the costs, the quantity and the currency of `charge`. BilledCost must be there; where
/// BillingCurrency is null, `default_currency` is taken and noted. `default_currency` must outlive
/// the charge.
void parse_amounts(ChargeRow& row, std::string_view default_currency, Charge& charge);

/// BilledCost and its currency as far as they can be read, of a row that is rejected.
struct ReadableCost {
    Decimal billed_cost;
    std::string_view currency;
};
[[nodiscard]] std::optional<ReadableCost> readable_cost(ChargeRow& row,
                                                        std::string_view default_currency);

}  // namespace focus_billing
