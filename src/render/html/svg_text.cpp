#include "render/html/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "focus_billing/format/escape.hpp"

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

}  // namespace

std::string svg_length(int tenths) {
    const int rest = std::abs(tenths % 10);
    const auto* const sign = tenths < 0 ? "-" : "";
    return rest == 0 ? fmt::format("{}", tenths / 10)
                     : fmt::format("{}{}.{}", sign, std::abs(tenths / 10), rest);
}

int svg_text_width(std::string_view text, int font_size) {
    int hundredths = 0;
    for (const char c : text.substr(0, 10'000))
        hundredths += letter_width(c);
    return hundredths * font_size / 100;
}

std::string fitting_text(std::string_view text, int font_size, int width) {
    if (svg_text_width(text, font_size) <= width)
        return std::string(text);
    int left = width - font_size;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        left -= letter_width(text[end]) * font_size / 100;
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

}  // namespace focus_billing
