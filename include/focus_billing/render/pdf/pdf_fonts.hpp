#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

class TextShaper;

/// The fonts of PDF files: those of the given families and no others, whatever the machine has.
/// An entry is the exact name of a family or, with a `*` at its end, all whose names begin so; a
/// character is taken from the first of them that has it. Fonts are looked for in /usr/share/fonts,
/// /usr/local/share/fonts and the user's ~/.local/share/fonts.
///
/// Making one takes some 20 ms, and it remembers shaped texts: keep it for many files. An object
/// serves one thread at a time; several threads take one each.
class PdfFonts {
public:
    /// FB720 (usage) if none of the families is installed.
    explicit PdfFonts(const std::vector<std::string>& families);
    PdfFonts(PdfFonts&&) noexcept;
    PdfFonts& operator=(PdfFonts&&) noexcept;
    ~PdfFonts();

    /// The families that are installed, in the order in which they are tried.
    [[nodiscard]] const std::vector<std::string>& families() const;
    /// Whether the fonts have all characters of the texts of this JSON.
    [[nodiscard]] bool has_characters(std::string_view json);
    /// For the renderers alone.
    [[nodiscard]] TextShaper& shaper() { return *m_shaper; }

private:
    [[nodiscard]] bool can_show(std::string_view text);

    std::unique_ptr<TextShaper> m_shaper;
    std::vector<bool> m_characters;  // that were found, by their code points
};

}  // namespace focus_billing
