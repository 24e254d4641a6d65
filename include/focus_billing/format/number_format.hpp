#pragma once

#include <string_view>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// How a file writes numbers.
struct NumberSeparators {
    char decimal = '.';
    char thousands = '\0';  ///< none; a space stands for no-break spaces, `'` for U+2019 too
};

/// Reads a number with separators. Those of thousands must stand between groups of three digits, so
/// that `1.5` is not taken for 15 where a point parts thousands; a number without them is read too.
[[nodiscard]] ParsedDecimal parse_grouped_number(std::string_view text,
                                                 const NumberSeparators& separators);

}  // namespace focus_billing
