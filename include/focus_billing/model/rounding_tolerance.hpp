#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// By how much an invoice may differ from the sum of its rows (FOCUS 1.4, appendix 'Rounding Variance
/// Tolerance'): the larger of 100 minor units, and half a minor unit times the square root of the
/// number of rows. `decimals`: of the minor unit.

/// Compared without floating point; the difference is rounded up to a millionth of a minor unit.
[[nodiscard]] bool is_within_tolerance(const DecimalSum& difference, std::uint64_t rows,
                                       int decimals);

/// The tolerance, cut off to whole minor units.
[[nodiscard]] std::string tolerance_text(std::uint64_t rows, int decimals);

}  // namespace focus_billing
