#pragma once

#include <string>
#include <string_view>

#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

// Charts as SVG elements to stand within a page: 360 units wide, which is what a phone shows, with
// the chart's title and description for who cannot see them, and every value in words. They read
// as well without colours. A chart without points is an empty text.

/// A bar for each point below its label, to the left of a line at zero if it is negative.
[[nodiscard]] std::string bar_chart_svg(const ChartView& chart, std::string_view color);

/// Points in their order, joined by lines but over those that are not known, and below them a list
/// of all values.
[[nodiscard]] std::string line_chart_svg(const ChartView& chart, std::string_view color);

}  // namespace focus_billing
