#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/pdf/glyph_run.hpp"
#include "render/pdf/installed_fonts.hpp"

namespace focus_billing {

/// Turns texts into glyphs, with the fonts of PdfFonts, and remembers them. Controls become spaces;
/// a line end begins a new line. FB721 if no font has a character.
class TextShaper {
public:
    explicit TextShaper(InstalledFonts fonts);

    [[nodiscard]] const std::vector<std::string>& families() const { return m_fonts.families; }
    /// That of the texts to come, such as `en`.
    void set_language(const std::string& language);

    /// One line for each of the text.
    [[nodiscard]] PdfText shape(std::string_view text, FontWeight weight);
    /// The same, broken where a line is longer than `width` ems, between characters if need be.
    [[nodiscard]] PdfText wrap(std::string_view text, FontWeight weight, Points width);

private:
    // Pango's objects for one weight.
    struct Face {
        PangoOwned<PangoContext> context;
        PangoOwned<PangoLayout> layout;
        PangoOwned<PangoItem> ascii;  // the font that has all of ASCII, if one has
        Points ascent = 0;
        Points descent = 0;
    };

    [[nodiscard]] Face make_face(FontWeight weight) const;
    void find_ascii_font(Face& face) const;
    [[nodiscard]] PdfText remembered(std::string_view text, FontWeight weight, Points width);
    [[nodiscard]] ShapedText shape_new(std::string_view text, const Face& face, Points width);
    [[nodiscard]] std::optional<TextLine> ascii_line(std::string_view text, const Face& face);
    [[nodiscard]] ShapedText lay_out(const std::string& text, const Face& face, Points width) const;

    InstalledFonts m_fonts;
    PangoOwned<PangoFontMap> m_map;
    PangoLanguage* m_language;
    std::array<Face, 2> m_faces;
    PangoOwned<PangoGlyphString> m_glyphs;
    std::unordered_map<std::string, PdfText> m_texts;
    std::size_t m_remembered_bytes = 0;
};

}  // namespace focus_billing
