#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "render/html/bar_chart_svg.hpp"
#include "render/html/page_style.hpp"

namespace focus_billing {

namespace {

constexpr int plot_top = 260;
constexpr int plot_height = 1100;
constexpr int side = 60;
constexpr int font_size = 110;

using Points = std::vector<ChartPoint>;

class LinePlot {
public:
    explicit LinePlot(const Points& points) : m_points(points) {
        for (const auto& point : points) {
            m_lowest = std::min(m_lowest, share_of(point, plot_height));
            m_highest = std::max(m_highest, share_of(point, plot_height));
        }
    }

    [[nodiscard]] int x(std::size_t index) const {
        const auto gaps = static_cast<int>(m_points.size()) - 1;
        return gaps == 0 ? svg_width / 2
                         : side + (svg_width - 2 * side) * static_cast<int>(index) / gaps;
    }
    [[nodiscard]] int zero() const { return y_of(0); }
    [[nodiscard]] int y(std::size_t index) const {
        return y_of(share_of(m_points[index], plot_height));
    }
    [[nodiscard]] bool is_known(std::size_t index) const { return m_points[index].is_known; }
    [[nodiscard]] bool is_below_zero(std::size_t index) const { return y(index) > zero(); }
    [[nodiscard]] const Points& points() const { return m_points; }

private:
    [[nodiscard]] int y_of(int height) const {
        const int range = std::max(1, m_highest - m_lowest);
        const std::int64_t above = m_highest - height;
        return plot_top + static_cast<int>(above * plot_height / range);
    }

    const Points& m_points;
    int m_lowest = 0;
    int m_highest = 0;
};

std::string zero_line(const LinePlot& plot) {
    return fmt::format(R"(<path d="M0 {}h{}" stroke="#1B1F24"/>)", svg_length(plot.zero()),
                       svg_length(svg_width));
}

std::string joined_points(const LinePlot& plot, const std::string& color) {
    std::string path;
    for (std::size_t i = 0; i < plot.points().size(); ++i) {
        if (!plot.is_known(i))
            continue;
        const bool goes_on = i > 0 && plot.is_known(i - 1);
        path += fmt::format("{}{} {}", goes_on ? 'L' : 'M', svg_length(plot.x(i)),
                            svg_length(plot.y(i)));
    }
    return path.empty() ? path
                        : fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="2"/>)",
                                      path, color);
}

std::string dots(const LinePlot& plot, const std::string& color) {
    std::string text;
    for (std::size_t i = 0; i < plot.points().size(); ++i) {
        if (plot.is_known(i)) {
            text += fmt::format(R"(<circle cx="{}" cy="{}" r="3" fill="{}"/>)",
                                svg_length(plot.x(i)), svg_length(plot.y(i)), color);
        }
    }
    return text;
}

// The middle of a text of this width that is to stand at x and within the chart.
int middle_of(int x, int width) {
    return std::clamp(x, width / 2, svg_width - width / 2);
}

std::string value_at(const LinePlot& plot, std::size_t index) {
    const auto text = point_text(plot.points()[index]);
    const int width = svg_text_width(text, font_size);
    const int y = plot.y(index) + (plot.is_below_zero(index) ? 170 : -80);
    return svg_text({.x = middle_of(plot.x(index), width),
                     .y = y,
                     .size = font_size,
                     .anchor = SvgAnchor::middle,
                     .is_strong = true},
                    text);
}

int distance(const LinePlot& plot, std::size_t a, std::size_t b) {
    const int width_a = svg_text_width(point_text(plot.points()[a]), font_size);
    const int width_b = svg_text_width(point_text(plot.points()[b]), font_size);
    return std::abs(middle_of(plot.x(a), width_a) - middle_of(plot.x(b), width_b)) -
           (width_a + width_b) / 2;
}

// The last value, and the largest unless the two would run into each other.
std::string values_at_points(const LinePlot& plot) {
    const auto last = plot.points().size() - 1;
    std::size_t largest = last;
    for (std::size_t i = 0; i < last; ++i) {
        if (plot.is_known(i) && (!plot.is_known(largest) || plot.y(i) < plot.y(largest)))
            largest = i;
    }
    std::string text = plot.is_known(last) ? value_at(plot, last) : std::string();
    if (largest != last && (text.empty() || distance(plot, largest, last) > font_size))
        text += value_at(plot, largest);
    return text;
}

// As many labels as there is room for, the last one always.
std::string axis_labels(const LinePlot& plot, int y) {
    const auto count = plot.points().size();
    int widest = 1;
    for (const auto& point : plot.points())
        widest = std::max(widest, svg_text_width(point.label, font_size) + font_size);
    const auto room = static_cast<std::size_t>(std::max(1, svg_width / widest));
    const auto step = (count + room - 1) / room;
    std::string text;
    for (std::size_t i = (count - 1) % step; i < count; i += step) {
        const auto& label = plot.points()[i].label;
        const auto shown = fitting_text(label, font_size, svg_width);
        text += svg_text({.x = middle_of(plot.x(i), svg_text_width(shown, font_size)),
                          .y = y,
                          .size = font_size,
                          .anchor = SvgAnchor::middle},
                         shown);
    }
    return text;
}

constexpr int line_height = 180;

// In two columns, read down the first and then down the second.
std::string value_list(const Points& points, int top) {
    constexpr int gap = 240;
    constexpr int column = (svg_width - gap) / 2;
    const auto rows = (points.size() + 1) / 2;
    std::string text;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const int left = i < rows ? 0 : column + gap;
        const int y = top + static_cast<int>(i % rows) * line_height;
        const auto value = point_text(points[i]);
        const int room = column - svg_text_width(value, font_size) - 60;
        text += svg_text({.x = left, .y = y, .size = font_size},
                         fitting_text(points[i].label, font_size, room));
        text += svg_text({.x = left + column, .y = y, .size = font_size, .anchor = SvgAnchor::end},
                         value);
    }
    return text;
}

}  // namespace

std::string line_chart_svg(const ChartView& chart, std::string_view color) {
    if (chart.points.empty())
        return {};
    constexpr int labels_at = plot_top + plot_height + 340;
    constexpr int list_at = labels_at + 300;
    const LinePlot plot(chart.points);
    const auto mark = accent_colors(color).mark;
    const auto rows = static_cast<int>(chart.points.size() + 1) / 2;
    return svg_chart(chart, list_at + rows * line_height - 100,
                     zero_line(plot) + joined_points(plot, mark) + dots(plot, mark) +
                         values_at_points(plot) + axis_labels(plot, labels_at) +
                         value_list(chart.points, list_at));
}

}  // namespace focus_billing
