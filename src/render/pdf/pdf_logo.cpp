#include "render/pdf/pdf_logo.hpp"

#include <algorithm>

#include "focus_billing/model/error.hpp"
#include "focus_billing/render/pdf/check_logo.hpp"

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

}  // namespace focus_billing
