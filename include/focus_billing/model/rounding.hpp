#pragma once

#include <vector>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// To so many decimals, half away from zero.
[[nodiscard]] DecimalSum rounded(const DecimalSum& value, int decimals);

/// Amounts of so many decimals, one for each of `parts`, which together are `total`: each part is
/// cut off toward zero, and what is left goes, a smallest unit each, to those that lost the most;
/// of equal ones to the first. `total` must be the rounded sum of `parts`, or less than one unit a
/// part away from it.
[[nodiscard]] std::vector<DecimalSum> fitted(const std::vector<DecimalSum>& parts,
                                             const DecimalSum& total, int decimals);

}  // namespace focus_billing
