#include "focus_billing/model/rounding.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>

namespace focus_billing {

namespace {

constexpr std::uint64_t least_units = 100;
constexpr std::uint64_t millionths = 1'000'000;
constexpr int millionths_decimals = 6;
// Half the square root of 2^64 rows is less.
constexpr std::uint64_t most_units = 10'000'000'000;

// In millionths of a minor unit, rounded up; nothing if it is larger than any tolerance.
std::optional<std::uint64_t> in_millionths(const DecimalSum& difference, int decimals) {
    auto digits = difference.magnitude().text();
    const auto point = std::min(digits.find('.'), digits.size());
    const auto wanted = static_cast<std::size_t>(decimals + millionths_decimals);
    std::string behind = point == digits.size() ? "" : digits.substr(point + 1);
    const bool has_more = behind.size() > wanted;
    behind.resize(wanted, '0');
    std::uint64_t number = 0;
    for (const char digit : digits.substr(0, point) + behind) {
        if (number > most_units * millionths / 10)
            return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return number + (has_more ? 1 : 0);
}

std::uint64_t half_root(std::uint64_t rows) {
    __extension__ using UInt128 = unsigned __int128;
    std::uint64_t low = 0;
    std::uint64_t high = most_units;
    while (low < high) {
        const auto middle = low + (high - low + 1) / 2;
        if (UInt128(4) * middle * middle <= rows)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

constexpr std::uint64_t most_tenths = std::uint64_t{1} << 40U;

// The smallest amount of so many decimals, with a sign.
DecimalSum unit(int decimals, int sign) {
    DecimalSum one;
    one.add(Decimal::of(sign, decimals));
    return one;
}

struct Cut {
    std::string text;  // toward zero
    char next = '0';   // the first digit that was cut off
};

Cut cut(const std::string& text, int decimals) {
    const auto point = text.find('.');
    if (point == std::string::npos)
        return {.text = text};
    const auto kept = point + 1 + static_cast<std::size_t>(decimals);
    if (kept >= text.size())
        return {.text = text};
    return {.text = text.substr(0, decimals == 0 ? point : kept), .next = text[kept]};
}

DecimalSum truncated(const DecimalSum& value, int decimals) {
    return sum_of(cut(value.text(), decimals).text);
}

}  // namespace

bool is_within_tolerance(const DecimalSum& difference, std::uint64_t rows, int decimals) {
    __extension__ using UInt128 = unsigned __int128;
    const auto number = in_millionths(difference, decimals);
    if (!number)
        return false;
    return *number <= least_units * millionths ||
           UInt128(4) * *number * *number <= UInt128(rows) * millionths * millionths;
}

std::string tolerance_text(std::uint64_t rows, int decimals) {
    auto units = std::to_string(std::max(least_units, half_root(rows)));
    const auto wanted = static_cast<std::size_t>(decimals);
    if (units.size() <= wanted)
        units.insert(0, wanted + 1 - units.size(), '0');
    if (wanted > 0)
        units.insert(units.size() - wanted, ".");
    return units;
}

// By search: amounts are never divided.
std::string percentage(const DecimalSum& part, const DecimalSum& whole) {
    if (whole.sign() == 0)
        return {};
    const auto doubled = part.magnitude().times(2000);
    const auto base = whole.magnitude();
    const auto fits = [&](std::uint64_t tenths) {
        return base.times(2 * tenths - 1).difference(doubled).sign() <= 0;
    };
    std::uint64_t tenths = 0;
    for (std::uint64_t step = most_tenths; step > 0; step /= 2) {
        if (fits(tenths + step))
            tenths += step;
    }
    std::string text = part.sign() < 0 && tenths > 0 ? "-" : "";
    return text.append(std::to_string(tenths / 10)).append(".").append(std::to_string(tenths % 10));
}

DecimalSum rounded(const DecimalSum& value, int decimals) {
    const auto kept = cut(value.text(), decimals);
    auto result = sum_of(kept.text);
    if (kept.next >= '5')
        result.add(unit(decimals, value.sign()));
    return result;
}

std::vector<DecimalSum> allocated(const std::vector<DecimalSum>& parts, const DecimalSum& total,
                                  int decimals) {
    std::vector<DecimalSum> amounts;
    std::vector<DecimalSum> lost;
    auto left = total;
    for (const auto& part : parts) {
        amounts.push_back(truncated(part, decimals));
        lost.push_back(part.difference(amounts.back()));
        left.subtract(amounts.back());
    }
    const int sign = left.sign();
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return lost[a].difference(lost[b]).sign() == sign;
    });
    for (std::size_t i = 0; left.sign() != 0; ++i) {
        if (i == order.size())
            throw std::logic_error("parts are more than a unit each away from their total");
        amounts[order[i]].add(unit(decimals, sign));
        left.subtract(unit(decimals, sign));
    }
    return amounts;
}

}  // namespace focus_billing
