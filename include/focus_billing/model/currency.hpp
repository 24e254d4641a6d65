#pragma once

#include <optional>
#include <string_view>

namespace focus_billing {

/// Decimals of a currency's minor unit by ISO 4217 list one (JPY 0, USD 2, KWD 3), or nothing if a
/// bill cannot be made out in `code`. Codes are three capital letters.
///
/// Includes the active currencies, and those withdrawn since 2024 (ANG, BGN, SLL, ZWL), because
/// bills of their last months are still read. Excludes older codes, fund and index codes (CLF,
/// USN), metals (XAU), bond units, the XDR and the codes for testing and for no currency (XTS,
/// XXX). One array access: cheap enough for each row.
[[nodiscard]] std::optional<int> minor_unit(std::string_view code);

/// The same, but 2 for an unknown code: stored data has been checked.
[[nodiscard]] inline int minor_unit_or_usual(std::string_view code) {
    return minor_unit(code).value_or(2);
}

[[nodiscard]] bool is_currency(std::string_view code);

}  // namespace focus_billing
