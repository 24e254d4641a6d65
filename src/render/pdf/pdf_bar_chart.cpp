#include <algorithm>

#include "render/pdf/pdf_blocks.hpp"
#include "render/pdf/pdf_charts.hpp"

namespace focus_billing {

namespace {

constexpr TextStyle chart_style = {FontWeight::regular, 8};
constexpr Points gap = 5;
constexpr Points bar_height = 8;

// From left to right: labels, what is below zero, what is above, and the room of the values.
struct Columns {
    Points label = 0;
    Points zero = 0;  // from the left edge of the page
    Points unit = 0;  // how wide a bar of share 1 is
};

Columns columns_of(PdfFlow& flow, const ChartView& chart) {
    Points label = 0;
    Points value = 0;
    Shade below = 0;
    Shade above = 0;
    for (const auto& point : chart.points) {
        label = std::max(label, flow.text(point.label, chart_style)->width * chart_style.size);
        value = std::max(value, flow.text(point.value, chart_style)->width * chart_style.size);
        below = std::max(below, -point.share);
        above = std::max(above, point.share);
    }
    label = std::min(label, flow.width() * 0.35);
    const auto bars = std::max(flow.width() - label - value - 2 * gap, flow.width() * 0.2);
    const auto unit = below + above > 0 ? bars / (below + above) : 0;
    return {.label = label, .zero = flow.left() + label + gap + below * unit, .unit = unit};
}

struct Bar {
    const ChartPoint* point;
    PdfText label;
    PdfText value;

    [[nodiscard]] Points height() const {
        return std::max({label->height, value->height}) * chart_style.size + 3;
    }
};

Bar bar_of(PdfFlow& flow, const ChartPoint& point, const Columns& columns) {
    return {.point = &point,
            .label = flow.text(point.label, chart_style, columns.label),
            .value = flow.text(point.value, chart_style)};
}

void place_bar(PdfFlow& flow, const Bar& bar, const Columns& columns) {
    const auto length = bar.point->is_known ? bar.point->share * columns.unit : 0;
    const auto middle = flow.y() + bar.height() / 2;
    const auto text_top = [&](const PdfText& text) {
        return middle - text->height * chart_style.size / 2;
    };
    place_text(flow.page(), bar.label,
               {.x = flow.left(),
                .y = text_top(bar.label),
                .width = columns.label,
                .size = chart_style.size,
                .align = TextAlign::left});
    if (length != 0) {
        flow.page().shapes.push_back(
            {.kind = length < 0 ? PdfShape::Kind::hatched : PdfShape::Kind::area,
             .box = {columns.zero + std::min(length, Points{}), middle - bar_height / 2,
                     std::max(length, -length), bar_height},
             .color = flow.accent()});
    }
    place_text(flow.page(), bar.value,
               {.x = columns.zero + std::max(length, Points{}) + gap,
                .y = text_top(bar.value),
                .size = chart_style.size,
                .align = TextAlign::left});
    flow.page().shapes.push_back({.kind = PdfShape::Kind::line,
                                  .box = {columns.zero, flow.y(), 0, bar.height()},
                                  .color = black});
    flow.advance(bar.height());
}

}  // namespace

void add_bar_chart(PdfFlow& flow, const ChartView& chart) {
    if (chart.points.empty())
        return;
    const auto columns = columns_of(flow, chart);
    const auto first = bar_of(flow, chart.points.front(), columns).height();
    const auto together =
        first * static_cast<Points>(std::min<std::size_t>(chart.points.size(), 3));
    add_heading(flow, chart.title, table_title_style, together);
    for (const auto& point : chart.points) {
        const auto bar = bar_of(flow, point, columns);
        flow.need(bar.height());
        place_bar(flow, bar, columns);
    }
}

}  // namespace focus_billing
