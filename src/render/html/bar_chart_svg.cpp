#include "render/html/bar_chart_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "focus_billing/format/escape.hpp"
#include "render/html/page_style.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 3> anchor_names = {"start", "middle", "end"};

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// In hundredths of the font's size, by the first byte: scripts from U+1000 on have wide letters.
int letter_width(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (!begins_character(c))
        return 0;
    if (byte >= 0xE1)
        return 100;
    if (c == ' ' || c == '.' || c == ',' || c == '-')
        return 32;
    return (c >= 'A' && c <= 'Z') || c == '@' ? 70 : 58;
}

constexpr int row_height = 360;
constexpr int bar_top = 190;
constexpr int bar_height = 90;
constexpr int baseline = 130;
constexpr int bar_font_size = 120;

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
    const int room = svg_width - svg_text_width(value, bar_font_size) - gap;
    return svg_text({.x = 0, .y = top + baseline, .size = bar_font_size},
                    fitting_text(point.label, bar_font_size, room)) +
           svg_text({.x = svg_width,
                     .y = top + baseline,
                     .size = bar_font_size,
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

std::string svg_length(int tenths) {
    const int rest = std::abs(tenths % 10);
    const auto* const sign = tenths < 0 ? "-" : "";
    return rest == 0 ? fmt::format("{}", tenths / 10)
                     : fmt::format("{}{}.{}", sign, std::abs(tenths / 10), rest);
}

int svg_text_width(std::string_view text, int bar_font_size) {
    int hundredths = 0;
    for (const char c : text.substr(0, 10'000))
        hundredths += letter_width(c);
    return hundredths * bar_font_size / 100;
}

std::string fitting_text(std::string_view text, int bar_font_size, int width) {
    if (svg_text_width(text, bar_font_size) <= width)
        return std::string(text);
    int left = width - bar_font_size;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        left -= letter_width(text[end]) * bar_font_size / 100;
        if (left < 0 && begins_character(text[end]))
            break;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::string svg_text(const SvgText& place, std::string_view text) {
    const auto anchor = anchor_names[static_cast<std::size_t>(place.anchor)];
    return fmt::format(R"(<text x="{}" y="{}" font-size="{}"{}{}>{}</text>)", svg_length(place.x),
                       svg_length(place.y), svg_length(place.size),
                       place.anchor == SvgAnchor::start
                           ? std::string()
                           : fmt::format(R"( text-anchor="{}")", anchor),
                       place.is_strong ? R"( font-weight="600")" : "", html_text(text));
}

int share_of(const ChartPoint& point, int length) {
    if (!point.is_known || std::isnan(point.share))
        return 0;
    return static_cast<int>(std::lround(std::clamp(point.share, -1.0, 1.0) * length));
}

std::string point_text(const ChartPoint& point) {
    return point.is_known ? point.value : "–";
}

std::string svg_chart(const ChartView& chart, int height, std::string_view shapes) {
    return fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" fill="currentColor">)"
                       "<title>{}</title><desc>{}</desc>{}</svg>",
                       svg_length(svg_width), svg_length(height), html_text(chart.title),
                       html_text(chart.description), shapes);
}

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
