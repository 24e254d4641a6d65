#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

struct FreePango {
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoItem* item) const { pango_item_free(item); }
    void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
    void operator()(PangoFontMetrics* metrics) const { pango_font_metrics_unref(metrics); }
    void operator()(PangoScriptIter* iterator) const { pango_script_iter_free(iterator); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

/// What Pango hands over, and wants back.
template <class T>
using PangoOwned = std::unique_ptr<T, FreePango>;

/// Marks the parts of `text` that are not in the script of `language` with a language that is.
/// Pango would ask the environment (LANGUAGE), and the same text would look different elsewhere.
[[nodiscard]] PangoOwned<PangoAttrList> script_languages(std::string_view text,
                                                         PangoLanguage* language);

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

/// What Pango calls one em, in its units: large, so that its rounding to units does not show.
inline constexpr int em_pixels = 64;
inline constexpr Points em_units = Points{em_pixels} * PANGO_SCALE;

/// The glyphs of one item of a line, from `x` on, which is moved behind them. `text` is that of the
/// item.
[[nodiscard]] GlyphRun glyph_run(PangoGlyphItem& item, std::string_view text, Points& x);

/// The first character of the item that its font has not, of those that can be seen.
[[nodiscard]] std::optional<char32_t> missing_character(const PangoGlyphString& glyphs);

}  // namespace focus_billing
