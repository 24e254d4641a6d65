#include "render/html/page_style.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/html/accent_colors.hpp"
#include "render/html/builtin_templates.hpp"

namespace focus_billing {

namespace {

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

std::string page_style(const StatementLook& look) {
    const auto colors = accent_colors(look.color);
    const auto paper = look.paper == Paper::a4 ? "A4" : "letter";
    return fmt::format(":root{{--band:{};--mark:{};--accent:{};--fonts:{}}}\n"
                       "@page{{size:{}}}\n{}",
                       colors.band, colors.mark, colors.text, font_families(look.fonts), paper,
                       builtin_page_style());
}

}  // namespace focus_billing
