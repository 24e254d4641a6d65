#include <algorithm>
#include <cmath>

#include "pdf_blocks.hpp"
#include "pdf_charts.hpp"

namespace focus_billing {

namespace {

constexpr TextStyle point_style = {FontWeight::regular, 7};
constexpr Points plot_height = 70;
constexpr Points row_height = 10;
constexpr Points dot = 5;

// Words that are wider than a point's share of the page take turns on several rows.
struct WordRows {
    std::vector<PdfText> words;
    std::size_t count = 1;

    [[nodiscard]] Points height() const { return static_cast<Points>(count) * row_height; }
};

WordRows word_rows(PdfFlow& flow, const ChartView& chart, std::string ChartPoint::*word) {
    const auto share = flow.width() / static_cast<Points>(chart.points.size());
    Points widest = 0;
    WordRows rows;
    for (const auto& point : chart.points) {
        const auto& text = rows.words.emplace_back(flow.text(point.*word, point_style));
        widest = std::max(widest, text->width * point_style.size + 3);
    }
    const auto count = std::clamp<Points>(std::ceil(widest / share), 1, 4);
    rows.count = static_cast<std::size_t>(count);
    return rows;
}

class Plot {
public:
    Plot(PdfFlow& flow, const ChartView& chart) : m_flow(flow), m_chart(chart) {
        for (const auto& point : chart.points) {
            m_lowest = std::min(m_lowest, point.share);
            m_highest = std::max(m_highest, point.share);
        }
    }

    [[nodiscard]] Points x(std::size_t point) const {
        const auto count = static_cast<Points>(m_chart.points.size());
        return m_flow.left() + m_flow.width() * (static_cast<Points>(point) + 0.5) / count;
    }
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
    Shade m_lowest = 0;
    Shade m_highest = 0;
};

void place_words(PdfFlow& flow, const Plot& plot, const WordRows& rows, const PdfColor& color) {
    for (std::size_t i = 0; i < rows.words.size(); ++i) {
        const auto row = static_cast<Points>(i % rows.count);
        place_text(flow.page(), rows.words[i],
                   {.x = plot.x(i), .y = flow.y() + row * row_height, .width = 0,
                    .size = point_style.size, .align = TextAlign::middle, .color = color});
    }
    flow.advance(rows.height());
}

}  // namespace

void add_line_chart(PdfFlow& flow, const ChartView& chart) {
    if (chart.points.empty())
        return;
    const auto labels = word_rows(flow, chart, &ChartPoint::label);
    const auto values = word_rows(flow, chart, &ChartPoint::value);
    const auto height = plot_height + labels.height() + values.height();
    add_heading(flow, chart.title, table_title_style, height);
    Plot plot(flow, chart);
    plot.place();
    flow.advance(plot_height);
    place_words(flow, plot, labels, dark_grey);
    place_words(flow, plot, values, black);
}

}  // namespace focus_billing
