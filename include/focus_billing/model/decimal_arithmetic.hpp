#pragma once

#include <stdexcept>
#include <string>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// A result has more digits than a Decimal holds.
class DecimalOverflow : public std::overflow_error {
public:
    DecimalOverflow() : std::overflow_error("a number needs more than 38 digits") {}
};

/// Decimals that a quotient is rounded to.
inline constexpr int quotient_decimals = 12;

/// Exact; throw DecimalOverflow where the result does not fit.
[[nodiscard]] Decimal sum(const Decimal& left, const Decimal& right);
[[nodiscard]] Decimal difference(const Decimal& left, const Decimal& right);
[[nodiscard]] Decimal product(const Decimal& left, const Decimal& right);

/// left / right, rounded half-even to so many decimals. Division by 0 is a std::logic_error.
[[nodiscard]] Decimal quotient(const Decimal& left, const Decimal& right,
                               int decimals = quotient_decimals);

[[nodiscard]] constexpr Decimal whole_number(std::int64_t number) {
    return Decimal::of(number, 0);
}

}  // namespace focus_billing
