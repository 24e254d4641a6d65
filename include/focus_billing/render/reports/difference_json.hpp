#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/imports/delivery_difference.hpp"

namespace focus_billing {

/// A row of a difference as a JSON object on one line. Amounts are strings.
[[nodiscard]] std::string difference_json(const DifferenceRow& row);

/// The totals of a difference as a JSON array.
[[nodiscard]] std::string difference_totals_json(const std::vector<DifferenceTotal>& totals);

}  // namespace focus_billing
