#pragma once

#include <string>
#include <string_view>

#include "focus_billing/render/statements/statement_view.hpp"

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

}  // namespace focus_billing
