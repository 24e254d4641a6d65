#include "render/pdf/pdf_blocks.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

constexpr Points padding = 6;

// A frame around the lines from `first` on that this page takes; returns the first of the rest.
std::size_t add_frame(PdfFlow& flow, const PdfText& word, const PdfText& text, std::size_t first) {
    const Points label = word->width * bold_style.size + padding;
    const auto last = fitting_lines(*text, first, body_style.size, flow.room() - 2 * padding);
    const TextSpot spot{.x = flow.left() + padding + label,
                        .y = flow.y() + padding,
                        .width = flow.width() - 2 * padding - label,
                        .size = body_style.size,
                        .align = TextAlign::left};
    auto height = place_lines(flow.page(), text, spot, first, last);
    auto word_spot = spot;
    word_spot.x = flow.left() + padding;
    height = std::max(height, place_text(flow.page(), word, word_spot)) + 2 * padding;
    flow.page().shapes.push_back({.kind = PdfShape::Kind::frame,
                                  .box = {flow.left(), flow.y(), flow.width(), height},
                                  .color = black,
                                  .thickness = 1});
    flow.page().shapes.push_back({.kind = PdfShape::Kind::area,
                                  .box = {flow.left(), flow.y(), 3, height},
                                  .color = flow.accent()});
    flow.advance(height);
    return last;
}

struct FactTexts {
    PdfText label;
    PdfText value;

    [[nodiscard]] Points height() const {
        return std::max(label->height, value->height) * body_style.size;
    }
};

Points label_width(PdfFlow& flow, const std::vector<ViewFact>& facts, Points width) {
    Points widest = 0;
    for (const auto& fact : facts)
        widest = std::max(widest, flow.text(fact.label, body_style)->width * body_style.size);
    return std::min(widest + 10, width * 0.4);
}

void place_fact(PdfFlow& flow, const FactTexts& fact, Points label, Points width) {
    flow.need(fact.height());
    place_text(flow.page(), fact.label,
               {.x = flow.left(),
                .y = flow.y(),
                .size = body_style.size,
                .align = TextAlign::left,
                .color = dark_grey});
    std::size_t first = 0;
    while (first < fact.value->lines.size()) {
        const auto last = fitting_lines(*fact.value, first, body_style.size, flow.room());
        const auto height = place_lines(flow.page(), fact.value,
                                        {.x = flow.left() + label,
                                         .y = flow.y(),
                                         .width = width - label,
                                         .size = body_style.size,
                                         .align = TextAlign::left},
                                        first, last);
        first = last;
        if (first == fact.value->lines.size())
            flow.advance(std::max(height, fact.label->height * body_style.size) + 2);
        else
            flow.begin_page();
    }
}

}  // namespace

void add_paragraph(PdfFlow& flow, const std::string& text, const TextStyle& style,
                   const PdfColor& color) {
    const auto shaped = flow.text(text, style, flow.width());
    std::size_t first = 0;
    while (first < shaped->lines.size()) {
        flow.need(shaped->lines[first].height() * style.size);
        const auto last = fitting_lines(*shaped, first, style.size, flow.room());
        flow.advance(place_lines(flow.page(), shaped,
                                 {.x = flow.left(),
                                  .y = flow.y(),
                                  .width = flow.width(),
                                  .size = style.size,
                                  .color = color},
                                 first, last));
        first = last;
    }
}

void add_heading(PdfFlow& flow, const std::string& text, const TextStyle& style, Points following) {
    constexpr Points gap = 3;
    if (text.empty())
        return flow.need(following);
    const auto height = flow.text(text, style, flow.width())->height * style.size;
    flow.need(height + gap + following);
    if (style.size == heading_style.size)
        flow.add_bookmark(text);
    add_paragraph(flow, text, style, flow.accent());
    flow.advance(gap);
}

void add_box(PdfFlow& flow, const std::string& word, const std::string& text) {
    const auto bold = flow.text(word, bold_style);
    const auto width = flow.width() - 3 * padding - bold->width * bold_style.size;
    const auto shaped = flow.text(text, body_style, width);
    if (shaped->lines.empty())
        return;
    flow.leave_gap(block_gap / 2);
    flow.need(shaped->height * body_style.size + 2 * padding);
    std::size_t first = 0;
    while (first < shaped->lines.size()) {
        if (first > 0)
            flow.begin_page();
        first = add_frame(flow, bold, shaped, first);
    }
}

void add_facts(PdfFlow& flow, const std::vector<ViewFact>& facts, Points width) {
    const auto label = label_width(flow, facts, width);
    for (const auto& fact : facts) {
        if (fact.value.empty())
            continue;
        const FactTexts texts{.label = flow.text(fact.label, body_style, label - 10),
                              .value = flow.text(fact.value, body_style, width - label)};
        place_fact(flow, texts, label, width);
    }
}

}  // namespace focus_billing
