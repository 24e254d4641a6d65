#pragma once

#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Reports doubtful values of a valid charge: values outside FOCUS's lists (FB212), and a charge
/// period that begins outside the billing month or extends beyond it (FB303). A correction may lie
/// in any period, and a purchase may reach into later ones.
void check_charge(ChargeRow& row, const Charge& charge);

}  // namespace focus_billing
