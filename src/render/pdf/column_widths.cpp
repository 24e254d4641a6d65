#include "render/pdf/column_widths.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace focus_billing {

namespace {

// In ems.
struct ColumnNeed {
    Points title = 0;  // in one line
    Points word = 0;   // the longest of the title
    Points cells = 0;  // the longest, in one line
    bool is_number = false;

    [[nodiscard]] Points wide() const { return std::max(title, cells); }
    [[nodiscard]] Points tight() const { return std::max(word, cells); }
};

Points longest_word(PdfFlow& flow, std::string_view text) {
    Points longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const TextStyle bold{FontWeight::bold};
        longest = std::max(longest, flow.text(text.substr(0, end), bold)->width);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::vector<ColumnNeed> column_needs(PdfFlow& flow, const TableView& view) {
    std::vector<ColumnNeed> needs;
    for (const auto& column : view.columns) {
        needs.push_back({.title = flow.text(column.title, {FontWeight::bold})->width,
                         .word = longest_word(flow, column.title),
                         .is_number = column.is_number});
    }
    for (const auto& row : view.rows) {
        const bool is_total = row.kind == TableRow::Kind::total;
        if (row.kind != TableRow::Kind::plain && !is_total)
            continue;
        const TextStyle style{is_total ? FontWeight::bold : FontWeight::regular};
        for (std::size_t i = 0; i < std::min(row.cells.size(), needs.size()); ++i)
            needs[i].cells = std::max(needs[i].cells, flow.text(row.cells[i], style)->width);
    }
    return needs;
}

Points sum(const std::vector<Points>& widths) {
    return std::accumulate(widths.begin(), widths.end(), Points{});
}

std::vector<Points> widths_of(const std::vector<ColumnNeed>& needs, Points size,
                              Points (ColumnNeed::*need)() const) {
    constexpr Points rounding = 0.1;
    std::vector<Points> widths;
    for (const auto& column : needs)
        widths.push_back((column.*need)() * size + 2 * cell_padding + rounding);
    return widths;
}

// What is left over goes to the columns of texts, or to all if there are none.
void widen(std::vector<Points>& widths, const std::vector<ColumnNeed>& needs, Points width) {
    const auto texts = std::ranges::count(needs, false, &ColumnNeed::is_number);
    const auto spare = width - sum(widths);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (texts == 0)
            widths[i] += spare / static_cast<Points>(widths.size());
        else if (!needs[i].is_number)
            widths[i] += spare / static_cast<Points>(texts);
    }
}

// The most that a column of texts may have, so that all of them fit into `width`: short ones keep
// what they need, and the long ones share the rest.
Points fair_share(std::vector<Points> wanted, Points width) {
    std::ranges::sort(wanted);
    auto left = static_cast<Points>(wanted.size());
    for (const auto one : wanted) {
        if (one * left > width)
            return width / left;
        width -= one;
        left -= 1;
    }
    return wanted.empty() ? 0 : wanted.back();
}

// Narrows the columns of texts; false if there would be less than `least` for the long ones.
bool narrow(std::vector<Points>& widths, const std::vector<ColumnNeed>& needs, Points width,
            Points least) {
    std::vector<Points> texts;
    Points numbers = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (needs[i].is_number)
            numbers += widths[i];
        else
            texts.push_back(widths[i]);
    }
    const auto share = fair_share(texts, width - numbers);
    if (texts.empty() || share < least)
        return false;
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] = needs[i].is_number ? widths[i] : std::min(widths[i], share);
    return true;
}

std::vector<Points> squeezed(const std::vector<Points>& widths, Points width) {
    std::vector<Points> result;
    for (const auto one : widths)
        result.push_back(one * width / sum(widths));
    return result;
}

}  // namespace

ColumnWidths column_widths(PdfFlow& flow, const TableView& view, Points width) {
    constexpr Points least_text = 8.5;  // in ems
    constexpr std::array<Points, 4> sizes = {8, 7, 6, 5};
    const auto needs = column_needs(flow, view);
    for (const auto size : sizes) {
        for (const auto need : {&ColumnNeed::wide, &ColumnNeed::tight}) {
            auto widths = widths_of(needs, size, need);
            if (sum(widths) <= width) {
                widen(widths, needs, width);
                return {.size = size, .widths = std::move(widths)};
            }
        }
        auto widths = widths_of(needs, size, &ColumnNeed::tight);
        if (narrow(widths, needs, width, least_text * size))
            return {.size = size, .widths = std::move(widths)};
    }
    return {.size = sizes.back(),
            .widths = squeezed(widths_of(needs, sizes.back(), &ColumnNeed::tight), width)};
}

}  // namespace focus_billing
