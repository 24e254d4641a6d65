#include "focus_billing/model/rounding_tolerance.hpp"

#include <algorithm>
#include <optional>

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

}  // namespace focus_billing
