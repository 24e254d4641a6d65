#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "render/pdf/glyph_run.hpp"

namespace focus_billing {

/// From the upper left corner of the page.
struct PdfBox {
    Points x = 0;
    Points y = 0;
    Points width = 0;
    Points height = 0;
};

struct PdfShape {
    enum class Kind : unsigned char {
        area,     ///< filled
        frame,    ///< its outline
        hatched,  ///< filled with slanting lines, and its outline
        line,     ///< from the box's corner to the opposite one
        dot,      ///< filled, in the middle of the box
    };
    Kind kind = Kind::area;
    PdfBox box;
    PdfColor color;
    Points thickness = 0.5;
};

struct PdfImage {
    std::shared_ptr<cairo_surface_t> surface;
    PdfBox box;
};

/// A line of a text, with the left end of its baseline.
struct PlacedLine {
    PdfText text;
    std::size_t line = 0;
    Points x = 0;
    Points baseline = 0;
    Points size = 0;
    PdfColor color;

    [[nodiscard]] const TextLine& glyphs() const { return text->lines[line]; }
};

/// Texts are drawn over images, and these over shapes.
struct PdfPage {
    std::vector<PdfShape> shapes;
    std::vector<PdfImage> images;
    std::vector<PlacedLine> lines;
};

/// What the list of contents of a viewer leads to.
struct PdfBookmark {
    std::string title;
    std::size_t page = 0;  ///< from 0
    Points y = 0;
};

struct PdfDocument {
    std::string title;
    std::string subject;
    std::string author;
    std::string issue_date;  ///< `2025-02-03`
    Points width = 0;
    Points height = 0;
    PdfText watermark;  ///< behind all pages; may be missing
    std::vector<PdfPage> pages;
    std::vector<PdfBookmark> bookmarks;
};

/// Texts grow evenly with their size; they were shaped without hinting, too.
void leave_hinting_out(cairo_t* cairo);

void draw_line(cairo_t* cairo, const PlacedLine& line);
void draw_page(cairo_t* cairo, const PdfPage& page);

}  // namespace focus_billing
