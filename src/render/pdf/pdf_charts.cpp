#include "render/pdf/pdf_charts.hpp"

#include <algorithm>
#include <cmath>

#include "render/pdf/pdf_blocks.hpp"

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

constexpr TextStyle point_style = {FontWeight::regular, 7};
constexpr Points plot_height = 70;
constexpr Points row_height = 10;
constexpr Points dot = 5;

using Words = std::vector<PdfText>;

Words words_of(PdfFlow& flow, const ChartView& chart, std::string ChartPoint::*word) {
    Words words;
    for (const auto& point : chart.points)
        words.push_back(flow.text(point.*word, point_style));
    return words;
}

Points widest(const Words& words) {
    constexpr Points distance = 3;
    Points width = 0;
    for (const auto& word : words)
        width = std::max(width, word->width * point_style.size + distance);
    return width;
}

// The points stand in the middle of equal parts of the width, and as far from its ends as their
// words need.
struct Parts {
    Points left = 0;
    Points width = 0;  // of one

    Parts(PdfFlow& flow, Points widest_word, std::size_t count) {
        const auto parts = static_cast<Points>(count);
        const auto equal = flow.width() / parts;
        const auto longer = std::max(widest_word - equal, Points{}) / 2;
        const auto inset = count > 1 ? longer * parts / (parts - 1) : 0;
        left = flow.left() + inset;
        width = (flow.width() - 2 * inset) / parts;
    }

    // Words that are wider than a part take turns on several rows.
    [[nodiscard]] std::size_t rows(const Words& words) const {
        return static_cast<std::size_t>(std::clamp<Points>(std::ceil(widest(words) / width), 1, 6));
    }
    [[nodiscard]] Points height(const Words& words) const {
        return static_cast<Points>(rows(words)) * row_height;
    }
    [[nodiscard]] Points middle(std::size_t part) const {
        return left + width * (static_cast<Points>(part) + 0.5);
    }
};

class Plot {
public:
    Plot(PdfFlow& flow, const ChartView& chart, const Parts& parts)
        : m_flow(flow), m_chart(chart), m_parts(parts) {
        for (const auto& point : chart.points) {
            m_lowest = std::min(m_lowest, point.share);
            m_highest = std::max(m_highest, point.share);
        }
    }

    [[nodiscard]] Points x(std::size_t point) const { return m_parts.middle(point); }
    [[nodiscard]] Points y(Shade share) const {
        const auto range = m_highest - m_lowest;
        const auto part = range > 0 ? (m_highest - share) / range : 1;
        return m_flow.y() + dot + part * (plot_height - 2 * dot);
    }

    void place() {
        m_flow.page().shapes.push_back({.kind = PdfShape::Kind::line,
                                        .box = {m_flow.left(), y(0), m_flow.width(), 0},
                                        .color = dark_grey});
        for (std::size_t i = 0; i < m_chart.points.size(); ++i) {
            if (m_chart.points[i].is_known)
                place_point(i);
        }
    }

private:
    void place_point(std::size_t i) {
        const auto& point = m_chart.points[i];
        auto& shapes = m_flow.page().shapes;
        shapes.push_back({.kind = PdfShape::Kind::dot,
                          .box = {x(i) - dot / 2, y(point.share) - dot / 2, dot, dot},
                          .color = m_flow.accent()});
        if (i + 1 == m_chart.points.size() || !m_chart.points[i + 1].is_known)
            return;
        const auto next = y(m_chart.points[i + 1].share);
        shapes.push_back({.kind = PdfShape::Kind::line,
                          .box = {x(i), y(point.share), x(i + 1) - x(i), next - y(point.share)},
                          .color = m_flow.accent(),
                          .thickness = 1.2});
    }

    PdfFlow& m_flow;
    const ChartView& m_chart;
    const Parts& m_parts;
    Shade m_lowest = 0;
    Shade m_highest = 0;
};

void place_words(PdfFlow& flow, const Parts& parts, const Words& words, const PdfColor& color) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto row = static_cast<Points>(i % parts.rows(words));
        place_text(flow.page(), words[i],
                   {.x = parts.middle(i),
                    .y = flow.y() + row * row_height,
                    .width = 0,
                    .size = point_style.size,
                    .align = TextAlign::middle,
                    .color = color});
    }
    flow.advance(parts.height(words));
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

void add_line_chart(PdfFlow& flow, const ChartView& chart) {
    if (chart.points.empty())
        return;
    const auto labels = words_of(flow, chart, &ChartPoint::label);
    const auto values = words_of(flow, chart, &ChartPoint::value);
    const Parts parts(flow, std::max(widest(labels), widest(values)), chart.points.size());
    const auto height = plot_height + parts.height(labels) + parts.height(values);
    add_heading(flow, chart.title, table_title_style, height);
    Plot(flow, chart, parts).place();
    flow.advance(plot_height);
    place_words(flow, parts, labels, dark_grey);
    place_words(flow, parts, values, black);
}

}  // namespace focus_billing
