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

/// Adds what something costs a year at each day of the month that begins at `month_start`:
/// `annual` has an amount for each day. Days outside `there` that have no price count as the
/// nearest day inside. Gives the first day inside that has no price; then nothing is added. Throws
/// DecimalOverflow.
[[nodiscard]] std::optional<std::size_t> add_annual_prices(const std::vector<DatedPrice>& prices,
                                                           Instant month_start, DaySpan there,
                                                           std::vector<Decimal>& annual);

/// What some days of a month cost: for each a twelfth of its annual price, divided by the days of
/// the month, times `part`. It is the cost until the last day less that until the first one, each
/// rounded to 12 decimals, so that parts of a month add up to the whole. Throws DecimalOverflow.
[[nodiscard]] Decimal cost_of_days(const std::vector<Decimal>& annual, DaySpan days,
                                   const Decimal& part);

}  // namespace focus_billing
