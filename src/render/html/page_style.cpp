#include "render/html/page_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "focus_billing/model/statements/statement_style.hpp"
#include "render/html/builtin_templates.hpp"

namespace focus_billing {

namespace {

using Rgb = std::array<int, 3>;

constexpr Rgb box_grey = {0xF4, 0xF6, 0xF8};

std::optional<Rgb> parse_color(std::string_view text) {
    if (text.size() != 7 || text.front() != '#')
        return std::nullopt;
    Rgb color{};
    for (std::size_t i = 0; i < color.size(); ++i) {
        const auto* const begin = text.data() + 1 + 2 * i;
        const auto [end, fault] = std::from_chars(begin, begin + 2, color[i], 16);
        if (fault != std::errc{} || end != begin + 2 || color[i] < 0)
            return std::nullopt;
    }
    return color;
}

// The light of one channel at its full, in millionths.
std::int64_t linear(int channel) {
    const double part = channel / 255.0;  // not money: a colour
    return std::llround(1e6 *
                        (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4)));
}

std::int64_t luminance(const Rgb& color) {
    return (2126 * linear(color[0]) + 7152 * linear(color[1]) + 722 * linear(color[2])) / 10000;
}

bool has_contrast(const Rgb& color, std::int64_t tenths) {
    constexpr std::int64_t glare = 50'000;
    return (luminance(box_grey) + glare) * 10 >= (luminance(color) + glare) * tenths;
}

Rgb darkened(Rgb color, std::int64_t tenths) {
    const Rgb given = color;
    for (int percent = 98; percent >= 0 && !has_contrast(color, tenths); percent -= 2) {
        for (std::size_t i = 0; i < color.size(); ++i)
            color[i] = given[i] * percent / 100;
    }
    return color;
}

std::string color_text(const Rgb& color) {
    return fmt::format("#{:02X}{:02X}{:02X}", color[0], color[1], color[2]);
}

bool is_plain(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' ||
           c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// A pattern of families means nothing to a browser, which looks for missing characters by itself.
std::string font_families(const std::vector<std::string>& fonts) {
    std::string families;
    for (const auto& font : fonts) {
        if (!font.empty() && std::ranges::all_of(font, is_plain))
            families += fmt::format("\"{}\",", font);
    }
    return families + "system-ui,sans-serif";
}

}  // namespace

AccentColors accent_colors(std::string_view color) {
    const auto given = parse_color(color);
    const Rgb accent = given ? *given : parse_color(StatementStyle{}.color).value();
    return {color_text(accent), color_text(darkened(accent, 30)), color_text(darkened(accent, 45))};
}

std::string page_style(const StatementStyle& style) {
    const auto colors = accent_colors(style.color);
    const auto paper = style.paper == Paper::a4 ? "A4" : "letter";
    return fmt::format(":root{{--band:{};--mark:{};--accent:{};--fonts:{}}}\n"
                       "@page{{size:{}}}\n{}",
                       colors.band, colors.mark, colors.text, font_families(style.fonts), paper,
                       builtin_page_style());
}

}  // namespace focus_billing
