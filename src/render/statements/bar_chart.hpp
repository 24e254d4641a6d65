#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/render/statements/page_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

struct Bar {
    std::string label;
    DecimalSum amount;
};

/// The largest magnitude first, then by label. More than `most` are shown as one less and a last
/// bar for all others, with `noun` in its label: `3 other services`.
[[nodiscard]] std::vector<Bar> largest_bars(std::vector<Bar> bars, std::size_t most,
                                            const std::string& noun);

/// A chart in this order, whose description is `what` and each bar in words.
[[nodiscard]] ChartView bar_chart(const std::string& what, const std::vector<Bar>& bars,
                                  const Money& money);

/// Each point's part of the largest magnitude. There are as many amounts as points.
void set_shares(const std::vector<DecimalSum>& amounts, std::vector<ChartPoint>& points);

/// `a, b and c`.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

}  // namespace focus_billing
