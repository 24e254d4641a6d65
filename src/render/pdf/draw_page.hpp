#pragma once

#include <cairo.h>

#include "render/pdf/pdf_page.hpp"

namespace focus_billing {

/// Texts grow evenly with their size; they were shaped without hinting, too.
void leave_hinting_out(cairo_t* cairo);

void draw_line(cairo_t* cairo, const PlacedLine& line);
void draw_page(cairo_t* cairo, const PdfPage& page);

}  // namespace focus_billing
