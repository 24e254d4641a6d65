#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace focus_billing {

__extension__ using Int128 = __int128;

/// An exact decimal number of up to 38 significant digits, any number of them (up to 38)
/// decimals: money, quantities and rates. Always in canonical form: no trailing zeros among the
/// decimals, no negative zero, so that equal numbers have equal members.
class Decimal {
public:
    static constexpr int max_digits = 38;
    static constexpr int max_scale = 38;

    constexpr Decimal() = default;

    /// coefficient / 10^scale, for 0 <= scale <= 38 and a coefficient of at most 38 digits.
    [[nodiscard]] static constexpr Decimal of(Int128 coefficient, int scale) {
        Decimal decimal;
        while (scale > 0 && coefficient % 10 == 0) {
            coefficient /= 10;
            --scale;
        }
        decimal.m_coefficient = coefficient;
        decimal.m_scale = scale;
        return decimal;
    }

    [[nodiscard]] constexpr Int128 coefficient() const { return m_coefficient; }
    [[nodiscard]] constexpr int scale() const { return m_scale; }
    [[nodiscard]] constexpr bool is_zero() const { return m_coefficient == 0; }

    /// Canonical text: `-0.5`, `12`; no exponent, no trailing zeros, never `-0`.
    [[nodiscard]] std::string text() const;
    /// The same, written into `buffer`.
    using TextBuffer = std::array<char, max_digits + 4>;
    [[nodiscard]] std::string_view text(TextBuffer& buffer) const;

    friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
    /// Compares exactly, whatever the number of decimals.
    friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right);

private:
    Int128 m_coefficient = 0;
    int m_scale = 0;
};

/// Why a text is not a decimal.
enum class DecimalFault : std::uint8_t { none, not_a_number, too_large, too_many_digits };

struct ParsedDecimal {
    Decimal value;
    DecimalFault fault = DecimalFault::none;
    bool unusual =
        false;  ///< accepted, but FOCUS does not allow this form: `+1`, `1E+2`, `.5`, `1.`, ` 1`
};

/// Reads a number as FOCUS writes it (attribute NumericFormat): digits, one point, `E` and an
/// exponent, every digit kept. Refuses thousands separators, currency signs, `inf`, `NaN`, blanks.
[[nodiscard]] ParsedDecimal parse_decimal(std::string_view text);

/// A result has more digits than a Decimal can hold.
class DecimalOverflow : public std::overflow_error {
public:
    DecimalOverflow() : std::overflow_error("a number needs more than 38 digits") {}
};

/// The number of decimals that quotients are rounded to.
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
