#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

// A text of another form is given back as it is.

/// `31 January 2025`, of `2025-01-31`.
[[nodiscard]] std::string shown_day(std::string_view day);
/// `31 Jan 2025`, of `2025-01-31`.
[[nodiscard]] std::string short_day(std::string_view day);
/// `January 2025`, of `2025-01`.
[[nodiscard]] std::string shown_month(std::string_view month);
/// `Jan 25`, of `2025-01`.
[[nodiscard]] std::string short_month(std::string_view month);

/// A canonical decimal as people read it: `1,234.50`, with every digit and at least `decimals`
/// behind the point. Empty for an empty text.
[[nodiscard]] std::string shown_decimal(std::string_view decimal, int decimals);

/// `1 charge`, `4,210 charges`.
[[nodiscard]] std::string shown_count(std::uint64_t count, const std::string& noun);

/// A percentage to at least a tenth, without its sign: `5.0`.
[[nodiscard]] std::string shown_percent(std::string_view percent);

/// How amounts of one currency are shown.
struct Money {
    int minor_unit = 2;
    std::string currency;

    /// `1,234.50`
    [[nodiscard]] std::string amount(std::string_view decimal) const;
    /// `1,234.50 USD`
    [[nodiscard]] std::string with_currency(std::string_view decimal) const;
};

/// Adds a canonical decimal; an empty text is nothing. Anything else is a std::logic_error.
void add_amount(std::string_view decimal, DecimalSum& sum);
[[nodiscard]] DecimalSum amount_of(std::string_view decimal);

[[nodiscard]] bool is_zero(std::string_view decimal);
[[nodiscard]] bool is_negative(std::string_view decimal);
/// A decimal without its sign.
[[nodiscard]] std::string_view magnitude_of(std::string_view decimal);

}  // namespace focus_billing
