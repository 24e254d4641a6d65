#include "render/pdf/pdf_blocks.hpp"

#include <algorithm>
#include <array>

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

constexpr Points amount_padding = 9;

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
    const auto width = flow.width() - 3 * amount_padding - bold->width * bold_style.size;
    const auto shaped = flow.text(text, body_style, width);
    if (shaped->lines.empty())
        return;
    flow.leave_gap(block_gap / 2);
    flow.need(shaped->height * body_style.size + 2 * amount_padding);
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

Points place_amount_due(PdfFlow& flow, const std::string& due, const std::string& note,
                        Points width) {
    const auto inner = width - 2 * amount_padding;
    const auto left = flow.left() + flow.width() - width;
    Points y = flow.y() + amount_padding;
    const auto add = [&](const std::string& text, const TextStyle& style, const PdfColor& color) {
        y += place_text(flow.page(), flow.text(text, style, inner),
                        {.x = left + amount_padding,
                         .y = y,
                         .width = inner,
                         .size = style.size,
                         .align = TextAlign::left,
                         .color = color});
    };
    add("Amount due", bold_style, black);
    add(due, amount_style(flow, due, inner), flow.accent());
    add(note, small_style, black);
    const auto height = y + amount_padding - flow.y();
    flow.page().shapes.push_back({.kind = PdfShape::Kind::frame,
                                  .box = {left, flow.y(), width, height},
                                  .color = flow.accent(),
                                  .thickness = 1.5});
    return height;
}

}  // namespace focus_billing
