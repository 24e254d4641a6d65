#include "render/pdf/pdf_bytes.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <memory>
#include <numbers>
#include <stdexcept>

#include "render/pdf/pdf_page.hpp"

namespace focus_billing {

namespace {

constexpr Points em_of_watermark = 150;

struct FreeCairo {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

void set(cairo_surface_t* surface, cairo_pdf_metadata_t name, const std::string& value) {
    if (!value.empty())
        cairo_pdf_surface_set_metadata(surface, name, value.c_str());
}

// Without a date Cairo takes the time of day, and no two files are the same.
void set_metadata(cairo_surface_t* surface, const PdfDocument& document) {
    if (document.issue_date.empty())
        throw std::logic_error("a PDF file without a date");
    const auto time = document.issue_date + "T00:00:00Z";
    set(surface, CAIRO_PDF_METADATA_TITLE, document.title);
    set(surface, CAIRO_PDF_METADATA_AUTHOR, document.author);
    set(surface, CAIRO_PDF_METADATA_SUBJECT, document.subject);
    set(surface, CAIRO_PDF_METADATA_KEYWORDS, "billing statement, FOCUS, chargeback");
    set(surface, CAIRO_PDF_METADATA_CREATOR, "focus-billing");
    set(surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
    set(surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

void draw_watermark(cairo_t* cairo, const PdfDocument& document) {
    const auto& line = document.watermark->lines.front();
    cairo_save(cairo);
    cairo_translate(cairo, document.width / 2, document.height / 2);
    cairo_rotate(cairo, -std::numbers::pi / 4);
    draw_line(cairo, {.text = document.watermark,
                      .line = 0,
                      .x = -line.width * em_of_watermark / 2,
                      .baseline = em_of_watermark / 3,
                      .size = em_of_watermark,
                      .color = watermark_grey});
    cairo_restore(cairo);
}

void add_bookmarks(cairo_surface_t* surface, const PdfDocument& document) {
    for (const auto& mark : document.bookmarks) {
        const auto target = fmt::format("page={} pos=[0 {:.2f}]", mark.page + 1, mark.y);
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, mark.title.c_str(),
                                      target.c_str(), cairo_pdf_outline_flags_t{});
    }
}

void draw_pages(cairo_surface_t* surface, const PdfDocument& document) {
    const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface));
    leave_hinting_out(cairo.get());
    for (const auto& page : document.pages) {
        if (document.watermark)
            draw_watermark(cairo.get(), document);
        draw_page(cairo.get(), page);
        cairo_show_page(cairo.get());
    }
    add_bookmarks(surface, document);
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
        throw std::logic_error(cairo_status_to_string(cairo_status(cairo.get())));
}

}  // namespace

std::string pdf_bytes(const PdfDocument& document) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, FreeCairo> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, document.width, document.height));
    set_metadata(surface.get(), document);
    draw_pages(surface.get(), document);
    cairo_surface_finish(surface.get());
    const auto status = cairo_surface_status(surface.get());
    if (status == CAIRO_STATUS_NO_MEMORY)
        throw std::bad_alloc();
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::logic_error(cairo_status_to_string(status));
    return bytes;
}

}  // namespace focus_billing
