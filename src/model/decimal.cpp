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

Int128 power_of_ten(int exponent) {
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

namespace {

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

}  // namespace

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

}  // namespace focus_billing
