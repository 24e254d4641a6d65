#include "focus_billing/model/decimal.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view take_digits(std::string_view& rest) {
    std::size_t count = 0;
    while (count < rest.size() && is_digit(rest[count]))
        ++count;
    const auto digits = rest.substr(0, count);
    rest.remove_prefix(count);
    return digits;
}

struct NumberText {
    bool negative = false;
    std::string_view integer;
    std::string_view fraction;
    int exponent = 0;
    bool unusual = false;
};

// Beyond this no exponent can lead to a number that fits, whatever its digits.
constexpr int exponent_limit = 1'000'000;

bool take_exponent(std::string_view& rest, NumberText& number) {
    rest.remove_prefix(1);
    bool negative = false;
    if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) {
        negative = rest.front() == '-';
        number.unusual = number.unusual || !negative;
        rest.remove_prefix(1);
    }
    const auto digits = take_digits(rest);
    int exponent = 0;
    for (const char digit : digits) {
        exponent = std::min(exponent * 10 + (digit - '0'), exponent_limit);
    }
    number.exponent = negative ? -exponent : exponent;
    return !digits.empty();
}

bool split_number(std::string_view text, NumberText& number) {
    std::string_view rest = trimmed(text);
    number.unusual = rest.size() != text.size();
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        number.negative = rest.front() == '-';
        number.unusual = number.unusual || !number.negative;
        rest.remove_prefix(1);
    }
    number.integer = take_digits(rest);
    if (!rest.empty() && rest.front() == '.') {
        rest.remove_prefix(1);
        number.fraction = take_digits(rest);
        number.unusual = number.unusual || number.integer.empty() || number.fraction.empty();
    }
    if (number.integer.empty() && number.fraction.empty())
        return false;
    if (!rest.empty() && (rest.front() == 'E' || rest.front() == 'e')) {
        if (!take_exponent(rest, number))
            return false;
    }
    return rest.empty();
}

std::string_view without_leading_zeros(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

struct Digits {
    Int128 coefficient = 0;
    int count = 0;

    void append(std::string_view digits) {
        for (const char digit : digits)
            append(digit - '0');
    }
    void append(int digit) {
        if (count > 0 || digit != 0)
            ++count;
        if (count <= Decimal::max_digits)
            coefficient = coefficient * 10 + digit;
    }
};

ParsedDecimal assemble(const NumberText& number) {
    ParsedDecimal parsed{.value = {}, .fault = DecimalFault::none, .unusual = number.unusual};
    std::string_view integer = without_leading_zeros(number.integer);
    std::string_view fraction = number.fraction;
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    const auto shift = static_cast<std::int64_t>(fraction.size()) - number.exponent;
    std::size_t dropped = 0;
    if (fraction.empty()) {
        while (!integer.empty() && integer.back() == '0') {
            integer.remove_suffix(1);
            ++dropped;
        }
    }
    const std::int64_t scale = shift - static_cast<std::int64_t>(dropped);
    Digits digits;
    digits.append(integer);
    digits.append(fraction);
    if (digits.count == 0)
        return parsed;
    if (digits.count > Decimal::max_digits || scale > Decimal::max_scale) {
        parsed.fault = DecimalFault::too_many_digits;
        return parsed;
    }
    if (digits.count - scale > Decimal::max_digits) {
        parsed.fault = DecimalFault::too_large;
        return parsed;
    }
    for (std::int64_t i = scale; i < 0; ++i)
        digits.append(0);
    const Int128 signed_value = number.negative ? -digits.coefficient : digits.coefficient;
    parsed.value = Decimal::of(signed_value, static_cast<int>(std::max<std::int64_t>(scale, 0)));
    return parsed;
}

// The common case, [-]digits[.digits] that fit 64 bits, in one pass over the text.
bool parse_plain(std::string_view text, Decimal& value) {
    constexpr std::size_t longest = 19;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > longest)
        return false;
    if (!is_digit(text.front()) || !is_digit(text.back()))
        return false;
    std::size_t point = text.size();
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            number = number * 10 + static_cast<std::uint64_t>(text[i] - '0');
        } else if (text[i] == '.' && point == text.size()) {
            point = i;
        } else {
            return false;
        }
    }
    int scale = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
    for (; scale > 0 && number % 10 == 0; --scale)
        number /= 10;
    const auto magnitude = static_cast<Int128>(number);
    value = Decimal::of(negative ? -magnitude : magnitude, scale);
    return true;
}

constexpr Int128 power_of_ten(int exponent) {
    Int128 power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

// The integer part and the decimals, both with the sign of the number, the decimals as if there
// were 38 of them: below 10^38, and so never too wide.
std::pair<Int128, Int128> parts_of(const Decimal& number) {
    const Int128 unit = power_of_ten(number.scale());
    const Int128 integer = number.coefficient() / unit;
    const Int128 decimals = number.coefficient() - integer * unit;
    return {integer, decimals * power_of_ten(Decimal::max_scale - number.scale())};
}

// Division by ten is much dearer for 128 bits than for 64, which nearly all amounts fit.
template <class Number>
char* write_digits(Number number, int scale, char* end) {
    int written = 0;
    while (number != 0 || written <= scale) {
        if (written == scale && scale > 0)
            *--end = '.';
        *--end = static_cast<char>('0' + static_cast<int>(number % 10));
        number /= 10;
        ++written;
    }
    return end;
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

std::strong_ordering operator<=>(const Decimal& left, const Decimal& right) {
    if (left.scale() == right.scale())
        return left.coefficient() <=> right.coefficient();
    return parts_of(left) <=> parts_of(right);
}

ParsedDecimal parse_decimal(std::string_view text) {
    ParsedDecimal parsed;
    if (parse_plain(text, parsed.value))
        return parsed;
    NumberText number;
    if (!split_number(text, number)) {
        parsed.fault = DecimalFault::not_a_number;
        return parsed;
    }
    return assemble(number);
}

std::string_view Decimal::text(TextBuffer& buffer) const {
    char* end = buffer.data() + buffer.size();
    const Int128 magnitude = m_coefficient < 0 ? -m_coefficient : m_coefficient;
    const auto small = static_cast<std::uint64_t>(magnitude);
    char* begin = static_cast<Int128>(small) == magnitude ? write_digits(small, m_scale, end)
                                                          : write_digits(magnitude, m_scale, end);
    if (m_coefficient < 0)
        *--begin = '-';
    return {begin, end};
}

std::string Decimal::text() const {
    TextBuffer buffer;
    return std::string(text(buffer));
}

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
