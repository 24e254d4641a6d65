#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "render/html/accent_colors.hpp"
#include "render/html/svg_charts.hpp"
#include "render/html/svg_text.hpp"

namespace focus_billing {

namespace {

constexpr int row_height = 360;
constexpr int bar_top = 190;
constexpr int bar_height = 90;
constexpr int baseline = 130;
constexpr int font_size = 120;

/// Where zero is, and how long a share of 1.
struct Scale {
    int zero = 0;
    int one = svg_width;
};

Scale scale_of(const std::vector<ChartPoint>& points) {
    int lowest = 0;
    int highest = 0;
    for (const auto& point : points) {
        lowest = std::min(lowest, share_of(point, svg_width));
        highest = std::max(highest, share_of(point, svg_width));
    }
    if (lowest == 0)
        return {};
    const std::int64_t range = highest - lowest;
    const std::int64_t width = svg_width;
    return {static_cast<int>(width * -lowest / range), static_cast<int>(width * width / range)};
}

// Without colours a negative bar is told from a positive one by being hollow.
std::string bar(const ChartPoint& point, const Scale& scale, int top, const std::string& color) {
    const int length = share_of(point, scale.one);
    if (length == 0)
        return {};
    const bool is_hollow = length < 0;
    const int inset = is_hollow ? 5 : 0;
    return fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}/>)",
                       svg_length(scale.zero + std::min(0, length) + inset),
                       svg_length(top + bar_top + inset),
                       svg_length(std::max(1, std::abs(length) - 2 * inset)),
                       svg_length(bar_height - 2 * inset), is_hollow ? "#FFFFFF" : color,
                       is_hollow ? fmt::format(R"( stroke="{}")", color) : std::string());
}

std::string track(int top) {
    return fmt::format(R"(<rect x="0" y="{}" width="{}" height="{}" fill="#E9ECF0"/>)",
                       svg_length(top + bar_top), svg_length(svg_width), svg_length(bar_height));
}

std::string words(const ChartPoint& point, int top) {
    constexpr int gap = 120;
    const auto value = point_text(point);
    const int room = svg_width - svg_text_width(value, font_size) - gap;
    return svg_text({.x = 0, .y = top + baseline, .size = font_size},
                    fitting_text(point.label, font_size, room)) +
           svg_text({.x = svg_width,
                     .y = top + baseline,
                     .size = font_size,
                     .anchor = SvgAnchor::end,
                     .is_strong = true},
                    value);
}

std::string zero_line(const Scale& scale, int top) {
    const int x = std::clamp(scale.zero, 5, svg_width - 5);
    return fmt::format(R"(<path d="M{} {}v{}" stroke="#1B1F24"/>)", svg_length(x),
                       svg_length(top + bar_top - 20), svg_length(bar_height + 40));
}

}  // namespace

std::string bar_chart_svg(const ChartView& chart, std::string_view color) {
    if (chart.points.empty())
        return {};
    const auto scale = scale_of(chart.points);
    const auto mark = accent_colors(color).mark;
    std::string shapes;
    int top = 0;
    for (const auto& point : chart.points) {
        shapes +=
            words(point, top) + track(top) + bar(point, scale, top, mark) + zero_line(scale, top);
        top += row_height;
    }
    return svg_chart(chart, top, shapes);
}

}  // namespace focus_billing
