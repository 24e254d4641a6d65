#pragma once

#include <string>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// `part` in per cent of the magnitude of `whole`, to a tenth, half away from zero: `12.5`, `-3.0`.
/// Empty if `whole` is 0.
[[nodiscard]] std::string percentage(const DecimalSum& part, const DecimalSum& whole);

}  // namespace focus_billing
