#include "render/pdf/pdf_letterhead.hpp"

#include <algorithm>

#include "render/pdf/pdf_blocks.hpp"
#include "render/pdf/pdf_sheet.hpp"

namespace focus_billing {

namespace {

constexpr TextStyle name_style = {FontWeight::bold, 11};

// Returns the height of the logo.
Points place_logo(PdfFlow& flow, const std::string& png) {
    constexpr Points height = 44;
    const auto logo = pdf_logo(png);
    const auto pixels_wide = static_cast<Points>(cairo_image_surface_get_width(logo.get()));
    const auto pixels_high = static_cast<Points>(cairo_image_surface_get_height(logo.get()));
    const auto scale = std::min(height / pixels_high, flow.width() * 0.4 / pixels_wide);
    const PdfBox box{flow.left(), flow.y(), pixels_wide * scale, pixels_high * scale};
    flow.page().images.push_back({.surface = logo, .box = box});
    return box.height;
}

class Lines {
public:
    Lines(PdfFlow& flow, Points x, Points width, TextAlign align)
        : m_flow(flow), m_x(x), m_y(flow.y()), m_width(width), m_align(align) {}

    void add(const std::string& text, const TextStyle& style) {
        m_y += place_text(
            m_flow.page(), m_flow.text(text, style, m_width),
            {.x = m_x, .y = m_y, .width = m_width, .size = style.size, .align = m_align});
    }
    [[nodiscard]] Points height() const { return m_y - m_flow.y(); }

private:
    PdfFlow& m_flow;
    Points m_x;
    Points m_y;
    Points m_width;
    TextAlign m_align;
};

}  // namespace

void add_letterhead(PdfFlow& flow, const Organization& organization, const std::string& logo) {
    const auto logo_height = logo.empty() ? 0 : place_logo(flow, logo);
    const auto width = flow.width() * (logo.empty() ? 1 : 0.56);
    Lines lines(flow, flow.left() + flow.width() - width, width,
                logo.empty() ? TextAlign::natural : TextAlign::right);
    lines.add(organization.name, name_style);
    lines.add(organization.unit, body_style);
    for (const auto& line : organization.contact)
        lines.add(line, small_style);
    lines.add(organization.email, small_style);
    const auto height = std::max(lines.height(), logo_height);
    if (height == 0)
        return;
    flow.advance(height + 8);
    flow.page().shapes.push_back({.kind = PdfShape::Kind::line,
                                  .box = {flow.left(), flow.y(), flow.width(), 0},
                                  .color = flow.accent(),
                                  .thickness = 1.5});
    flow.advance(14);
}

void add_title(PdfFlow& flow, const std::string& title, const std::string& subtitle) {
    add_paragraph(flow, title, title_style, flow.accent());
    add_paragraph(flow, subtitle, body_style, dark_grey);
    flow.advance(10);
}

}  // namespace focus_billing
