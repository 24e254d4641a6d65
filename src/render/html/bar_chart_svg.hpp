#pragma once

#include <string>
#include <string_view>

#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

// What SVG charts are made of. Lengths are tenths of a unit, so that a chart has the same bytes
// everywhere.

inline constexpr int svg_width = 3600;

/// `12.5` for 125.
[[nodiscard]] std::string svg_length(int tenths);

/// About how wide a text is in a sans-serif font of this size.
[[nodiscard]] int svg_text_width(std::string_view text, int font_size);

/// The text, or as much of its beginning as is `width` wide, with an ellipsis.
[[nodiscard]] std::string fitting_text(std::string_view text, int font_size, int width);

enum class SvgAnchor : std::uint8_t { start, middle, end };
struct SvgText {
    int x = 0;
    int y = 0;
    int size = 120;
    SvgAnchor anchor = SvgAnchor::start;
    bool is_strong = false;
};
[[nodiscard]] std::string svg_text(const SvgText& place, std::string_view text);

/// `share` of a length, rounded; what is beyond -1 and 1, or no number, is drawn as the nearest
/// that can be.
[[nodiscard]] int share_of(const ChartPoint& point, int length);

/// What is written for a point: its value, or a dash if it is not known.
[[nodiscard]] std::string point_text(const ChartPoint& point);

/// The whole element around `shapes`.
[[nodiscard]] std::string svg_chart(const ChartView& chart, int height, std::string_view shapes);

// Charts as SVG elements to stand within a page: 360 units wide, which is what a phone shows, with
// the chart's title and description for who cannot see them, and every value in words. They read
// as well without colours. A chart without points is an empty text.

/// A bar for each point below its label, to the left of a line at zero if it is negative.
[[nodiscard]] std::string bar_chart_svg(const ChartView& chart, std::string_view color);

/// Points in their order, joined by lines but over those that are not known, and below them a list
/// of all values.
[[nodiscard]] std::string line_chart_svg(const ChartView& chart, std::string_view color);

}  // namespace focus_billing
