#include "render/pdf/pdf_table.hpp"

#include <algorithm>

#include "render/pdf/column_widths.hpp"
#include "render/pdf/pdf_blocks.hpp"

namespace focus_billing {

namespace {

constexpr Points row_padding = 1.5;

bool is_over_all_columns(TableRow::Kind kind) {
    return kind == TableRow::Kind::heading || kind == TableRow::Kind::note;
}

FontWeight weight_of(TableRow::Kind kind) {
    return kind == TableRow::Kind::heading || kind == TableRow::Kind::total ? FontWeight::bold
                                                                            : FontWeight::regular;
}

void add_rule(PdfFlow& flow, Points y, const PdfColor& color, Points thickness) {
    flow.page().shapes.push_back({.kind = PdfShape::Kind::line,
                                  .box = {flow.left(), y, flow.width(), 0},
                                  .color = color,
                                  .thickness = thickness});
}

}  // namespace

PdfTable::PdfTable(PdfFlow& flow, const TableView& view) : m_view(&view) {
    auto [size, widths] = column_widths(flow, view, flow.width());
    m_size = size;
    m_widths = std::move(widths);
    std::vector<std::string> titles;
    for (const auto& column : view.columns)
        titles.push_back(column.title);
    m_header = make_row(flow, titles, TableRow::Kind::total, m_size);
    m_rows.reserve(view.rows.size());
    for (const auto& row : view.rows)
        m_rows.push_back(make_row(flow, row.cells, row.kind, m_size));
}

PdfTable::Row PdfTable::make_row(PdfFlow& flow, const std::vector<std::string>& cells,
                                 TableRow::Kind kind, Points size) const {
    Row row{.kind = kind, .cells = {}};
    const TextStyle style{weight_of(kind), size};
    const auto count = is_over_all_columns(kind) ? std::size_t{1} : m_widths.size();
    row.cells.reserve(count);
    Points below = 0;
    for (std::size_t i = 0; i < std::min(count, cells.size()); ++i) {
        const auto width = is_over_all_columns(kind) ? flow.width() : m_widths[i];
        const auto& text =
            row.cells.emplace_back(flow.text(cells[i], style, width - 2 * cell_padding));
        if (text->lines.empty())
            continue;
        const auto ascent = text->lines.front().ascent * size;
        row.ascent = std::max(row.ascent, ascent);
        below = std::max(below, text->height * size - ascent);
    }
    row.height = row.ascent + below + 2 * row_padding;
    return row;
}

// A heading stays with what it is over, a total with the last of what it adds up.
bool PdfTable::is_kept_with_next(std::size_t row) const {
    return row + 1 < m_rows.size() && (m_rows[row].kind == TableRow::Kind::heading ||
                                       m_rows[row + 1].kind == TableRow::Kind::total);
}

Points PdfTable::to_begin(const PdfFlow& flow, const Row& row) const {
    const bool is_tall = m_header.height + row.height > flow.page_room();
    return is_tall ? flow.to_begin(m_header.height + row.height) : row.height;
}

// Of rows that would fill a page together only the first counts.
Points PdfTable::to_begin_group(const PdfFlow& flow, std::size_t row) const {
    const auto first = to_begin(flow, m_rows[row]);
    auto height = first;
    while (is_kept_with_next(row))
        height += to_begin(flow, m_rows[++row]);
    return m_header.height + height <= flow.page_room() ? height : first;
}

Points PdfTable::least_height(const PdfFlow& flow) const {
    return m_rows.empty() ? 0 : m_header.height + to_begin_group(flow, 0);
}

void PdfTable::place(PdfFlow& flow) const {
    if (m_rows.empty())
        return;
    flow.need(least_height(flow));
    place_header(flow);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i > 0 && to_begin_group(flow, i) > flow.room()) {
            flow.begin_page();
            place_header(flow);
        }
        if (m_rows[i].height > flow.page_room() - m_header.height)
            place_tall_row(flow, m_rows[i]);
        else
            place_row(flow, m_rows[i]);
    }
}

TextSpot PdfTable::spot(PdfFlow& flow, const Row& row, std::size_t column) const {
    TextSpot spot{.x = flow.left() + cell_padding,
                  .y = flow.y() + row_padding,
                  .width = flow.width() - 2 * cell_padding,
                  .size = m_size};
    if (&row == &m_header)
        spot.color = flow.accent();
    if (is_over_all_columns(row.kind))
        return spot;
    for (std::size_t i = 0; i < column; ++i)
        spot.x += m_widths[i];
    spot.width = m_widths[column] - 2 * cell_padding;
    spot.align = m_view->columns[column].is_number ? TextAlign::right : TextAlign::left;
    return spot;
}

void PdfTable::place_cells(PdfFlow& flow, const Row& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& text = row.cells[i];
        if (text->lines.empty())
            continue;
        auto place = spot(flow, row, i);
        place.y += row.ascent - text->lines.front().ascent * m_size;
        place_text(flow.page(), text, place);
    }
}

void PdfTable::place_header(PdfFlow& flow) const {
    place_cells(flow, m_header);
    flow.advance(m_header.height);
    add_rule(flow, flow.y(), flow.accent(), 1);
}

void PdfTable::place_row(PdfFlow& flow, const Row& row) const {
    if (row.kind == TableRow::Kind::total)
        add_rule(flow, flow.y(), black, 0.8);
    place_cells(flow, row);
    flow.advance(row.height);
    add_rule(flow, flow.y(), light_grey, 0.4);
}

// On each page as many lines of each cell as it takes.
void PdfTable::place_tall_row(PdfFlow& flow, const Row& row) const {
    std::vector<std::size_t> done(row.cells.size(), 0);
    const auto is_done = [&](const PdfText& cell) {
        return done[static_cast<std::size_t>(&cell - row.cells.data())] == cell->lines.size();
    };
    while (!std::ranges::all_of(row.cells, is_done)) {
        Points tallest = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto first = done[i];
            const auto room = flow.room() - 2 * row_padding;
            if (first < row.cells[i]->lines.size())
                done[i] = fitting_lines(*row.cells[i], first, m_size, room);
            const auto place = spot(flow, row, i);
            tallest =
                std::max(tallest, place_lines(flow.page(), row.cells[i], place, first, done[i]));
        }
        flow.advance(tallest + 2 * row_padding);
        if (!std::ranges::all_of(row.cells, is_done)) {
            flow.begin_page();
            place_header(flow);
        }
    }
    add_rule(flow, flow.y(), light_grey, 0.4);
}

void add_table(PdfFlow& flow, const TableView& view, const TextStyle& title) {
    if (view.empty())
        return;
    const PdfTable table(flow, view);
    add_heading(flow, view.title, title, table.least_height(flow));
    table.place(flow);
}

}  // namespace focus_billing
