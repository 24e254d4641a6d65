#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// How much an invoice may differ from the sum of its rows (FOCUS 1.4, appendix 'Rounding Variance
/// Tolerance'): the larger of 100 minor units, and half a minor unit times the square root of the
/// number of rows. `decimals`: of the minor unit.

/// Compared without floating point; the difference is rounded up to a millionth of a minor unit.
[[nodiscard]] bool is_within_tolerance(const DecimalSum& difference, std::uint64_t rows,
                                       int decimals);

/// The tolerance, cut off to whole minor units.
[[nodiscard]] std::string tolerance_text(std::uint64_t rows, int decimals);

/// `part` in per cent of the magnitude of `whole`, to a tenth, half away from zero: `12.5`, `-3.0`.
/// Empty if `whole` is 0.
[[nodiscard]] std::string percentage(const DecimalSum& part, const DecimalSum& whole);

/// Rounds to `decimals` decimals, half away from zero.
[[nodiscard]] DecimalSum rounded(const DecimalSum& value, int decimals);

/// Allocates `total` to `parts` by largest remainder, in amounts of `decimals` decimals: each part
/// is cut off toward zero, and the rest goes, one smallest unit each, to the parts that lost most;
/// of equal ones, to the first. `total` must be the rounded sum of `parts`, or differ from it by
/// less than one unit for each part.
[[nodiscard]] std::vector<DecimalSum> allocated(const std::vector<DecimalSum>& parts,
                                                const DecimalSum& total, int decimals);

}  // namespace focus_billing
