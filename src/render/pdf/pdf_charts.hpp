#pragma once

#include "focus_billing/render/statements/page_view.hpp"
#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

/// A bar for each point, negative ones to the left of zero and hatched, with its value as a number.
/// Nothing for a chart without points.
void add_bar_chart(PdfFlow& flow, const ChartView& chart);

/// A line through the points in their order, interrupted where there is no value; labels and values
/// stand below. Nothing for a chart without points.
void add_line_chart(PdfFlow& flow, const ChartView& chart);

}  // namespace focus_billing
