#pragma once

#include <pango/pangocairo.h>

#include <optional>
#include <string_view>

#include "render/pdf/shaped_text.hpp"

namespace focus_billing {

/// What Pango calls one em, in its units: large, so that its rounding to units does not show.
inline constexpr int em_pixels = 64;
inline constexpr Points em_units = Points{em_pixels} * PANGO_SCALE;

/// The glyphs of one item of a line, from `x` on, which is moved behind them. `text` is that of the
/// item.
[[nodiscard]] GlyphRun glyph_run(PangoGlyphItem& item, std::string_view text, Points& x);

/// The first character of the item that its font has not, of those that can be seen.
[[nodiscard]] std::optional<char32_t> missing_character(const PangoGlyphString& glyphs);

}  // namespace focus_billing
