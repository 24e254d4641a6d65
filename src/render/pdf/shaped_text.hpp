#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "render/pdf/pdf_measure.hpp"

namespace focus_billing {

// Texts are shaped once for all sizes: lengths are parts of the font's size (em), and what has no
// hinting grows evenly.

/// Glyphs of one font, and the text that they stand for. Positions are from the left end of the
/// line's baseline.
struct GlyphRun {
    std::shared_ptr<cairo_font_face_t> face;
    std::string text;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    bool is_backward = false;
};

struct TextLine {
    std::vector<GlyphRun> runs;
    Points width = 0;
    Points ascent = 0;
    Points descent = 0;
    bool is_right_to_left = false;

    [[nodiscard]] Points height() const { return ascent + descent; }
};

struct ShapedText {
    std::vector<TextLine> lines;  ///< none if the text is empty
    Points width = 0;             ///< of the longest line
    Points height = 0;
};

using PdfText = std::shared_ptr<const ShapedText>;

enum class FontWeight : unsigned char { regular, bold };

struct TextStyle {
    FontWeight weight = FontWeight::regular;
    Points size = 9;
};

}  // namespace focus_billing
