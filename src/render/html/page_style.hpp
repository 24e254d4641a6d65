#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement_style.hpp"

namespace focus_billing {

/// What a site's colour becomes on a white page. Contrasts are those of WCAG 2.2.
struct AccentColors {
    std::string band;  ///< as it was given: for areas that carry no text and no meaning
    std::string mark;  ///< bars and lines: darkened to 3:1 and more
    std::string text;  ///< darkened to 4.5:1 and more, also on the light grey of boxes
};

/// `color` is `#RRGGBB`; anything else is taken for the colour of a StatementStyle as it comes.
[[nodiscard]] AccentColors accent_colors(std::string_view color);

/// The style sheet of all pages: the look's colour, fonts and paper as variables, then
/// templates/page.css. Holds no `<`, whatever the look says.
[[nodiscard]] std::string page_style(const StatementStyle& style);

}  // namespace focus_billing
