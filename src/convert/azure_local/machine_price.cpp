#include "convert/azure_local/machine_price.hpp"

#include <algorithm>

#include "convert/provider_dates.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t months = 12;

const Decimal* price_at(const std::vector<DatedPrice>& prices, Instant time) {
    const auto found =
        std::ranges::find_if(prices, [&](const DatedPrice& price) { return price.holds_at(time); });
    return found == prices.end() ? nullptr : &found->price;
}

Decimal cost_until(const std::vector<Decimal>& annual, std::size_t last, const Decimal& part) {
    Decimal total;
    for (std::size_t i = 0; i < last; ++i)
        total = sum(total, annual[i]);
    const auto days = static_cast<std::int64_t>(annual.size());
    return quotient(product(total, part), whole_number(months * days));
}

}  // namespace

std::optional<std::size_t> add_annual_prices(const std::vector<DatedPrice>& prices,
                                             Instant month_start, DaySpan there,
                                             std::vector<Decimal>& annual) {
    const auto price_on = [&](std::size_t day) {
        return price_at(prices,
                        {month_start.seconds + static_cast<std::int64_t>(day) * day_seconds, 0});
    };
    for (auto day = there.first; day < there.last; ++day) {
        if (price_on(day) == nullptr)
            return day;
    }
    for (std::size_t day = 0; day < annual.size(); ++day) {
        const auto* price = price_on(day);
        if (price == nullptr)
            price = price_on(day < there.first ? there.first : there.last - 1);
        annual[day] = sum(annual[day], *price);
    }
    return std::nullopt;
}

Decimal cost_of_days(const std::vector<Decimal>& annual, DaySpan days, const Decimal& part) {
    return difference(cost_until(annual, days.last, part), cost_until(annual, days.first, part));
}

}  // namespace focus_billing
