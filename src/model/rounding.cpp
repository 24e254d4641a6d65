#include "focus_billing/model/rounding.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>

namespace focus_billing {

namespace {

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

DecimalSum rounded(const DecimalSum& value, int decimals) {
    const auto kept = cut(value.text(), decimals);
    auto result = sum_of(kept.text);
    if (kept.next >= '5')
        result.add(unit(decimals, value.sign()));
    return result;
}

std::vector<DecimalSum> fitted(const std::vector<DecimalSum>& parts, const DecimalSum& total,
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
