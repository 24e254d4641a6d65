#include <algorithm>
#include <cmath>

#include "render/pdf/pdf_blocks.hpp"
#include "render/pdf/pdf_charts.hpp"

namespace focus_billing {

namespace {

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
