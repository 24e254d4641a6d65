#include "focus_billing/model/decimal_sum.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

namespace focus_billing {

namespace {

__extension__ using UInt128 = unsigned __int128;

// Two's complement, least significant limb first: 192 bits times 10^38 need 319.
class Wide {
public:
    void multiply_and_add(std::uint64_t factor, UInt128 low, std::int64_t high) {
        UInt128 carry = 0;
        for (std::size_t i = 0; i < m_limbs.size(); ++i) {
            carry += static_cast<UInt128>(m_limbs[i]) * factor;
            carry += addend_limb(i, low, high);
            m_limbs[i] = static_cast<std::uint64_t>(carry);
            carry >>= 64;
        }
    }

    [[nodiscard]] bool is_negative() const { return (m_limbs.back() >> 63) != 0; }
    [[nodiscard]] bool is_zero() const {
        return std::ranges::all_of(m_limbs, [](std::uint64_t limb) { return limb == 0; });
    }

    void negate() {
        std::uint64_t carry = 1;
        for (auto& limb : m_limbs) {
            limb = ~limb + carry;
            carry = (carry != 0 && limb == 0) ? 1 : 0;
        }
    }

    std::uint64_t divide(std::uint64_t divisor) {
        UInt128 remainder = 0;
        for (auto limb = m_limbs.rbegin(); limb != m_limbs.rend(); ++limb) {
            remainder = (remainder << 64) | *limb;
            *limb = static_cast<std::uint64_t>(remainder / divisor);
            remainder %= divisor;
        }
        return static_cast<std::uint64_t>(remainder);
    }

private:
    static std::uint64_t addend_limb(std::size_t index, UInt128 low, std::int64_t high) {
        if (index == 0)
            return static_cast<std::uint64_t>(low);
        if (index == 1)
            return static_cast<std::uint64_t>(low >> 64);
        if (index == 2)
            return std::bit_cast<std::uint64_t>(high);
        return high < 0 ? ~std::uint64_t{0} : 0;
    }

    std::array<std::uint64_t, 6> m_limbs{};
};

}  // namespace

void DecimalSum::add(const DecimalSum& other) {
    for (std::size_t i = 0; i < other.m_buckets.size(); ++i) {
        add_to(bucket(i), other.m_buckets[i].low, other.m_buckets[i].high);
    }
}

void DecimalSum::subtract(const DecimalSum& other) {
    for (std::size_t i = 0; i < other.m_buckets.size(); ++i) {
        const auto [low, high] = other.m_buckets[i];
        add_to(bucket(i), ~low, ~high);
        add_to(bucket(i), 1, 0);
    }
}

std::optional<DecimalSum> DecimalSum::parse(std::string_view text) {
    constexpr std::size_t most_integer_digits = 57;
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const auto point = std::min(digits.find('.'), digits.size());
    const std::string_view integer = digits.substr(0, point);
    const std::string_view decimals = digits.substr(std::min(point + 1, digits.size()));
    const auto is_digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!is_digits(integer) || integer.size() > most_integer_digits ||
        (point < digits.size() && !is_digits(decimals)) ||
        decimals.size() > static_cast<std::size_t>(Decimal::max_scale)) {
        return std::nullopt;
    }
    DecimalSum magnitude;
    const auto append_digits = [](std::string_view part, Bucket& bucket) {
        for (const char digit : part) {
            const Bucket once = bucket;
            for (int i = 1; i < 10; ++i)
                add_to(bucket, once.low, once.high);
            add_to(bucket, static_cast<UInt128>(digit - '0'), 0);
        }
    };
    append_digits(integer, magnitude.bucket(0));
    if (!decimals.empty())
        append_digits(decimals, magnitude.bucket(decimals.size()));
    DecimalSum sum;
    if (negative) {
        sum.subtract(magnitude);
    } else {
        sum.add(magnitude);
    }
    return sum;
}

DecimalSum sum_of(std::string_view text) {
    if (text.empty())
        return {};
    const auto sum = DecimalSum::parse(text);
    if (!sum)
        throw std::logic_error("'" + std::string(text) + "' is no decimal");
    return *sum;
}

int DecimalSum::sign() const {
    Wide total;
    for (const auto& bucket : m_buckets)
        total.multiply_and_add(10, bucket.low, bucket.high);
    if (total.is_negative())
        return -1;
    return total.is_zero() ? 0 : 1;
}

std::string DecimalSum::text() const {
    Wide total;
    for (std::size_t i = 0; i <= Decimal::max_scale; ++i) {
        const Bucket digit = i < m_buckets.size() ? m_buckets[i] : Bucket{};
        total.multiply_and_add(10, digit.low, digit.high);
    }
    const bool negative = total.is_negative();
    if (negative)
        total.negate();
    std::string digits;
    while (!total.is_zero()) {
        digits += static_cast<char>('0' + static_cast<int>(total.divide(10)));
    }
    digits.resize(std::max<std::size_t>(digits.size(), Decimal::max_scale + 1), '0');
    const auto first = std::min<std::size_t>(digits.find_first_not_of('0'), Decimal::max_scale);
    std::string text = negative ? "-" : "";
    text.append(digits.rbegin(), digits.rend() - Decimal::max_scale);
    if (first < Decimal::max_scale) {
        text += '.';
        text.append(digits.rend() - Decimal::max_scale,
                    digits.rend() - static_cast<std::ptrdiff_t>(first));
    }
    return text;
}

DecimalSum DecimalSum::times(std::uint64_t factor) const {
    DecimalSum result;
    DecimalSum power = *this;
    for (; factor != 0; factor >>= 1U) {
        if ((factor & 1U) != 0)
            result.add(power);
        const DecimalSum once = power;
        power.add(once);
    }
    return result;
}

DecimalSum DecimalSum::magnitude() const {
    if (sign() >= 0)
        return *this;
    DecimalSum result;
    result.subtract(*this);
    return result;
}

}  // namespace focus_billing
