#pragma once

#include <memory>

#include "focus_billing/render/reports/charge_list.hpp"

namespace focus_billing {

/// A JSON array of objects with all columns, one on a line. Amounts are strings; Tags are an
/// object, or a string where something is wrong with them; x_Flags is an array.
[[nodiscard]] std::unique_ptr<ChargeList> make_charge_json();

}  // namespace focus_billing
