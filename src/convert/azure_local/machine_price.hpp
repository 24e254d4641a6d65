#pragma once

#include <optional>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// Days of a month, counted from 0: [first, last).
struct DaySpan {
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] std::size_t count() const { return last - first; }
};

/// Adds the yearly price on each day of the month that begins at `month_start` to `annual`, which
/// has an amount for each day. Days outside `there` without a price use that of the nearest day
/// inside. Returns the first day inside without a price, and then adds nothing. Throws
/// DecimalOverflow.
[[nodiscard]] std::optional<std::size_t> add_annual_prices(const std::vector<DatedPrice>& prices,
                                                           Instant month_start, DaySpan there,
                                                           std::vector<Decimal>& annual);

/// The cost of some days of a month: for each day, a twelfth of its annual price divided by the
/// days of the month, times `part`. Computed as the cost until the end minus the cost until the
/// start, each rounded to 12 decimals, so that parts of a month add up to the whole. Throws
/// DecimalOverflow.
[[nodiscard]] Decimal cost_of_days(const std::vector<Decimal>& annual, DaySpan days,
                                   const Decimal& part);

}  // namespace focus_billing
