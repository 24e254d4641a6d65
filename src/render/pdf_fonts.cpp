#include "focus_billing/render/pdf_fonts.hpp"

#include "installed_fonts.hpp"
#include "text_shaper.hpp"

namespace focus_billing {

PdfFonts::PdfFonts(const std::vector<std::string>& families)
    : m_shaper(std::make_unique<TextShaper>(installed_fonts(families))) {}

PdfFonts::PdfFonts(PdfFonts&&) noexcept = default;
PdfFonts& PdfFonts::operator=(PdfFonts&&) noexcept = default;
PdfFonts::~PdfFonts() = default;

const std::vector<std::string>& PdfFonts::families() const {
    return m_shaper->families();
}

}  // namespace focus_billing
