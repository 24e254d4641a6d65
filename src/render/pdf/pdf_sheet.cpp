#include "focus_billing/render/pdf/pdf_sheet.hpp"
#include "render/pdf/pdf_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "focus_billing/model/error.hpp"
#include "render/pdf/pdf_blocks.hpp"
#include "render/pdf/pdf_bytes.hpp"

namespace focus_billing {

namespace {

cairo_status_t take(void* rest, unsigned char* data, unsigned int size) {
    auto& bytes = *static_cast<std::string_view*>(rest);
    if (bytes.size() < size)
        return CAIRO_STATUS_READ_ERROR;
    std::copy_n(bytes.begin(), size, data);
    bytes.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
}

constexpr Points side_margin = 54;
constexpr Points top_margin = 54;
constexpr Points header_top = 30;
constexpr Points bottom_margin = 30;
constexpr Points number_height = 16;
constexpr Points footer_gap = 8;

PdfBox paper_of(Paper paper) {
    return paper == Paper::letter ? PdfBox{.width = 612, .height = 792}
                                  : PdfBox{.width = 595.276, .height = 841.89};
}

PdfText footer_of(const PdfSheet& sheet, TextShaper& texts, Points width) {
    return texts.wrap(sheet.footer, small_style.weight, width / small_style.size);
}

Points footer_height(const PdfText& footer) {
    return footer->height * small_style.size;
}

// A footer that would fill the pages stands once, at the end.
bool is_on_every_page(const PdfText& footer) {
    constexpr Points most = 150;
    return footer_height(footer) <= most;
}

// The line that a page's texts may not pass, and the parts of the margins.
class PageDecorator {
public:
    PageDecorator(PdfFlow& flow, const PdfSheet& sheet, const PdfBox& paper)
        : m_flow(flow), m_sheet(sheet), m_bottom(paper.height - bottom_margin),
          m_organization(one_line(sheet.organization, flow.width() * 0.75)),
          m_title(one_line(sheet.title, flow.width() * 0.75)),
          m_draft(flow.text("DRAFT", bold_style)),
          m_footer(flow.text(sheet.footer, small_style, flow.width())) {}

    void decorate(PdfPage& page, std::size_t number, std::size_t count) const {
        if (number > 1)
            place(page, m_organization, small_style.size, header_top, TextAlign::left);
        if (m_sheet.is_draft)
            place(page, m_draft, bold_style.size, header_top - 2, TextAlign::right);
        const auto number_top = m_bottom - number_height + 4;
        add_rule(page, m_bottom - number_height);
        place(page, m_title, small_style.size, number_top, TextAlign::left);
        place(page, m_flow.text(fmt::format("Page {} of {}", number, count), small_style),
              small_style.size, number_top, TextAlign::right);
        if (is_on_every_page(m_footer))
            place(page, m_footer, small_style.size,
                  m_bottom - number_height - 3 - footer_height(m_footer), TextAlign::natural);
    }

private:
    // A title of several lines has no room in a margin: the first tells which it is.
    [[nodiscard]] PdfText one_line(const std::string& text, Points width) const {
        const auto whole = m_flow.text(text, small_style, width);
        if (whole->lines.size() <= 1)
            return whole;
        ShapedText first;
        first.lines = {whole->lines.front()};
        first.width = first.lines.front().width;
        return std::make_shared<const ShapedText>(std::move(first));
    }

    void place(PdfPage& page, const PdfText& text, Points size, Points y, TextAlign align) const {
        place_text(page, text,
                   {.x = m_flow.left(),
                    .y = y,
                    .width = m_flow.width(),
                    .size = size,
                    .align = align,
                    .color = align == TextAlign::natural ? dark_grey : black});
    }

    void add_rule(PdfPage& page, Points y) const {
        page.shapes.push_back({.kind = PdfShape::Kind::line,
                               .box = {m_flow.left(), y, m_flow.width(), 0},
                               .color = dark_grey,
                               .thickness = 0.4});
    }

    PdfFlow& m_flow;
    const PdfSheet& m_sheet;
    Points m_bottom;
    PdfText m_organization;
    PdfText m_title;
    PdfText m_draft;
    PdfText m_footer;
};

Shade shade(const std::string& hexadecimal, std::size_t at) {
    int value = 0;
    const auto* const begin = hexadecimal.data() + at;
    const auto end = std::from_chars(begin, begin + 2, value, 16);
    return end.ec == std::errc{} ? value / 255.0 : 0;
}

void add_long_footer(PdfFlow& flow, const PdfSheet& sheet) {
    if (is_on_every_page(flow.text(sheet.footer, small_style, flow.width())))
        return;
    flow.leave_gap(block_gap);
    add_paragraph(flow, sheet.footer, small_style, dark_grey);
}

}  // namespace

std::shared_ptr<cairo_surface_t> pdf_logo(std::string_view png) {
    const std::shared_ptr<cairo_surface_t> logo(
        cairo_image_surface_create_from_png_stream(take, &png), cairo_surface_destroy);
    // For bytes that are no PNG cairo says that the memory does not suffice.
    if (cairo_surface_status(logo.get()) != CAIRO_STATUS_SUCCESS) {
        auto diagnostic = make_diagnostic(722, {}, "the logo is not a PNG file, or damaged", {},
                                          "save it as PNG again, or leave 'statements.logo' out");
        diagnostic.field = "statements.logo";
        throw Error(ErrorKind::usage, std::move(diagnostic));
    }
    return logo;
}

void check_logo(std::string_view png) {
    (void)pdf_logo(png);
}

PdfColor pdf_color(const std::string& hexadecimal) {
    if (hexadecimal.size() != 7 || hexadecimal.front() != '#')
        return black;
    return {shade(hexadecimal, 1), shade(hexadecimal, 3), shade(hexadecimal, 5)};
}

PdfFlow begin_pages(const PdfSheet& sheet, const StatementStyle& style, TextShaper& texts) {
    const auto paper = paper_of(style.paper);
    const auto width = paper.width - 2 * side_margin;
    const auto footer = footer_of(sheet, texts, width);
    const auto below = bottom_margin + number_height + footer_gap +
                       (is_on_every_page(footer) ? footer_height(footer) : 0);
    return {texts,
            {side_margin, top_margin, width, paper.height - top_margin - below},
            pdf_color(style.color)};
}

std::string finish_pages(PdfFlow& flow, const PdfSheet& sheet, const StatementStyle& style) {
    add_long_footer(flow, sheet);
    const auto paper = paper_of(style.paper);
    const PageDecorator decorator(flow, sheet, paper);
    PdfDocument document{.title = sheet.title,
                         .subject = sheet.subject,
                         .author = sheet.author,
                         .issue_date = sheet.issue_date,
                         .width = paper.width,
                         .height = paper.height,
                         .watermark = {},
                         .pages = flow.take_pages(),
                         .bookmarks = flow.take_bookmarks()};
    if (sheet.is_draft)
        document.watermark = flow.text("DRAFT", bold_style);
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        decorator.decorate(document.pages[i], i + 1, document.pages.size());
    return pdf_bytes(document);
}

}  // namespace focus_billing
