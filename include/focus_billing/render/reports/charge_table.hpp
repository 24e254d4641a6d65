#pragma once

#include <memory>

#include "focus_billing/render/reports/charge_list.hpp"

namespace focus_billing {

/// For people: a table of the most important columns, then the exact billed cost of what is shown
/// in each currency.
[[nodiscard]] std::unique_ptr<ChargeList> make_charge_table();

}  // namespace focus_billing
