#include "focus_billing/model/decimal_arithmetic.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

constexpr Int128 power_of_ten(int exponent) {
    Int128 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

constexpr Int128 largest = power_of_ten(Decimal::max_digits) - 1;

Int128 checked(Int128 number) {
    if (number > largest || number < -largest)
        throw DecimalOverflow();
    return number;
}

Int128 scaled(Int128 coefficient, int exponent) {
    Int128 result = 0;
    if (exponent > Decimal::max_digits ||
        __builtin_mul_overflow(coefficient, power_of_ten(exponent), &result)) {
        if (coefficient == 0)
            return 0;
        throw DecimalOverflow();
    }
    return result;
}

Int128 half_even(Int128 numerator, Int128 denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Int128 whole = numerator / denominator;
    const Int128 rest = numerator % denominator;
    const Int128 size = rest < 0 ? -rest : rest;
    const Int128 other = denominator - size;
    const bool away = size > other || (size == other && whole % 2 != 0);
    if (!away)
        return whole;
    return numerator < 0 ? whole - 1 : whole + 1;
}

}  // namespace

Decimal sum(const Decimal& left, const Decimal& right) {
    const int scale = std::max(left.scale(), right.scale());
    Int128 result = 0;
    if (__builtin_add_overflow(scaled(left.coefficient(), scale - left.scale()),
                               scaled(right.coefficient(), scale - right.scale()), &result))
        throw DecimalOverflow();
    return Decimal::of(checked(result), scale);
}

Decimal difference(const Decimal& left, const Decimal& right) {
    return sum(left, Decimal::of(-right.coefficient(), right.scale()));
}

Decimal product(const Decimal& left, const Decimal& right) {
    Int128 result = 0;
    if (__builtin_mul_overflow(left.coefficient(), right.coefficient(), &result))
        throw DecimalOverflow();
    int scale = left.scale() + right.scale();
    for (; scale > 0 && result % 10 == 0; --scale)
        result /= 10;
    if (scale > Decimal::max_scale)
        throw DecimalOverflow();
    return Decimal::of(checked(result), scale);
}

Decimal quotient(const Decimal& left, const Decimal& right, int decimals) {
    if (right.is_zero())
        throw std::logic_error("a number divided by 0");
    const int shift = decimals + right.scale() - left.scale();
    const Int128 numerator = shift > 0 ? scaled(left.coefficient(), shift) : left.coefficient();
    const Int128 denominator =
        shift < 0 ? scaled(right.coefficient(), -shift) : right.coefficient();
    return Decimal::of(checked(half_even(numerator, denominator)), decimals);
}

}  // namespace focus_billing
