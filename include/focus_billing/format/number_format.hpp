#pragma once

#include <string_view>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// How a file writes numbers.
struct NumberSeparators {
    char decimal = '.';
    char thousands = '\0';  ///< none; a space also means no-break spaces, `'` also U+2019
};

/// Reads a number with separators. Thousands separators must be between groups of three digits, so
/// that `1.5` is not read as 15 if a point separates thousands. They may be missing.
[[nodiscard]] ParsedDecimal parse_grouped_number(std::string_view text,
                                                 const NumberSeparators& separators);

}  // namespace focus_billing
