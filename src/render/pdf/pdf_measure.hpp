#pragma once

namespace focus_billing {

/// A length on paper, 1/72 inch, or a part of a font's size (an em) where that is said.
using Points = double;  // not money: a length
/// From 0 (black) to 1.
using Shade = double;  // not money: a part of light

struct PdfColor {
    Shade red = 0;
    Shade green = 0;
    Shade blue = 0;

    bool operator==(const PdfColor&) const = default;
};

inline constexpr PdfColor black = {0, 0, 0};
inline constexpr PdfColor dark_grey = {0.3, 0.3, 0.3};
inline constexpr PdfColor light_grey = {0.82, 0.82, 0.82};
inline constexpr PdfColor watermark_grey = {0.91, 0.91, 0.91};

}  // namespace focus_billing
