#include "render/pdf/pdf_amount_due.hpp"

#include <array>

#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

namespace {

constexpr Points padding = 9;

// The largest letters with which the amount stands on one line.
TextStyle amount_style(PdfFlow& flow, const std::string& due, Points width) {
    constexpr std::array<Points, 5> sizes = {20, 17, 14, 11, 9};
    const TextStyle bold{FontWeight::bold};
    for (const auto size : sizes) {
        if (flow.text(due, bold)->width * size <= width)
            return {FontWeight::bold, size};
    }
    return {FontWeight::bold, sizes.back()};
}

}  // namespace

Points place_amount_due(PdfFlow& flow, const std::string& due, const std::string& note,
                        Points width) {
    const auto inner = width - 2 * padding;
    const auto left = flow.left() + flow.width() - width;
    Points y = flow.y() + padding;
    const auto add = [&](const std::string& text, const TextStyle& style, const PdfColor& color) {
        y += place_text(flow.page(), flow.text(text, style, inner),
                        {.x = left + padding,
                         .y = y,
                         .width = inner,
                         .size = style.size,
                         .align = TextAlign::left,
                         .color = color});
    };
    add("Amount due", bold_style, black);
    add(due, amount_style(flow, due, inner), flow.accent());
    add(note, small_style, black);
    const auto height = y + padding - flow.y();
    flow.page().shapes.push_back({.kind = PdfShape::Kind::frame,
                                  .box = {left, flow.y(), width, height},
                                  .color = flow.accent(),
                                  .thickness = 1.5});
    return height;
}

}  // namespace focus_billing
