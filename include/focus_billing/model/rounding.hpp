#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// By how much an invoice may differ from the sum of its rows (FOCUS 1.4, appendix 'Rounding
/// Variance Tolerance'): the larger of 100 minor units, and half a minor unit times the square root
/// of the number of rows. `decimals`: of the minor unit.

/// Compared without floating point; the difference is rounded up to a millionth of a minor unit.
[[nodiscard]] bool is_within_tolerance(const DecimalSum& difference, std::uint64_t rows,
                                       int decimals);

/// The tolerance, cut off to whole minor units.
[[nodiscard]] std::string tolerance_text(std::uint64_t rows, int decimals);

/// `part` in per cent of the magnitude of `whole`, to a tenth, half away from zero: `12.5`, `-3.0`.
/// Empty if `whole` is 0.
[[nodiscard]] std::string percentage(const DecimalSum& part, const DecimalSum& whole);

/// To so many decimals, half away from zero.
[[nodiscard]] DecimalSum rounded(const DecimalSum& value, int decimals);

/// Amounts of so many decimals, one for each of `parts`, which together are `total`: each part is
/// cut off toward zero, and what is left goes, a smallest unit each, to those that lost the most;
/// of equal ones to the first. `total` must be the rounded sum of `parts`, or less than one unit a
/// part away from it.
[[nodiscard]] std::vector<DecimalSum> allocated(const std::vector<DecimalSum>& parts,
                                                const DecimalSum& total, int decimals);

}  // namespace focus_billing
