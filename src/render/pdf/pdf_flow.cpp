#include "render/pdf/pdf_flow.hpp"

namespace focus_billing {

namespace {

Points left_end(const TextLine& line, const TextSpot& spot) {
    const auto spare = spot.width - line.width * spot.size;
    switch (spot.align) {
    case TextAlign::natural: return spot.x + (line.is_right_to_left ? spare : 0);
    case TextAlign::left: return spot.x;
    case TextAlign::right: return spot.x + spare;
    case TextAlign::middle: return spot.x + spare / 2;
    }
    return spot.x;
}

}  // namespace

std::size_t fitting_lines(const ShapedText& text, std::size_t first, Points size, Points room) {
    auto last = first;
    Points height = 0;
    while (last < text.lines.size()) {
        height += text.lines[last].height() * size;
        if (height > room && last > first)
            break;
        ++last;
    }
    return last;
}

Points place_lines(PdfPage& page, const PdfText& text, const TextSpot& spot, std::size_t first,
                   std::size_t last) {
    Points y = spot.y;
    for (std::size_t i = first; i < last; ++i) {
        const auto& line = text->lines[i];
        page.lines.push_back({.text = text,
                              .line = i,
                              .x = left_end(line, spot),
                              .baseline = y + line.ascent * spot.size,
                              .size = spot.size,
                              .color = spot.color});
        y += line.height() * spot.size;
    }
    return y - spot.y;
}

Points place_text(PdfPage& page, const PdfText& text, const TextSpot& spot) {
    return place_lines(page, text, spot, 0, text->lines.size());
}

}  // namespace focus_billing
