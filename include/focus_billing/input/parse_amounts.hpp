#pragma once

#include <string_view>

#include "focus_billing/input/charge_row.hpp"
#include "focus_billing/model/charge.hpp"

namespace focus_billing {

/// Fills the costs, the quantity and the currency of `charge`. BilledCost must be there; where
/// BillingCurrency is null, `default_currency` is taken and noted. `default_currency` must outlive
/// the charge.
void parse_amounts(ChargeRow& row, std::string_view default_currency, Charge& charge);

}  // namespace focus_billing
